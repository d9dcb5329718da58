import type { Program } from '@/engine/kernel/program'
import { docker } from './docker'
import { dockerInit } from './docker-init'
import { ping } from './ping'
import { shellProgram } from './shell'
import { echo, falseProgram, helloWorld, hostname, printf, pwd, test, trueProgram, tty } from './simple'
import { sleep } from './sleep'
import { unknown } from './unknown'

const programs: readonly Program[] = [
  docker,
  dockerInit,
  echo,
  falseProgram,
  helloWorld,
  hostname,
  ping,
  printf,
  pwd,
  sleep,
  test,
  trueProgram,
  tty,
  unknown,
  shellProgram('bash', 'bash'),
  shellProgram('dash', 'dash'),
  shellProgram('ash', 'ash'),
  shellProgram('sh', 'ash'),
]

const byName: ReadonlyMap<string, Program> = new Map(programs.map((program) => [program.name, program]))

/** The model that runs an executable, by its name; null for what is not modelled. */
export function findProgram(name: string): Program | null {
  return byName.get(name === '[' ? 'test' : name) ?? null
}
