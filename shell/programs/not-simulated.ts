import { defineCommand } from './define'

/** An installed program that has no model: it says so. */
export const notSimulated = defineCommand('not-simulated', ({ name }) => ({
  status: 1,
  error: `${name}: this program is not simulated here.\n`,
}))
