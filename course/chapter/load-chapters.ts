import type { Language } from '@/grader/localized-text'
import { type QuestionReferences, questionSetFaults, textFaults } from '../quiz/lint-question-bank'
import { type PlacedQuestion, placedQuestions } from '../quiz/placed-questions'
import { checkSchema } from '../quiz/quiz-schema'
import { completeQuestions, resolvePlain } from '../quiz/resolve-question'
import type { ContentFiles } from '../source/content-files'
import type { Fault } from '../source/fault'
import { loadYamlFile } from '../source/load-yaml-file'
import type { AssignmentMention } from './assignment-mentions'
import type { Chapter } from './chapter-document'
import { languageFaults } from './compare-languages'
import { type ReadChapter, readChapter } from './read-chapter'
import type { OpenExampleTerminal } from './run-example'

/** A mention with the file it stands in. */
export type PlacedMention = AssignmentMention & { readonly file: string }

type KnownIds = Omit<QuestionReferences, 'objectives'>

export type LoadedChapters = {
  /** Those without a fault, in the order of the course. */
  readonly chapters: readonly Chapter[]
  /** Objectives by chapter. */
  readonly objectives: ReadonlyMap<string, ReadonlySet<string>>
  /** Quizzes and exercises that chapters name. */
  readonly mentions: readonly PlacedMention[]
  /** `chapter#section` for every section. */
  readonly sections: ReadonlySet<string>
  /** Check-yourself questions. */
  readonly placed: readonly PlacedQuestion[]
  readonly faults: readonly Fault[]
}

/** Loads every folder of `content/chapters/`. */
export function loadChapters(files: ContentFiles, known: KnownIds, openTerminal: OpenExampleTerminal): LoadedChapters {
  const folders = files.list('chapters')
  const planned = known.chapters === null ? folders : [...known.chapters]
  const strangers = folders
    .filter((folder) => !planned.includes(folder))
    .map((folder) => ({ file: `chapters/${folder}`, line: 1, message: 'course.yaml has no such chapter' }))
  const loaded = planned
    .filter((id) => folders.includes(id))
    .map((id) => ({ id, ...loadChapter(files, id, known, openTerminal) }))
  return {
    chapters: loaded.flatMap((one) => one.chapter ?? []),
    objectives: new Map(loaded.flatMap(({ id, objectives }) => (objectives === null ? [] : [[id, objectives]]))),
    mentions: loaded.flatMap((one) => one.mentions),
    sections: new Set(loaded.flatMap((one) => one.sections)),
    placed: loaded.flatMap((one) => one.placed),
    faults: [...strangers, ...loaded.flatMap((one) => one.faults)],
  }
}

type LoadedChapter = {
  readonly chapter: Chapter | null
  readonly objectives: ReadonlySet<string> | null
  readonly sections: readonly string[]
  readonly mentions: readonly PlacedMention[]
  readonly placed: readonly PlacedQuestion[]
  readonly faults: readonly Fault[]
}

function loadChapter(
  files: ContentFiles,
  id: string,
  known: KnownIds,
  openTerminal: OpenExampleTerminal,
): LoadedChapter {
  const read = (language: Language): ReadChapter => {
    const file = `chapters/${id}/${language}.md`
    return readChapter({ id, language, file }, files.read(file) ?? '', openTerminal)
  }
  const fr = read('fr')
  const en = read('en')
  const objectives = en.text === null ? null : new Set(en.text.objectives.map((objective) => objective.id))
  const references = { ...known, objectives: new Map(objectives === null ? [] : [[id, objectives]]) }
  const bank = loadYamlFile(files, `chapters/${id}/check.yaml`, checkSchema, (source, { questions }) => [
    ...textFaults(source, questions, ['questions']),
    ...questionSetFaults(source, questions, references),
  ])
  const { questions, faults: found } = completeQuestions(bank.source, bank.value?.questions ?? [], (question) =>
    resolvePlain(question, known.context),
  )
  const faults = [...bank.faults, ...found, ...fr.faults, ...en.faults, ...languageFaults(fr, en)]
  const complete = fr.text !== null && en.text !== null && faults.length === 0
  return {
    chapter: complete
      ? {
          id,
          number: en.text.number,
          documents: { fr: { ...fr.text, check: questions }, en: { ...en.text, check: questions } },
        }
      : null,
    objectives,
    sections: en.outline.map((line) => `${id}#${line.section}`),
    mentions: [fr, en].flatMap(({ file, mentions }) => mentions.map((mention) => ({ ...mention, file }))),
    placed: placedQuestions(bank.source, bank.value?.questions ?? []),
    faults,
  }
}
