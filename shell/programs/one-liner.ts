import type { Result } from './define'

type Language = 'python' | 'node'

const literal = `"([^"\\\\]*)"|'([^'\\\\]*)'|(-?\\d+(?:\\.\\d+)?)`
const prints: Readonly<Record<Language, RegExp>> = {
  python: new RegExp(`^print\\(\\s*(?:${literal})?\\s*\\)$`),
  node: new RegExp(`^console\\.log\\(\\s*(?:${literal})?\\s*\\)$`),
}
const exits: Readonly<Record<Language, RegExp>> = {
  python: /^(?:sys\.exit|exit|raise SystemExit)\((\d{0,3})\)$/,
  node: /^process\.exit\((\d{0,3})\)$/,
}
const silent = /^(?:import [\w, ]+|#.*|"use strict"|'use strict'|)$/

/** Runs a script that only prints literals and exits; says of any other that it is not simulated. Nothing is ever evaluated. */
export function runOneLiner(script: string, language: Language): Result {
  let output = ''
  for (const line of script.split(/[;\n]/).map((each) => each.trim())) {
    const printed = prints[language].exec(line)
    const exited = exits[language].exec(line)
    if (exited !== null) return { status: Number(exited[1] ?? 0) & 255, output }
    if (printed !== null) output += `${printed[1] ?? printed[2] ?? printed[3] ?? ''}\n`
    else if (!silent.test(line))
      return {
        status: 1,
        output,
        error: `${language}: this script is not simulated here: only the printing of literal texts is.\n`,
      }
  }
  return { status: 0, output }
}
