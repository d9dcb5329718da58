import type { Exercise } from '@/grader/exercise'
import type { Chapter, ChapterBlock } from '../chapter/chapter-document'
import type { Fault } from '../source/fault'

/** Groups of sub-commands: `docker volume ls` is taught by name, whatever is known of `docker ls`. */
const GROUPS = /^(?:container|image|volume|network|system|builder|buildx)$/

/**
 * Commands of exercises' model solutions that no chapter up to the exercise's own shows, in an example or in its text:
 * students cannot know them yet. Says nothing of an exercise before which a chapter is missing.
 */
export function prerequisiteFaults(
  exercises: readonly Exercise[],
  chapters: readonly Chapter[],
  order: readonly string[],
): readonly Fault[] {
  return exercises.flatMap((exercise) => {
    const before = order.slice(0, order.indexOf(exercise.chapter) + 1)
    const read = chapters.filter((chapter) => before.includes(chapter.id))
    if (before.length === 0 || read.length < before.length) return []
    const shown = new Set(read.flatMap((chapter) => [...commandsIn(textOf(chapter.documents.en.blocks))]))
    return [...commandsIn(exercise.reference)]
      .filter((command) => !shown.has(command))
      .map((command) => ({
        file: `exercises/${exercise.slug}/exercise.yaml`,
        line: 1,
        message: `needs docker ${command}, which no chapter up to ${exercise.chapter} shows`,
      }))
  })
}

function textOf(blocks: readonly ChapterBlock[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'example') return block.copyText
      if (block.kind === 'prose') return block.html.replace(/<[^>]{0,200}>/g, '\n')
      return block.kind === 'callout' ? textOf(block.blocks) : ''
    })
    .join('\n')
}

/** The sub-commands of docker in a text, those of a group with the group's name. */
function commandsIn(text: string): ReadonlySet<string> {
  const found = [...text.matchAll(/(?:^|[\s(|;&])docker ([a-z]+)(?: ([a-z]+))?/gm)]
  return new Set(found.map(([, first = '', second = '']) => (GROUPS.test(first) ? `${first} ${second}` : first)))
}
