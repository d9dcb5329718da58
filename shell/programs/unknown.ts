import { defineProgram } from './define'

/** A program of which nothing is known: it runs until it is killed. Stands for images that no catalogue describes. */
export const unknown = defineProgram<null>('unknown', {
  begin: () => null,
  turn: () => ({ memory: null, wait: { on: 'signal' } }),
})
