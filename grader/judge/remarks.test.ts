import { expect, test } from 'vitest'
import { withoutRemarks } from './remarks'

test.each([
  [['web', '', 'Now I start it again.'], [['web']]],
  [
    ['web', '', '## Question 3', '', '- on regarde ce que dit docker ps'],
    [['web', '', '## Question 3'], ['web']],
  ],
  [['', 'Étape suivante : on lance la commande'], [[]]],
  [['Hello there', '', 'Question 3', 'Le conteneur tourne toujours :'], [['Hello there']]],
  // Right below the output, what Docker prints, tables, a single word.
  [['web', 'Now I start it again.'], []],
  [['Deleted Containers:', '0a1b2c3d4e5f', '', 'Total reclaimed space: 0B'], []],
  [['', 'Error response from daemon: No such container: web'], []],
  [['', 'CONTAINER ID   IMAGE'], []],
  [['a', '', 'b'], []],
])('[J20] %j may be %j with remarks below', (observed, outputs) => {
  expect(withoutRemarks(observed)).toEqual(outputs)
})
