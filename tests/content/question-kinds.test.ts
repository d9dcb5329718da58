import { describe, expect, it } from 'vitest'
import { loadHub } from '@/course/hub/load-hub'
import { loadBank } from '@/course/quiz/load-bank'
import { memoryFiles } from '@/course/source/content-files'
import { nodeFiles } from '@/course/source/node-files'

const hub = loadHub(nodeFiles('content'))
const FILE = 'questions/11-stop-start-kill.yaml'

const head = (id: string, type: string): string => `  - id: ${id}
    type: ${type}
    chapter: 11-stop-start-kill
    objective: read
    difficulty: 2
    prompt: { fr: Quoi, en: What }
`

const BANK = `questions:
${head('the-signal', 'text')}    accepted: [SIGTERM, TERM]
    typos: 1
    feedback: { right: { fr: Oui, en: Good }, wrong: { fr: Non, en: Bad } }
    mistakes: [{ accepted: [SIGKILL], feedback: { fr: Plus tard, en: Later }, misconception: stop-is-immediate-kill }]
${head('the-order', 'ordering')}    items:
      - { id: pull, text: { fr: Tirer, en: Pull } }
      - { id: create, text: { fr: Créer, en: Create } }
      - { id: start, text: { fr: Démarrer, en: Start } }
    feedback: { right: { fr: Oui, en: Good }, wrong: { fr: Non, en: Bad } }
    mistakes: [{ first: start, second: create, feedback: { fr: Non, en: Not there yet } }]
${head('the-codes', 'matching')}    pairs:
      - { id: died, text: { fr: "\`137\`", en: "\`137\`" }, choice: killed, feedback: { fr: Tué, en: Killed } }
      - { id: lost, text: { fr: "\`127\`", en: "\`127\`" }, choice: absent, feedback: { fr: Absent, en: Absent } }
    choices:
      - { id: absent, text: { fr: Pas de commande \`x\`, en: No command \`x\` } }
      - { id: killed, text: { fr: Tué, en: Killed } }
    feedback: { right: { fr: Oui, en: Good } }
${head('the-blank', 'fill')}    body: |
      FROM {{base}}
    blanks: [{ id: base, accepted: [alpine], feedback: { fr: Laquelle, en: Which one } }]
    feedback: { right: { fr: Oui, en: Good } }
${head('the-command', 'command')}    start: { images: [nginx], commands: [docker run -d --name web nginx] }
    references: [docker stop web]
    feedback: { right: { fr: Oui, en: Good }, wrong: { fr: Non, en: Bad } }
    mistakes: [{ command: docker kill web, feedback: { fr: Trop dur, en: Too hard } }]
${head('the-rows', 'predict')}    start: { images: [nginx, alpine] }
    lines:
      - docker run -d --name web nginx
      - docker run --name done alpine true
      - docker stop web
      - 'docker ps -a --format "{{.Names}} {{.State}}"'
    ask: rows
    feedback: { right: { fr: Oui, en: Good }, wrong: { fr: Non, en: Bad } }
    mistakes: [{ answer: web running, feedback: { fr: Non, en: It was stopped } }]
${head('the-code', 'predict')}    start: { images: [alpine] }
    lines: [docker run -d --name doze alpine sleep 1000, docker stop doze, docker wait doze]
    ask: text
    feedback: { right: { fr: Oui, en: Good }, wrong: { fr: Non, en: Bad } }
    wrongEngines: [every-process-honours-term]
${head('the-file', 'dockerfile')}    files: { hello.txt: "hello\\n" }
    given: FROM alpine
    reference: |
      FROM alpine
      COPY hello.txt /hello.txt
      CMD ["cat", "/hello.txt"]
    checks: [{ id: says, line: docker run --rm answer, feedback: { fr: Non, en: Silent } }]
    feedback: { right: { fr: Oui, en: Good }, wrong: { fr: Non, en: Bad } }
`

const belief = { fr: 'Tout processus s’arrête.', en: 'Every process ends.' }
const references = {
  chapters: new Set(['11-stop-start-kill']),
  misconceptions: new Set(['every-process-honours-term', 'stop-is-immediate-kill']),
  objectives: new Map([['11-stop-start-kill', new Set(['read'])]]),
  context: { hub, misconceptions: { 'every-process-honours-term': belief } },
}

const load = (text: string) => loadBank(memoryFiles({ [FILE]: text }), references)

const both = (fr: string, en: string) => ({ fr, en })
const said = (fr: string, en: string) => both(`<p>${fr}</p>`, `<p>${en}</p>`)
const feedback = { right: said('Oui', 'Good'), wrong: said('Non', 'Bad') }
const shared = {
  chapter: '11-stop-start-kill',
  objective: 'read',
  difficulty: 2,
  prompt: said('Quoi', 'What'),
} as const

