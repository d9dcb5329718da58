import { type Outcome, printed } from '../outcome'

/** With one FILE its document; with several one document a line, each with its file. */
export function printDocuments(documents: readonly { readonly file: string; readonly document: object }[]): Outcome {
  const isOnly = documents.length === 1
  return printed(
    documents.map(({ file, document }) => `${JSON.stringify(isOnly ? document : { file, ...document })}\n`).join(''),
  )
}
