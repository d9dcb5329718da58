import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readYaml, validateYaml } from './read-yaml'

const schema = z.strictObject({
  title: z.string(),
  items: z.array(z.strictObject({ id: z.string(), count: z.number() })),
})

function faults(text: string, firstLine = 1) {
  const result = validateYaml(readYaml('some.yaml', text, firstLine), schema)
  return result.ok ? [] : result.faults.map((fault) => `${fault.line} ${fault.message}`)
}

describe('validateYaml', () => {
  it('gives the value of a file without faults', () => {
    const text = 'title: t\nitems:\n  - id: a\n    count: 1\n'
    expect(validateYaml(readYaml('some.yaml', text), schema)).toEqual({
      ok: true,
      value: { title: 't', items: [{ id: 'a', count: 1 }] },
    })
  })

  it('reports every fault of a file at once, each on its line', () => {
    const text = [
      'title: [1]',
      'items:',
      '  - id: a',
      '    count: many',
      '    colour: red',
      '  - count: 2',
      'extra: 1',
    ].join('\n')
    expect(faults(text)).toEqual([
      '1 title: Invalid input: expected string, received array',
      '4 items.0.count: Invalid input: expected number, received string',
      '5 items.0.colour: unknown field',
      '6 items.1.id: Invalid input: expected string, received undefined',
      '7 extra: unknown field',
    ])
  })

  it('counts lines from where the text starts in its file', () => {
    expect(faults('title: t\nitems: 3\n', 2)).toEqual(['3 items: Invalid input: expected array, received number'])
  })

  it('reports broken YAML and keys given twice instead of checking further', () => {
    expect(faults('title: t\ntitle: u\nitems: []\n')).toEqual(['2 YAML: Map keys must be unique at line 2, column 1:'])
    expect(faults('title: "t\nitems: []\n')[0]).toMatch(/^\d YAML: /u)
  })

  it('refuses the many aliases by which a small file could unfold into a huge one', () => {
    const uses = (count: number) => `title: &t t\nitems: []\nextra:\n${'  - *t\n'.repeat(count)}`
    expect(faults(uses(10))).toEqual(['3 extra: unknown field'])
    expect(faults(uses(11))).toEqual(['14 YAML: more than 10 aliases'])
  })
})
