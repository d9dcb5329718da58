import type { Question, QuestionType } from '@/grader/quiz/question'
import { requireMembership } from '../access'
import { readClass } from '../classes'
import { getCourse } from '../course'
import { type Result, succeed } from '../result'
import type { GalleryChoice, GalleryView } from '../views/gallery-view'
import type { Viewer } from '../views/viewer'

/** The questions that quizzes draw, with their keys: for the instructors of a class alone. */
export async function readGallery(
  viewer: Viewer | null,
  classId: string,
  choice: GalleryChoice,
): Promise<Result<GalleryView>> {
  const allowed = await requireMembership(viewer, classId, ['instructor'])
  if (!allowed.ok) {
    return allowed
  }
  const read = await readClass(viewer, classId)
  if (!read.ok) {
    return read
  }
  const { bank, families, outline } = getCourse()
  const chosen = families.find(({ id }) => id === choice.family)
  const number = chosen === undefined ? 0 : (choice.variant ?? 0) % chosen.variants
  return succeed({
    className: read.value.name,
    total: bank.length,
    chapters: (outline?.chapters ?? []).map(({ id, title }) => ({
      id,
      title,
      count: bank.filter((question) => question.chapter === id).length,
    })),
    types: countTypes(bank),
    families: families.map(({ id, title }) => ({ id, title })),
    variant: chosen === undefined ? null : { family: chosen.id, number },
    questions: chosen === undefined ? bank.filter((question) => fits(question, choice)) : [chosen.variant(number)],
  })
}

function fits(question: Question, { chapter, type }: GalleryChoice): boolean {
  return (chapter === undefined || question.chapter === chapter) && (type === undefined || question.type === type)
}

function countTypes(bank: readonly Question[]): GalleryView['types'] {
  const counts = new Map<QuestionType, number>()
  for (const { type } of bank) {
    counts.set(type, (counts.get(type) ?? 0) + 1)
  }
  return [...counts].map(([type, count]) => ({ type, count }))
}
