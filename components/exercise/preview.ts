import type { Alias } from '@/grader/mask/aliases'
import { readTranscript } from '@/grader/read/read-transcript'
import type { DiagnosticCode, StepContext, Transcript } from '@/grader/read/transcript'
import { dockerfileProblems, type FileProblem } from './dockerfile-problems'
import { maskDraft } from './masked-draft'
import { countLines, type SubmissionDraft } from './submission-draft'

/** What is asked of the worker. `kept` holds the exercise's own words. */
export interface PreviewRequest {
  readonly draft: SubmissionDraft
  readonly kept: readonly string[]
}

/** A draft as it would be sent, with what was masked in it and what the grader's reader understands of it. */
export interface DraftPreview {
  /** What may leave the browser. */
  readonly sent: SubmissionDraft
  readonly masked: readonly Alias[]
  /** One a terminal, empty ones included. */
  readonly terminals: readonly TerminalPreview[]
  readonly files: readonly FilePreview[]
}

export interface TerminalPreview {
  readonly steps: number
  /** How many of them were typed inside a container. */
  readonly inContainer: number
  /** The different prompts, in the order met, the first few. */
  readonly prompts: readonly string[]
  /** The first commands. */
  readonly shown: readonly PreviewStep[]
  readonly diagnostics: readonly { readonly line: number; readonly code: DiagnosticCode }[]
}

export interface PreviewStep {
  readonly line: number
  readonly context: StepContext
  /** The first line of the command. */
  readonly command: string
  readonly outputLines: number
}

export interface FilePreview {
  readonly name: string
  readonly problems: readonly FileProblem[]
}

const SHOWN_MAX = 200
const PROMPTS_MAX = 4
const COMMAND_MAX = 200
const DIAGNOSTICS_MAX = 10

/** Masks and reads a draft. Takes as long as the draft is long: to be called off the main thread. */
export function previewDraft({ draft, kept }: PreviewRequest): DraftPreview {
  const { draft: sent, masked } = maskDraft(draft, kept)
  return {
    sent,
    masked,
    terminals: sent.transcripts.map((text) => (text.trim() === '' ? UNREAD : previewTerminal(readTranscript(text)))),
    files: sent.files.map(({ name, content }) => ({
      name,
      problems: isDockerfile(name) ? dockerfileProblems(content) : [],
    })),
  }
}

const UNREAD: TerminalPreview = { steps: 0, inContainer: 0, prompts: [], shown: [], diagnostics: [] }

function previewTerminal({ steps, diagnostics }: Transcript): TerminalPreview {
  const prompts = new Set(steps.map((step) => step.prompt.trim()).filter((prompt) => prompt !== ''))
  return {
    steps: steps.length,
    inContainer: steps.filter((step) => step.context === 'container').length,
    prompts: [...prompts].slice(0, PROMPTS_MAX),
    shown: steps.slice(0, SHOWN_MAX).map((step) => ({
      line: step.line,
      context: step.context,
      command: (step.command.split('\n', 1)[0] ?? '').slice(0, COMMAND_MAX),
      outputLines: countLines(step.output),
    })),
    diagnostics: diagnostics.slice(0, DIAGNOSTICS_MAX).map(({ line, code }) => ({ line, code })),
  }
}

function isDockerfile(name: string): boolean {
  return /(?:^|\/)(?:[\w.-]+\.)?dockerfile(?:\.[\w-]+)?$/i.test(name)
}
