import type { Hub } from '@/engine/registry/hub'
import { type HubDescription, makeDescribedHub } from '@/engine/registry/hub-description'
import { type Completion, completeLine } from '@/shell/complete'
import { PackFailed } from '../terminal/load-packs'
import type { Act, Shown, Standing } from './practice-act'
import { openPractice, type PracticeMachine, perform, standingOf } from './practice-machine'
import type { PracticePlan } from './practice-plan'

export type EngineRequest =
  /** Opens a machine as planned and plays a former session on it. */
  | {
      readonly kind: 'open'
      readonly hubAddress: string
      readonly plan: PracticePlan
      readonly acts: readonly Act[]
    }
  | { readonly kind: 'act'; readonly act: Act }
  /** What Tab could complete. */
  | { readonly kind: 'complete'; readonly line: string }

export type EngineAnswer =
  | { readonly kind: 'opened'; readonly start: Standing; readonly shown: readonly Shown[] }
  | { readonly kind: 'shown'; readonly shown: Shown }
  | { readonly kind: 'completed'; readonly completion: Completion }
  /** Something did not arrive over the network. Nothing has happened; it can be tried again. */
  | { readonly kind: 'not-loaded' }
  /** A fault of the engine's own. Nothing has happened. */
  | { readonly kind: 'broken' }

/** A share of the preparation, from 0 to 1. */
export type TellProgress = (share: number) => void

/** Answers one request after the other; keeps the machine between them. */
export type EngineHost = (request: EngineRequest, tell: TellProgress) => Promise<EngineAnswer>

/** The catalogue of images did not arrive. */
class HubFailed extends Error {}

/** An engine without a machine yet. Runs in a worker, or on the page where there is none. */
export function openEngineHost(): EngineHost {
  let machine: PracticeMachine | null = null
  const answer: EngineHost = async (request, tell) => {
    if (request.kind === 'open') {
      const { plan, acts } = request
      const total = plan.preparation.length + acts.length
      const hub = await fetchHub(request.hubAddress)
      let opened = await openPractice(hub, plan, (done) => tell(done / total))
      const start = standingOf(opened)
      const shown: Shown[] = []
      for (const act of acts) {
        const done = await perform(opened, act)
        opened = done.machine
        shown.push(done.shown)
        tell((plan.preparation.length + shown.length) / total)
      }
      machine = opened
      return { kind: 'opened', start, shown }
    }
    if (machine === null) return { kind: 'broken' }
    if (request.kind === 'complete') {
      return { kind: 'completed', completion: completeLine(machine.terminal, request.line) }
    }
    const done = await perform(machine, request.act)
    machine = done.machine
    return { kind: 'shown', shown: done.shown }
  }
  return async (request, tell) => {
    try {
      return await answer(request, tell)
    } catch (failure) {
      return { kind: failure instanceof PackFailed || failure instanceof HubFailed ? 'not-loaded' : 'broken' }
    }
  }
}

async function fetchHub(address: string): Promise<Hub> {
  try {
    const response = await fetch(address)
    if (!response.ok) throw new HubFailed(`${address}: ${String(response.status)}`)
    // Our own server's own document, made at its build.
    const description: HubDescription = await response.json()
    return makeDescribedHub(description)
  } catch (cause) {
    throw new HubFailed(address, { cause })
  }
}
