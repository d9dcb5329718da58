import { expect, type Page, test } from '@playwright/test'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import { demoId } from '@/server/demo/ids'
import { RECORDING } from './sessions'
import {
  DESKTOP,
  enterDemo,
  expectAccessible,
  expectNoSidewaysScroll,
  openAssignment,
  PHONE,
  signIn,
  signOut,
  watchPolicy,
} from './visitor'

for (const { device, viewport, language, login, name, answer } of [
  {
    device: 'a desktop',
    viewport: DESKTOP,
    language: 'fr',
    login: 'oliver.bennett',
    name: 'Oliver Bennett',
    answer: 'declined',
  },
  {
    device: 'a phone',
    viewport: PHONE,
    language: 'en',
    login: 'mamadou.diallo',
    name: 'Mamadou Diallo',
    answer: 'accepted',
  },
] as const) {
  test.describe(`on ${device}`, () => {
    test.use({ viewport })

    test(`an exercise in ${language}: a hint, what is masked, the machine, an objection and its answer`, async ({
      page,
    }) => {
      const refusals = watchPolicy(page)
      await signIn(page, language, login)
      await openAssignment(page, language, 'exercise')
      await expectOrder(page, language)
      await takeHint(page, language)
      await handInSession(page, language)
      await lookAtMachine(page, language)
      await object(page, language)
      const submission = new URL(page.url()).pathname
      await signOut(page, language)
      await answerObjection(page, language, name, answer)
      await signOut(page, language)
      await signIn(page, language, login)
      await page.goto(submission)
      await expect(page.getByText('Which version was it?')).toBeVisible()
      expect(refusals).toEqual([])
    })

    test(`an exercise with a Dockerfile in ${language}: Docker’s remarks, questions, a draft over a reload`, async ({
      page,
    }) => {
      await signIn(page, language, login)
      await page.goto(`/${language}/exercises`)
      await expectAccessible(page)
      await page.goto(`/${language}/assignments/${demoId('exercise entrypoint-cmd')}`)
      await writeDockerfile(page, language)
    })
  })
}

for (const { language, login, viewport } of [
  { language: 'en', login: 'oliver.bennett', viewport: PHONE },
  { language: 'fr', login: 'mamadou.diallo', viewport: DESKTOP },
] as const) {
  test.describe(`practice in ${language}`, () => {
    test.use({ viewport })

    test(`an exercise that is not assigned: sign-in first, free hints, a verdict and a history of one’s own`, async ({
      page,
    }) => {
      const t = translator(language, 'exercise')
      const result = translator(language, 'submission')
      await page.goto(`/${language}/exercises/names-logs-attach`)
      await expect(page).toHaveURL(new RegExp(`/${language}/sign-in\\?from=.*names-logs-attach`))
      await signIn(page, language, login)
      await page.goto(`/${language}/exercises`)
      await page.getByRole('main').locator('a[href$="/exercises/names-logs-attach"]').click()
      await expect(page.getByText(t('practiceLead'))).toBeVisible()
      await expect(page.getByText(t('historyEmpty'))).toBeVisible()
      const hint = page.locator('details').filter({ hasText: t('hintKinds.concept') })
      await hint.first().locator('summary').click()
      await expect(hint.first().locator('.rich')).toBeVisible()
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      await page.getByLabel(t('terminal', { number: 1 })).fill(RECORDING)
      await page.getByRole('button', { name: t('submit') }).click()
      await page.waitForURL('**/submissions/*')
      await expect(page.getByText(result('practiceText'))).toBeVisible()
      await expect(page.locator('li.step').first()).toBeVisible()
      await expect(page.getByText(result('explaining'))).toHaveCount(0)
      await expect(page.getByRole('button', { name: new RegExp(result('appeal'), 'i') })).toHaveCount(0)
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      await page.getByRole('link', { name: result('again') }).click()
      await expect(page.getByRole('link', { name: t('ordinal', { ordinal: 1 }) })).toBeVisible()
      await page.goto(`/${language}/exercises/exit-137`)
      await expect(page.getByRole('heading', { name: t('practiceAssignedTitle') })).toBeVisible()
    })
  })
}

/** Read and reached in one order everywhere; on a phone it is also the order from top to bottom. */
async function expectOrder(page: Page, language: Language): Promise<void> {
  const t = translator(language, 'exercise')
  const wanted = [t('goals'), t('submitTitle'), t('hintsTitle'), t('history')]
  const headings = page.getByRole('heading', { level: 2, name: new RegExp(`^(?:${wanted.join('|')})$`) })
  await expect(headings).toHaveText(wanted)
  const tops = await headings.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top))
  if (page.viewportSize()?.width === PHONE.width) expect(tops).toEqual(tops.toSorted((one, other) => one - other))
}

