import { expect, it } from 'vitest'
import { generateContainerName, isGeneratedName } from './container-name'

function drawing(...numbers: number[]): (count: number) => number {
  const left = [...numbers]
  return (count) => (left.shift() ?? 0) % count
}

it('[NAME1] joins an adjective and a surname', () => {
  expect(generateContainerName(drawing(0, 0))).toBe('admiring_agnesi')
  expect(generateContainerName(drawing(1, 2, 7), true)).toBe('adoring_allen7')
})

it('[NAME2] never calls Wozniak boring', () => {
  const boring = 10
  for (let surname = 0; surname < 236; surname += 1) {
    expect(generateContainerName(drawing(boring, surname, 0, 0))).not.toBe('boring_wozniak')
  }
})

it('[NAME3] tells generated names from chosen ones', () => {
  expect(['admiring_agnesi', 'adoring_allen7', 'my_web', 'web', 'admiring_agnesi_2'].map(isGeneratedName)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})
