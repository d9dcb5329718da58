import type { Json } from '@/engine/json'
import type { Program, System } from '@/engine/kernel/program'
import { defineFilter, type FilterStart } from './lines'

/** A file (or standard input, `-`) with its whole text. */
export type WholeFile = { readonly name: string; readonly text: string }

type State<Options extends Json> = { readonly options: Options; readonly files: readonly WholeFile[] }

/** A program that needs its files whole: `end` gets those that could be read, in order. */
export function defineWhole<Options extends Json>(
  name: string,
  definition: {
    readonly start: (
      args: readonly string[],
      call: { readonly name: string; readonly system: System },
    ) => FilterStart<Options>
    readonly isSilent?: (options: Options) => boolean
    /** What is printed of a file by itself, as soon as it is read. */
    readonly each?: (options: Options, file: WholeFile) => string
    readonly end: (
      options: Options,
      files: readonly WholeFile[],
      failed: boolean,
      system: System,
    ) => { readonly status: number; readonly output?: string; readonly error?: string }
  },
): Program {
  return defineFilter<State<Options>>(name, {
    start(args, call) {
      const started = definition.start(args, call)
      return started.ok ? { ...started, state: { options: started.state, files: [] } } : started
    },
    isSilent: ({ options }) => definition.isSilent?.(options) === true,
    begin: (state, file) => ({ state: { ...state, files: [...state.files, { name: file, text: '' }] } }),
    line(state, line) {
      const last = state.files.at(-1) ?? { name: '-', text: '' }
      return { state: { ...state, files: [...state.files.slice(0, -1), { ...last, text: last.text + line }] } }
    },
    close: (state) => {
      const last = state.files.at(-1)
      return { state, output: last === undefined ? '' : (definition.each?.(state.options, last) ?? '') }
    },
    end: (state, failed, system) => definition.end(state.options, state.files, failed, system),
  })
}

/** Lines of a text without their line feeds. */
export function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n')
}