/** Takes the first hint, whose price is on its button. */
async function takeHint(page: Page, language: Language): Promise<void> {
  const t = translator(language, 'exercise')
  const hint = page.getByRole('button', { name: /\(−0[.,]\d+\)/ }).first()
  await expect(hint).toBeVisible()
  const offered = await page.getByRole('button', { name: /\(−/ }).count()
  await hint.click()
  await expect(page.getByText(t('hintKinds.concept'), { exact: true })).toBeVisible()
  expect(await page.getByRole('button', { name: /\(−/ }).count()).toBeLessThanOrEqual(offered)
}

/** Pastes a session with a password in it; sees what was understood and masked; hands in. */
async function handInSession(page: Page, language: Language): Promise<void> {
  const t = translator(language, 'exercise')
  const login = 'student@host:~$ docker login -u student -p hunter222\nLogin Succeeded\n'
  await page.getByLabel(t('terminal', { number: 1 })).fill(login + RECORDING)
  const commands = RECORDING.split('\n').filter((line) => /^\S+@\S+\$ \S/.test(line)).length + 1
  await expect(page.getByText(t('understoodSteps', { count: commands }))).toBeVisible()
  await page.getByText(t('masked', { count: 1 })).click()
  await expect(page.getByText('hunter222', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: t('submit') }).click()
  await page.waitForURL('**/submissions/*')
  await expect(page.locator('li.step')).toHaveCount(commands)
  await expect(page.getByText('hunter222')).toHaveCount(0)
  await expect(page.getByText(translator(language, 'submission')('hintCost'))).toBeVisible()
  await expect(page.getByText(t('hintKinds.concept'), { exact: true })).toBeVisible()
}

/** Looks at the machine around the first command that made a container. */
async function lookAtMachine(page: Page, language: Language): Promise<void> {
  const t = translator(language, 'submission')
  const run = page.locator('li.step').filter({ hasText: 'docker run' }).first()
  await run.getByRole('button', { name: /machine/i }).click()
  await expect(run.getByText(t('stateKinds.containers', { count: 0 }))).toBeVisible()
  await expect(run.getByText(t('stateKinds.containers', { count: 1 }))).toBeVisible()
}

async function object(page: Page, language: Language): Promise<void> {
  const t = translator(language, 'submission')
  const step = page.locator('li.step').last()
  await step.getByRole('button', { name: new RegExp(t('appeal'), 'i') }).click()
  await step.getByRole('textbox').fill('Mine showed more.')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await step.getByRole('button', { name: t('appealSend') }).click()
  await expect(step.getByText(t('appealSent'))).toBeVisible()
}

async function answerObjection(
  page: Page,
  language: Language,
  name: string,
  state: 'accepted' | 'declined',
): Promise<void> {
  const t = translator(language, 'submission')
  await enterDemo(page, language, 'instructor')
  await page
    .getByRole('main')
    .getByRole('link', { name: translator(language, 'gradebook')('place') })
    .first()
    .click()
  await page
    .getByRole('listitem')
    .getByRole('link', { name: new RegExp(name) })
    .last()
    .click()
  await expect(page.getByText('Mine showed more.')).toBeVisible()
  await page.getByLabel(t('appealAnswerLabel')).fill('Which version was it?')
  await expectAccessible(page)
  const file = page.waitForEvent('download')
  await page.getByRole('link', { name: t('appealCase') }).click()
  expect((await file).suggestedFilename()).toMatch(/^exit-137-[0-9a-f]{12}\.json$/)
  await page.getByRole('button', { name: t(state === 'accepted' ? 'appealAccept' : 'appealDecline') }).click()
  await expect(page.getByText(t(`appealStates.${state}`), { exact: true })).toBeVisible()
  // The line that was objected to was believed before: conceding it changes no point.
  const kept = page.getByText(t('regradedSame', { after: '#' }).split('#')[0] ?? '')
  await expect(kept).toHaveCount(state === 'accepted' ? 1 : 0)
}

async function writeDockerfile(page: Page, language: Language): Promise<void> {
  const t = translator(language, 'exercise')
  const editor = page.getByLabel('Dockerfile', { exact: true })
  await editor.fill('FROM alpine\nEXPOS 80\n')
  await expect(page.getByText(/unknown instruction: EXPOS \(did you mean EXPOSE\?\)/)).toBeVisible()
  await expect(page.getByText(t('fileError', { line: 2 }))).toBeVisible()
  await editor.fill('FROM alpine\nENTRYPOINT echo\n')
  await expect(page.getByText(t('fileRemark', { line: 2 }))).toBeVisible()
  await page.locator('.choice').first().click()
  await expect(page.getByText(t('draft'))).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.reload()
  await expect(editor).toHaveValue('FROM alpine\nENTRYPOINT echo\n')
  await expect(page.locator('.choice').first()).toHaveAttribute('data-selected', 'true')
}
