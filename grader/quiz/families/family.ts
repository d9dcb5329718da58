import type { StartState } from '../../exercise'
import type { LocalizedText } from '../../localized-text'
import type { Draw } from '../draw'
import type { Difficulty } from '../question'
import type { Shown } from '../trial/machine'

/** One set of parameters of a family, made into a session and a way to read its answer. */
export interface Scenario {
  /** HTML. */
  readonly prompt: LocalizedText
  readonly start: StartState
  /** What is typed to find the answer; what the student sees of it stands in the prompt. */
  readonly lines: readonly string[]
  /** The answer in what the lines showed; several answers are lines. */
  readonly read: (shown: readonly Shown[]) => string
  /** Wrong answers beside those of the wrong engines, the likeliest first; with `several`, everything to choose from. */
  readonly near: readonly string[]
  /** Rules of engine/SPEC.md that lead to the answer, one for each application: the measure of difficulty. */
  readonly rules: readonly string[]
  /** HTML: how one gets to the answer. */
  readonly why: LocalizedText
}

/** Questions that differ in drawn parameters, all answered by the engine. */
export interface Family {
  /** Kebab-case. */
  readonly id: string
  readonly title: LocalizedText
  readonly chapter: string
  readonly objective: string
  readonly difficulty: Difficulty
  /** One answer is right, or each of several may be. */
  readonly ask: 'one' | 'several'
  /** Wrong engines whose answers are offered, by their belief. */
  readonly beliefs: readonly string[]
  readonly scenario: (draw: Draw) => Scenario
  /** How an answer reads; as code where nothing is given. HTML. */
  readonly label?: (answer: string) => LocalizedText
}

/** One of them. */
export function pick<Item>(draw: Draw, items: readonly [Item, ...Item[]]): Item {
  return items[draw(items.length)] ?? items[0]
}

/** A machine with these images and nothing else. */
export function machineWith(images: readonly string[], files: Readonly<Record<string, string>> = {}): StartState {
  return { images, commands: [], files }
}

/** The lines that the last command printed, without blanks around them. */
export function lastLines(shown: readonly Shown[]): string {
  return (shown.at(-1)?.output ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}
