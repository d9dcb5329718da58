import { expect, type Locator, type Page, test } from '@playwright/test'
import { translator } from '@/messages/translate'
import { DEMO_EXAM_ID, DEMO_PRACTICE_ID } from '@/server/demo/ids'
import { DESKTOP, expectAccessible, expectNoSidewaysScroll, PHONE, signIn } from './visitor'

const VIEWS = [
  { name: 'desktop', viewport: DESKTOP, login: 'mamadou.diallo', language: 'fr' },
  { name: 'phone', viewport: PHONE, login: 'oliver.bennett', language: 'en' },
] as const

for (const { name, viewport, login, language } of VIEWS) {
  test(`a whole timed exam with the network cut in the middle, on a ${name}`, async ({ browser }) => {
    const t = translator(language, 'quiz')
    const context = await browser.newContext({ viewport, locale: language, reducedMotion: 'reduce' })
    const page = await context.newPage()
    await signIn(page, language, login)
    await page.goto(`/${language}/assignments/${DEMO_EXAM_ID}`)
    await page.getByRole('button', { name: t('start'), exact: true }).click()
    await expect(page.getByRole('timer')).toHaveText(/^3[78]:\d\d$/)
    const overview = page.getByRole('navigation', { name: t('overview') }).getByRole('button')
    const total = await overview.count()
    expect(total).toBeGreaterThanOrEqual(20)
    for (let number = 1; number <= total; number += 1) {
      if (number === Math.floor(total / 2)) {
        await context.setOffline(true)
      }
      const region = page.getByRole('region', { name: t('questionOf', { number, total }) })
      await expect(region).toBeVisible()
      await expectNoSidewaysScroll(page)
      await answer(page, region)
      if (number === Math.floor(total / 2) + 2) {
        await expect(page.getByText(t('offlineBanner'))).toBeVisible()
        await context.setOffline(false)
      }
      if (number < total) {
        await page.getByRole('button', { name: `${t('next')} →` }).click()
      }
    }
    await expect(page.getByText(t('allSaved'))).toBeVisible()
    await expect(overview.filter({ hasText: /^\d+$/ })).toHaveCount(total)
    await expectAccessible(page)
    await page.getByRole('button', { name: t('submit'), exact: true }).click()
    await expect(page.getByRole('dialog')).toContainText(t('submitAllAnswered'))
    await page.getByRole('button', { name: t('submitConfirm') }).click()
    await expect(page.getByText(translator(language, 'attempt')('receiptText'))).toBeVisible()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await context.close()
  })
}

test('practice shows why after each answer, and starts over as often as one likes', async ({ page }) => {
  const t = translator('en', 'quiz')
  await signIn(page, 'en', 'emily.carter')
  for (let round = 1; round <= 2; round += 1) {
    await page.goto(`/en/assignments/${DEMO_PRACTICE_ID}`)
    await page.getByRole('button', { name: new RegExp(`^(?:${t('start')}|${t('startAgain')})$`) }).click()
    const region = page.getByRole('region', { name: /^Question 1 of / })
    await answer(page, region)
    await region.getByRole('button', { name: t('check') }).click()
    await expect(region.getByRole('status').last()).toContainText(/Right|Partly|Wrong/)
    await expectAccessible(page)
    await page.getByRole('button', { name: t('submit'), exact: true }).click()
    await page.getByRole('button', { name: t('submitConfirm') }).click()
    await expect(page.getByText(translator('en', 'attempt')('receiptText'))).toBeVisible()
  }
})

/** Answers a question of any kind, rightly or not. */
async function answer(page: Page, region: Locator): Promise<void> {
  await expect(region).toBeVisible()
  const selects = region.getByRole('combobox')
  const choices = region.getByRole('radio').or(region.getByRole('checkbox'))
  const fields = region.getByRole('textbox')
  const order = region.locator('ol button:enabled')
  if ((await choices.count()) > 0) {
    await page.keyboard.press('Escape')
    await region.locator('.choice').first().click()
  } else if ((await selects.count()) > 0) {
    for (const select of await selects.all()) {
      await select.selectOption({ index: 1 })
    }
  } else if ((await fields.count()) > 0) {
    for (const field of await fields.all()) {
      await field.fill((await field.inputValue()) === '' ? '1' : `${await field.inputValue()}\n# seen`)
    }
  } else {
    await order.first().click()
  }
}
