/** Stands in whatever a student may not see yet. */
export const PLANTED = 'QUAI-PLANTED-SECRET'

/** Whatever stands below these fields of a question, and is no id, tells its key or is said about an answer. */
const SECRET_FIELDS: ReadonlySet<string> = new Set([
  'feedback',
  'misconception',
  'objective',
  'accepted',
  'references',
  'reference',
  'command',
  'answer',
  'line',
])

/** The same with the mark in every text that is secret; its shape stays. */
export function plant<Value>(value: Value): Value {
  const planted: Value = JSON.parse(JSON.stringify(plantIn(value, false)))
  return planted
}

function plantIn(value: unknown, secret: boolean): unknown {
  if (typeof value === 'string') {
    return secret ? `${value} ${PLANTED}` : value
  }
  if (Array.isArray(value)) {
    return value.map((item) => plantIn(item, secret))
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, plantIn(item, secret || SECRET_FIELDS.has(name))]),
    )
  }
  return value
}
