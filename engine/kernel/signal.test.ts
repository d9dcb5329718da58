import { describe, expect, it } from 'vitest'
import { defaultAction, parseSignal, signalNumber, signals } from './signal'

describe('signals', () => {
  it('[K1] are read by name, with SIG, in any case, or by number', () => {
    expect(['TERM', 'SIGTERM', 'sigterm', '15', '9', 'CLD', 'BIDON', '0', '99', ''].map(parseSignal)).toEqual([
      'TERM',
      'TERM',
      'TERM',
      'TERM',
      'KILL',
      'CHLD',
      null,
      null,
      null,
      null,
    ])
  })

  it('[K1] have Linux’ numbers', () => {
    expect(signals.map(signalNumber)).toEqual(Array.from({ length: 31 }, (_, index) => index + 1))
  })

  it('[K2] end a process unless they are made to be ignored', () => {
    expect(signals.filter((signal) => defaultAction(signal) !== 'end')).toEqual([
      'CHLD',
      'CONT',
      'STOP',
      'TSTP',
      'TTIN',
      'TTOU',
      'URG',
      'WINCH',
    ])
  })
})
