/**
 * A whole course as small as one may be: one chapter in two languages, a bank of
 * three questions, one quiz, one exercise. Tests change a line of it and look at what is reported.
 */
const FILLER = 'word '.repeat(900).trim()

const chapter = (language: string): string => `---
title: ${language} title
summary: A summary.
versions: Docker 28
objectives:
  - id: first-aim
    text: Do one thing.
  - id: second-aim
    text: Do another.
exercises: [practice]
quizzes: [basics]
references:
  - title: Documentation
    url: https://docs.docker.com/
---

Opening, see [the end](#end).

## Beginning ${language} {#beginning}

${FILLER}

\`\`\`console {id=listing}
docker ps
expect: ran docker ps
\`\`\`

::figure[Caption.]{id="life-cycle"}

:::mistake[A belief]
Not only \`docker run\`.
:::

## End ${language} {#end}

::check

::exercise{id="practice"}
`

const question = (id: string): string => `  - id: ${id}
    type: single
    chapter: 01-sample
    objective: first-aim
    difficulty: 1
    prompt: { fr: Lequel, en: Which }
    options:
      - { id: a, correct: true, text: { fr: Seul, en: One }, feedback: { fr: Oui, en: Well done } }
      - { id: b, text: { fr: Deux, en: Two }, feedback: { fr: Non, en: Wrong } }
      - { id: c, text: { fr: Trois, en: Three }, feedback: { fr: Non, en: Wrong } }
`

const EXERCISE = `version: "1"
title: { fr: Pratique, en: Practice }
chapter: 01-sample
minutes: 5
statement: { fr: Faites, en: Do it }
goals:
  - id: runs
    title: { fr: Tourne, en: Runs }
    points: 1
    chapter: 01-sample#beginning
    check: { kind: reached, container: { image: nginx, status: running } }
    hints: [{ kind: concept, cost: 0.1, text: { fr: Pensez, en: Think } }]
reference: docker run -d nginx
accepted:
${['docker run -dP nginx', 'docker container run -d nginx', 'docker run --detach nginx'].map((script) => `  - { name: ${script}, script: ${script} }\n`).join('')}nearMisses:
${['ps', 'images', 'pull nginx', 'create nginx', 'run -d httpd'].map((act) => `  - { name: ${act}, loses: [runs], script: docker ${act} }\n`).join('')}`

export const SAMPLE_CONTENT: Readonly<Record<string, string>> = {
  'course.yaml':
    'title: { fr: Cours, en: Course }\nchapters:\n  - { id: 01-sample, title: { fr: Exemple, en: Sample } }\n',
  'misconceptions.yaml': 'some-belief: { fr: Croyance, en: Belief }\n',
  'glossary.yaml': `terms:
  - id: box
    term: { fr: boîte, en: box }
    aliases: { fr: [boîtes], en: [boxes] }
    chapter: 01-sample
    definition: { fr: Elle contient., en: It contains. }
  - id: lid
    term: { fr: couvercle, en: lid }
    chapter: 01-sample
    definition: { fr: Il ferme., en: It closes. }
`,
  'chapters/01-sample/fr.md': chapter('fr'),
  'chapters/01-sample/en.md': chapter('en'),
  'chapters/01-sample/check.yaml': `questions:\n${['w', 'x', 'y', 'z'].map(question).join('')}`,
  'quizzes/basics.yaml': `title: { fr: Bases, en: Basics }
description: { fr: Description, en: Description }
shuffle: {}
questions:
${question('first')}draw:
  - { chapters: [01-sample], points: 2, count: 2 }
`,
  'questions/01-sample.yaml': `questions:\n${['bank-a', 'bank-b', 'bank-c'].map(question).join('')}`,
  'exercises/practice/exercise.yaml': EXERCISE,
}
