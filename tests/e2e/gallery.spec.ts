import { expect, test } from '@playwright/test'
import { DEMO_CLASS_ID } from '@/server/demo/ids'
import { DESKTOP, enterDemo, expectAccessible, expectNoSidewaysScroll, PHONE, signIn } from './visitor'

const KINDS = ['ordering', 'matching', 'fill', 'command', 'predict', 'dockerfile']

for (const [name, viewport, language] of [
  ['desktop', DESKTOP, 'en'],
  ['phone', PHONE, 'fr'],
] as const) {
  test(`an instructor sees questions of every kind, and variants (${name})`, async ({ page }) => {
    await page.setViewportSize(viewport)
    await enterDemo(page, language, 'instructor')
    const path = `/${language}/classes/${DEMO_CLASS_ID}/questions`
    for (const kind of KINDS) {
      await page.goto(`${path}?type=${kind}`)
      await expect(page.getByRole('main').getByRole('group').first()).toBeVisible()
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    }
    await page.goto(`${path}?family=entrypoint-cmd&variant=3`)
    await expect(page.getByRole('heading', { name: /entrypoint-cmd-v3/i })).toBeVisible()
    await expectAccessible(page)
  })
}

test('a student is refused the questions with their keys', async ({ page }) => {
  await signIn(page, 'en', 'lucas.moreau')
  const response = await page.goto(`/en/classes/${DEMO_CLASS_ID}/questions`)
  expect(response?.status()).toBe(403)
})