describe('a bank with a question of each kind', () => {
  const { questions, faults } = load(BANK)
  const find = (id: string) => questions.find((question) => question.id === id)

  it('has no fault', () => {
    expect(faults).toEqual([])
    expect(questions.map(({ type }) => type)).toEqual([
      'text',
      'ordering',
      'matching',
      'fill',
      'command',
      'predict',
      'predict',
      'dockerfile',
    ])
  })

  it('keeps the right order apart from the one shown', () => {
    expect(find('the-order')).toEqual({
      ...shared,
      id: 'the-order',
      type: 'ordering',
      order: ['pull', 'create', 'start'],
      items: expect.not.objectContaining([{ id: 'pull' }, { id: 'create' }, { id: 'start' }]),
      feedback,
      mistakes: [{ first: 'start', second: 'create', feedback: said('Non', 'Not there yet') }],
    })
    const question = find('the-order')
    const shown = question?.type === 'ordering' ? question.items.map(({ id }) => id) : []
    expect([...shown].sort()).toEqual(['create', 'pull', 'start'])
    expect(shown).not.toEqual(['pull', 'create', 'start'])
  })

  it('has the texts of menus without markup', () => {
    const question = find('the-codes')
    expect(question?.type === 'matching' ? question.choices : null).toEqual([
      { id: 'absent', text: both('Pas de commande x', 'No command x') },
      { id: 'killed', text: both('Tué', 'Killed') },
    ])
  })

  it('gets the key of a prediction from the engine, and wrong answers from wrong engines', () => {
    expect(find('the-rows')).toEqual({
      ...shared,
      id: 'the-rows',
      type: 'predict',
      lines: [
        'docker run -d --name web nginx',
        'docker run --name done alpine true',
        'docker stop web',
        'docker ps -a --format "{{.Names}} {{.State}}"',
      ],
      ask: 'rows',
      answer: 'done exited\nweb exited',
      rows: [
        { id: 'row-1', text: 'done exited', correct: true },
        { id: 'row-2', text: 'web exited', correct: true },
        { id: 'row-3', text: 'web running', correct: false, feedback: said('Non', 'It was stopped') },
      ],
      feedback,
      mistakes: [],
    })
    const code = find('the-code')
    expect(code?.type === 'predict' ? [code.answer, code.mistakes] : null).toEqual([
      '137',
      [
        {
          answer: '143',
          misconception: 'every-process-honours-term',
          feedback: said(
            'C’est ce qu’on attend quand on croit ceci\u00a0: Tout processus s’arrête.',
            'One expects this who believes: Every process ends.',
          ),
        },
      ],
    ])
  })

  it.each([
    ['accepted: [SIGKILL]', 'accepted: [term]', 'questions.0.mistakes.0.accepted.0: is accepted as right'],
    [
      'first: start, second: create',
      'first: create, second: start',
      'questions.1.mistakes.0: create does come before start',
    ],
    ['first: start', 'first: stop', 'questions.1.mistakes.0: there is no item stop'],
    ['id: pull,', 'id: a,', 'questions.1.items: the ids in alphabetical order tell the right order'],
    ['choice: absent', 'choice: gone', 'questions.2.pairs.1.choice: there is no choice gone'],
    ['id: died', 'id: killed', 'questions.2.pairs.0.id: the id tells the choice'],
    ['FROM {{base}}', 'FROM {{image}}', 'questions.3.body: there is no blank image'],
    ['docker kill web', 'docker stop -t 3 web', 'questions.4.mistakes.0.command: has the effect of a right command'],
    [
      'references: [docker stop web]',
      'references: [docker ps]',
      'questions.4.references: a command that does nothing is right too',
    ],
    [
      'references: [docker stop web]',
      'references: [docker stop web, docker container stop web]',
      'questions.4.references.1: has the effect of the first one already',
    ],
    ['answer: web running', 'answer: web  exited', 'questions.5.mistakes.0.answer: is a row the engine shows'],
    ['docker ps -a --format', 'docker ps --format', 'questions.5.lines: the last line prints nothing'],
    [
      'start: { images: [nginx, alpine] }',
      'start: { images: [nginx, alpine], commands: [docker run -d nginx] }',
      'questions.5.start.commands.0: is not shown: put it first among the lines',
    ],
    [
      'wrongEngines: [every-process-honours-term]',
      'wrongEngines: [stop-is-immediate-kill]',
      'questions.6.wrongEngines.0: no wrong engine stop-is-immediate-kill answers otherwise here',
    ],
    ['COPY hello.txt', 'COPY hallo.txt', 'questions.7.reference: does not build'],
    [
      'given: FROM alpine',
      'given: "FROM alpine\\nADD . /\\nCMD cat /hello.txt"',
      'questions.7.given: is right already',
    ],
    ['ask: rows', 'ask: table', 'questions.5.ask: Invalid option: expected one of "exit-code"|"text"|"rows"'],
  ])('reports %s → %s', (before, after, message) => {
    expect(BANK).toContain(before)
    const [fault] = load(BANK.replace(before, after)).faults
    expect(fault).toEqual({ file: FILE, line: expect.any(Number), message: expect.stringContaining(message) })
  })
})
