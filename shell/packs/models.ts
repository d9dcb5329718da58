import type { Io } from '@/engine/io'
import type { Pack } from './pack'

/** What a terminal's machine finds its models with. */
export type Models = Pick<Io, 'program' | 'command'>

/** Executables that another model runs. */
const sameAs: Readonly<Record<string, string>> = {
  python: 'python3',
  nodejs: 'node',
  netcat: 'nc',
  '[': 'test',
  gawk: 'awk',
  mawk: 'awk',
  vim: 'vi',
  view: 'vi',
  pico: 'nano',
  more: 'cat',
  less: 'cat',
  dnf: 'yum',
  'httpd-foreground': 'httpd',
}

/** The name of the model that runs an executable, whether there is such a model or not. */
export function modelName(executable: string): string {
  return Object.hasOwn(sameAs, executable) ? (sameAs[executable] ?? executable) : executable
}

/** The models of these packs, by name; null for what they do not have. */
export function modelsOf(packs: readonly Pack[]): Models {
  const programs = new Map(packs.flatMap((pack) => pack.programs.map((program) => [program.name, program])))
  const commands = new Map(packs.flatMap((pack) => Object.entries(pack.commands)))
  return {
    program: (executable) => programs.get(modelName(executable)) ?? null,
    command: (name) => commands.get(name) ?? null,
  }
}
