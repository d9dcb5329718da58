import { expect, type Page, test } from '@playwright/test'
import { LANGUAGES, type Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import { RECORDING } from './sessions'
import { beginQuiz, bringIntoView, enterDemo, openAssignment, PHONE, signIn, signOut, watchPolicy } from './visitor'

for (const language of LANGUAGES) {
  test(`the whole journey in ${language}: chapter, quiz, session, gradebook`, async ({ page }) => {
    await enterDemo(page, language, 'student')
    await makeJourney(page, language, 'Camille Lefèvre')
  })
}

for (const [language, login, name] of [
  ['fr', 'elodie.nguyen', 'Élodie N’Guyen'],
  ['en', 'priya.raman', 'Priya Raman'],
] as const) {
  test.describe('on a phone', () => {
    test.use({ viewport: PHONE, hasTouch: true })
    test(`the whole journey in ${language}`, async ({ page }) => {
      await signIn(page, language, login)
      await makeJourney(page, language, name)
    })
  })
}

/** From the chapter to the instructor's view of both grades, by somebody who has just signed in. */
async function makeJourney(page: Page, language: Language, student: string): Promise<void> {
  const refusals = watchPolicy(page)
  await readChapter(page, language)
  const quizScore = await takeQuiz(page, language)
  await handInSession(page, language)
  await signOut(page, language)

  await enterDemo(page, language, 'instructor')
  const book = translator(language, 'gradebook')
  await page
    .getByRole('main')
    .getByRole('link', { name: book('place') })
    .first()
    .click()
  const row = page.getByRole('row', { name: new RegExp(student) })
  await expect(row).toContainText(quizScore)
  await expect(row).toContainText('10 / 10')
  await row.getByRole('link').nth(1).click()
  await expect(page.getByRole('heading', { level: 1, name: student })).toBeVisible()
  await expectJudged(page)
  await page.getByRole('link', { name: book('back') }).click()
  await row.getByRole('link').first().click()
  await expect(page.getByText(translator(language, 'attempt')('scoreOf', { name: student }))).toBeVisible()
  expect(refusals).toEqual([])
}

async function readChapter(page: Page, language: Language): Promise<void> {
  const t = translator(language, 'chapter')
  await page.getByRole('link', { name: translator(language, 'site')('course'), exact: true }).click()
  await page.waitForURL('**/chapters')
  await page.getByRole('main').locator('a[href$="/11-stop-start-kill"]').click()
  await page.waitForURL('**/11-stop-start-kill')
  await expect(page.getByText('Exited (137)').first()).toBeVisible()
  await bringIntoView(page.getByRole('article').locator('li.plate').first())
  const question = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: t('checkAnswer') }) })
    .first()
  await question.getByRole('radio').first().check({ force: true })
  await question.getByRole('button', { name: t('checkAnswer') }).click()
  await expect(question.getByText(new RegExp(`^(?:${t('right')}|${t('wrong')})$`))).toBeVisible()
}

/** Answers every question with its first choice; gives the score as the page shows it. */
async function takeQuiz(page: Page, language: Language): Promise<string> {
  const t = translator(language, 'quiz')
  await beginQuiz(page, language)
  const plates = page.getByRole('navigation', { name: t('overview') }).getByRole('button')
  const total = 10
  await expect(plates).toHaveCount(total)
  for (let number = 1; number <= total; number += 1) {
    await plates.nth(number - 1).click()
    const question = page.getByRole('region', { name: t('questionOf', { number, total }) })
    await expect(question).toBeVisible()
    const field = question.getByRole('textbox')
    if ((await field.count()) > 0) {
      await field.fill('137')
    } else {
      await question.locator('.choice:not([data-selected])').first().click()
    }
    await expect(question.getByText(t('saveSaved'), { exact: true })).toBeVisible()
  }
  await expect(page.getByText(t('allSaved'))).toBeVisible()
  await page.getByRole('button', { name: t('submit'), exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(t('submitAllAnswered'))).toBeVisible()
  await dialog.getByRole('button', { name: t('submitConfirm') }).click()
  await expect(page.getByText(translator(language, 'attempt')('score'), { exact: true })).toBeVisible()
  await page.goto(`/${language}/assignments`)
  const shown = page.locator('[data-grade="quiz"] [data-shown]')
  return (await shown.innerText()).replaceAll('\n', '').trim()
}

async function handInSession(page: Page, language: Language): Promise<void> {
  const t = translator(language, 'exercise')
  await openAssignment(page, language, 'exercise')
  await page.getByLabel(t('terminal', { number: 1 })).fill(RECORDING)
  await page.getByRole('button', { name: t('submit') }).click()
  await page.waitForURL('**/submissions/*')
  await expect(page.getByText(translator(language, 'submission')('score'), { exact: true })).toBeVisible()
  await expectJudged(page)
}

/** Full marks, a verdict beside each command, and none of them against the student. */
async function expectJudged(page: Page): Promise<void> {
  const commands = RECORDING.split('\n').filter((line) => /^\S+@\S+\$ \S/.test(line)).length
  const steps = page.locator('li.step')
  await expect(steps).toHaveCount(commands)
  await expect(page.locator('li.step[data-verdict="inconsistent"]')).toHaveCount(0)
  await expect(page.locator('li.step[data-verdict="unexplained"]')).toHaveCount(0)
  await expect(page.locator('[data-score]')).toHaveAttribute('data-score', '10/10')
}
