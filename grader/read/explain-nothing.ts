import type { Row } from './screen-row'
import type { Diagnostic } from './transcript'

const instruction =
  /^\s*(?:FROM|RUN|CMD|LABEL|MAINTAINER|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|WORKDIR|ARG|ONBUILD|STOPSIGNAL|HEALTHCHECK|SHELL)\s+\S/
const yamlLine = /^\s*(?:- )?[\w."'-]{1,60}:(?:\s.{0,400})?$|^\s*- \S|^---\s*$/

/** Why no command was found in the rows, said once and with what was expected instead. */
export function explainNoCommand(rows: readonly Row[]): Diagnostic {
  const written = rows.filter((row) => row.text.trim() !== '' && !row.text.trimStart().startsWith('#')).slice(0, 400)
  const line = written[0]?.line ?? 1
  const instructions = written.filter((row) => instruction.test(row.text.slice(0, 500))).length
  if (/^\s*(?:FROM|ARG)\s/.test(written[0]?.text ?? '') && instructions * 3 >= written.length) {
    return {
      line,
      code: 'dockerfile',
      message:
        'This is a Dockerfile. Paste the terminal session in which you built and ran it; a file goes into the field for files.',
    }
  }
  const yamlLines = written.filter((row) => yamlLine.test(row.text.slice(0, 500))).length
  if (written.length >= 2 && yamlLines >= written.length * 0.8) {
    return {
      line,
      code: 'yaml',
      message: 'This is a YAML file. Paste the terminal session: the commands you typed and what they printed.',
    }
  }
  return {
    line: 1,
    code: 'no-command',
    message:
      'No command was found. Paste your terminal session with its prompts, such as "$ docker ps", and what each command printed.',
  }
}
