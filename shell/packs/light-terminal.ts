import type { Handler } from '@/engine/commands/call'
import type { Program } from '@/engine/kernel/program'
import { openTerminalWith, type Step, type Terminal, type TerminalOptions } from '../terminal'
import { CORE_PACK } from './core'
import { type Models, modelName, modelsOf } from './models'
import type { Pack } from './pack'
import { PACK_CONTENTS, type PackName } from './pack-contents'

/** Leaves a computation that needs a pack which is not loaded; met by {@link attempt} alone. */
class PackNeeded extends Error {
  readonly pack: PackName

  constructor(pack: PackName) {
    super(`pack ${pack} is not loaded`)
    this.pack = pack
  }
}

function isPackName(name: string): name is PackName {
  return Object.hasOwn(PACK_CONTENTS, name)
}

function packsBy(kind: 'programs' | 'commands'): ReadonlyMap<string, PackName> {
  return new Map(
    Object.keys(PACK_CONTENTS)
      .filter(isPackName)
      .flatMap((pack) => PACK_CONTENTS[pack][kind].map((name) => [name, pack])),
  )
}

const packOfProgram = packsBy('programs')
const packOfCommand = packsBy('commands')

function missingProgram(name: string, pack: PackName): Program {
  const needed = (): never => {
    throw new PackNeeded(pack)
  }
  return { name, begin: needed, step: needed }
}

function missingCommand(pack: PackName): Handler {
  return () => {
    throw new PackNeeded(pack)
  }
}

const missing: Models = {
  program: (executable) => {
    const name = modelName(executable)
    const pack = packOfProgram.get(name)
    return pack === undefined ? null : missingProgram(name, pack)
  },
  command: (name) => {
    const pack = packOfCommand.get(name)
    return pack === undefined ? null : missingCommand(pack)
  },
}

function withModels(pack: Pack, others: Models): Models {
  const own = modelsOf([pack])
  return {
    program: (name) => own.program(name) ?? others.program(name),
    command: (name) => own.command(name) ?? others.command(name),
  }
}

const core = withModels(CORE_PACK, missing)

/** Opens a terminal that has the core's models only; it asks for the others as lines need them. */
export function openLightTerminal(options: TerminalOptions): Terminal {
  return openTerminalWith(core, options)
}

/** The same terminal with one pack more. */
export function withPack(terminal: Terminal, pack: Pack): Terminal {
  return { ...terminal, io: { ...terminal.io, ...withModels(pack, terminal.io) } }
}

/** What trying a step came to: done, or nothing happened because a pack has to be loaded first. */
export type Attempt =
  | { readonly kind: 'done'; readonly step: Step }
  | { readonly kind: 'needs'; readonly pack: PackName }

/** Tries to execute a line, press a key or wait on a light terminal. States are never changed, so trying again is free. */
export function attempt(act: () => Step): Attempt {
  try {
    return { kind: 'done', step: act() }
  } catch (thrown) {
    if (thrown instanceof PackNeeded) return { kind: 'needs', pack: thrown.pack }
    throw thrown
  }
}
