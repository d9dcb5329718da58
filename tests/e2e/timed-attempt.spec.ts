import { type Browser, expect, type Page, test } from '@playwright/test'
import { translator } from '@/messages/translate'
import { DEMO_PASSWORD } from '@/server/demo/accounts'
import { DEMO_CLASS_ID } from '@/server/demo/ids'
import { formatLocal } from '@/server/zoned-time'
import { beginQuiz, DESKTOP, enterDemo, expectAccessible, expectNoSidewaysScroll, PHONE, signIn } from './visitor'

const t = translator('en', 'quiz')
const form = translator('en', 'settings')

const VIEWS = [
  { name: 'desktop', viewport: DESKTOP, login: 'oliver.bennett', student: 'Oliver Bennett' },
  { name: 'phone', viewport: PHONE, login: 'chloe.dubois', student: 'Chloé Dubois' },
] as const

for (const { name, viewport, login, student } of VIEWS) {
  test(`a timed attempt on a ${name}: a new end, no network, no session, another tab`, async ({ browser }) => {
    const context = await browser.newContext({ viewport, locale: 'en' })
    const page = await context.newPage()
    await signIn(page, 'en', login)
    await beginQuiz(page, 'en')
    const address = page.url()
    await giveChoice(page, 1)
    await expect(page.getByText(t('saveSaved'), { exact: true })).toBeVisible()

    const instructor = await openSettings(browser)
    await grantEnd(instructor, student, 30)
    await expect(page.getByRole('timer')).toHaveText(/^(?:29|30):\d\d$/)
    await grantEnd(instructor, student, 45)
    await expect(page.getByRole('timer')).toHaveText(/^4[45]:\d\d$/)
    await instructor.context().close()

    await context.setOffline(true)
    await giveChoice(page, 2)
    await expect(page.getByText(t('offlineBanner'))).toBeVisible()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }))
    expect(kept).toContain('sealed')
    expect(kept).not.toContain('choice')
    await context.setOffline(false)
    await expect(page.getByText(t('saveSaved'), { exact: true })).toBeVisible()

    await context.clearCookies()
    await giveChoice(page, 1)
    const dialog = page.getByRole('dialog', { name: t('signInAgainTitle') })
    await dialog.getByLabel(translator('en', 'signIn')('email')).fill(`${login}@demo.quai.example`)
    await dialog.getByLabel(translator('en', 'signIn')('password')).fill(DEMO_PASSWORD)
    await expectAccessible(page)
    await dialog.getByRole('button', { name: translator('en', 'signIn')('submit') }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText(t('saveSaved'), { exact: true })).toBeVisible()

    const other = await context.newPage()
    await other.goto(address)
    await giveChoice(other, 2)
    await expect(other.getByText(t('saveSaved'), { exact: true })).toBeVisible()
    await giveChoice(page, 2)
    await expect(page.getByText(t('newerBanner'))).toBeVisible()
    await page.getByRole('button', { name: t('reload') }).click()
    await expect(page.getByText(t('newerBanner'))).toBeHidden()

    await other.getByRole('button', { name: t('submit'), exact: true }).click()
    await other.getByRole('button', { name: t('submitConfirm') }).click()
    await expect(other.getByText(translator('en', 'attempt')('receiptText'))).toBeVisible()
    await expect(page.getByText(translator('en', 'attempt')('receiptText'))).toBeVisible()
    await expectAccessible(page)
    await context.close()
  })
}

/** Chooses in the first question that has choices, by its digit. */
async function giveChoice(page: Page, digit: 1 | 2): Promise<void> {
  const overview = page.getByRole('navigation', { name: t('overview') })
  for (let number = 1; number <= 10; number += 1) {
    await overview
      .getByRole('button')
      .nth(number - 1)
      .click()
    await expect(page.getByRole('region', { name: t('questionOf', { number, total: 10 }) })).toBeFocused()
    if ((await page.getByRole('main').getByRole('radio').count()) > 2) {
      await page.keyboard.press(String(digit))
      return
    }
  }
  throw new Error('No question of the quiz has one answer to choose.')
}

async function openSettings(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: 'en' })
  const page = await context.newPage()
  await enterDemo(page, 'en', 'instructor')
  await page.goto(`/en/classes/${DEMO_CLASS_ID}/settings`)
  return page
}

/** Moves one student's closing date to so many minutes from now. */
async function grantEnd(page: Page, student: string, minutes: number): Promise<void> {
  const end = new Date(Date.now() + (minutes * 60 + 20) * 1_000)
  const choice = page.getByLabel(form('student'))
  const id = await choice.getByRole('option').filter({ hasText: student }).getAttribute('value')
  await choice.selectOption(id)
  await page.getByLabel(form('closesAt')).fill(formatLocal(end.toISOString(), 'Europe/Paris'))
  await page.getByRole('button', { name: form('grant'), exact: true }).click()
  await expect(page.getByText(form('outcome_saved'))).toBeVisible()
}
