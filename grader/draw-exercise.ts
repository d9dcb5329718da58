import { mix } from '@/engine/entropy'
import type { Exercise, Parameter } from './exercise'

/**
 * The exercise as one student gets it: `{{name}}` replaced everywhere by the value drawn from the seed (the default
 * value without one). The same seed always gives the same exercise.
 */
export function drawExercise(exercise: Exercise, seed: number | null): Exercise {
  if (exercise.parameters.length === 0) return exercise
  const values = new Map(exercise.parameters.map((parameter, index) => [parameter.name, draw(parameter, seed, index)]))
  return fill(exercise, values)
}

function draw(parameter: Parameter, seed: number | null, index: number): string | number {
  const chosen = seed === null ? parameter.default : mix(seed, index) % parameter.values.length
  return parameter.values[chosen] ?? ''
}

function fill<T>(value: T, values: ReadonlyMap<string, string | number>): T
function fill(value: unknown, values: ReadonlyMap<string, string | number>): unknown {
  if (typeof value === 'string') return fillText(value, values)
  if (Array.isArray(value)) return value.map((item: unknown) => fill(item, values))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [String(fillText(key, values)), fill(item, values)]),
    )
  return value
}

/** A text that is nothing but one placeholder becomes the value itself, so that a port stays a number. */
function fillText(text: string, values: ReadonlyMap<string, string | number>): string | number {
  const whole = /^\{\{([a-z0-9-]+)\}\}$/.exec(text)
  const value = whole ? values.get(whole[1] ?? '') : undefined
  if (value !== undefined) return value
  return text.replace(/\{\{([a-z0-9-]+)\}\}/g, (found, name: string) => String(values.get(name) ?? found))
}
