import { expect, type Page, test } from '@playwright/test'
import { translator } from '@/messages/translate'
import { beginQuiz, signIn } from './visitor'

const t = translator('en', 'quiz')

test('a quiz is taken by keyboard alone', async ({ page }) => {
  await startQuiz(page, 'emily.carter')
  const overview = page.getByRole('navigation', { name: t('overview') })
  for (let number = 1; number <= 10; number += 1) {
    await expect(page.getByRole('region', { name: t('questionOf', { number, total: 10 }) })).toBeVisible()
    const field = page.getByRole('main').getByRole('textbox')
    if ((await field.count()) > 0) {
      await field.focus()
      await page.keyboard.type('137')
      await page.keyboard.press('Escape')
      await page.getByRole('region', { name: t('questionOf', { number, total: 10 }) }).focus()
    } else {
      await page.keyboard.press('1')
    }
    await expect(page.getByText(t('saveSaved'), { exact: true })).toBeVisible()
    if (number === 3) {
      await page.keyboard.press('f')
    }
    await page.keyboard.press('n')
  }
  await expect(overview.getByRole('button', { name: new RegExp(t('stateAnswered')) })).toHaveCount(10)
  await expect(overview.getByRole('button', { name: new RegExp(t('stateFlagged')) })).toHaveCount(1)
  const submit = page.getByRole('button', { name: t('submit'), exact: true })
  await submit.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByText(t('submitFlagged', { count: 1 }))).toBeVisible()
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: t('submitConfirm') }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(translator('en', 'attempt')('score'), { exact: true })).toBeVisible()
})

test('answers given without network are kept, even over a reload, and saved when it is back', async ({
  page,
  context,
}) => {
  await startQuiz(page, 'noah.wilson')
  const number = await openChoices(page)
  await page.keyboard.press('1')
  await expect(page.getByText(t('saveSaved'), { exact: true })).toBeVisible()
  await context.route('**/api/responses**', (route) => route.abort())
  await page.keyboard.press('2')
  await expect(page.getByText(t('saveOffline'), { exact: true })).toBeVisible()
  await expect(page.getByText(t('offlineBanner'))).toBeVisible()
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await openQuestion(page, number)
  await expect(page.getByText(t('saveOffline'), { exact: true })).toBeVisible()
  await context.unroute('**/api/responses**')
  await expect(page.getByText(t('saveSaved'), { exact: true })).toBeVisible()
  await page.reload()
  await openQuestion(page, number)
  await expect(page.locator('.choice').nth(1)).toHaveAttribute('data-selected', 'true')
})

/** Signs in and begins the quiz. */
async function startQuiz(page: Page, login: string): Promise<void> {
  await signIn(page, 'en', login)
  await beginQuiz(page, 'en')
  await expect(page.getByText(t('saveIdle')).or(page.getByText(t('saveSaved'), { exact: true }))).toBeVisible()
}

/** Opens the first question with one answer to choose: their order is drawn for the attempt. Gives its number. */
async function openChoices(page: Page): Promise<number> {
  for (let number = 1; number <= 10; number += 1) {
    await openQuestion(page, number)
    if ((await page.getByRole('main').getByRole('radio').count()) > 1) {
      return number
    }
  }
  throw new Error('No question of the quiz has one answer to choose.')
}

async function openQuestion(page: Page, number: number): Promise<void> {
  const overview = page.getByRole('navigation', { name: t('overview') })
  await overview
    .getByRole('button')
    .nth(number - 1)
    .click()
  await expect(page.getByRole('region', { name: t('questionOf', { number, total: 10 }) })).toBeFocused()
}
