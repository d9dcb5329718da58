import { expect, test } from '@playwright/test'
import { translator } from '@/messages/translate'

test('the bare address opens in the language of the browser, then in the one chosen', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'fr-CA' })
  const page = await context.newPage()
  await page.goto('/')
  await expect(page).toHaveURL(/\/fr$/)
  await page.goto('/fr/chapters')
  await page.getByRole('link', { name: translator('fr', 'site')('otherLanguage') }).click()
  await expect(page).toHaveURL(/\/en\/chapters$/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.goto('/')
  await expect(page).toHaveURL(/\/en$/)
  await context.close()
})

test('a chosen theme is there before the page is painted', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/en')
  await page.getByRole('button', { name: translator('en', 'site')('themeToDark') }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      document.title = `${document.documentElement.dataset.theme ?? 'none'} before hydration`
    })
  })
  await page.goto('/en/chapters', { waitUntil: 'commit' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  expect(ground).toBe('rgb(11, 24, 32)')
})

test('pages do not move while they load', async ({ page }) => {
  await page.addInitScript(() => {
    const total = { shift: 0 }
    Object.assign(window, { quaiLayout: total })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        total.shift += 'value' in entry && typeof entry.value === 'number' ? entry.value : 0
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  for (const path of ['/en', '/fr/chapters', '/fr/chapters/11-stop-start-kill', '/en/sign-in']) {
    await page.goto(path, { waitUntil: 'networkidle' })
    const shift = await page.evaluate(() => ('quaiLayout' in window ? JSON.stringify(window.quaiLayout) : ''))
    expect(JSON.parse(shift), path).toEqual({ shift: expect.closeTo(0, 2) })
  }
})

test('what does not exist says so, in the language of the address, with status 404', async ({ page }) => {
  const answer = await page.goto('/fr/chapters/99-nowhere')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(translator('fr', 'states')('notFoundTitle'))
})
