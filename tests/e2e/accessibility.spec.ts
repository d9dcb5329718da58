import { expect, type Page, test } from '@playwright/test'
import { enterDemo, expectAccessible, expectNoSidewaysScroll, openAssignment } from './visitor'

const VIEWS = [
  { name: 'desktop, light', width: 1280, height: 860, colorScheme: 'light' },
  { name: 'desktop, dark', width: 1280, height: 860, colorScheme: 'dark' },
  { name: 'phone, light', width: 390, height: 844, colorScheme: 'light' },
  { name: 'phone, dark', width: 390, height: 844, colorScheme: 'dark' },
] as const

const PUBLIC_PAGES = ['', '/chapters', '/chapters/11-stop-start-kill', '/sign-in', '/chapters/99-nowhere']

for (const view of VIEWS) {
  test.describe(view.name, () => {
    test.use({ viewport: { width: view.width, height: view.height }, colorScheme: view.colorScheme })
    const language = view.colorScheme === 'light' ? 'fr' : 'en'

    test('public pages', async ({ page }) => {
      for (const path of PUBLIC_PAGES) {
        await page.goto(`/${language}${path}`)
        await expectSound(page, path)
      }
    })

    test('a student’s pages', async ({ page }) => {
      await enterDemo(page, language, 'student')
      await expectSound(page, 'assignments')
      for (const kind of ['quiz', 'exercise'] as const) {
        await openAssignment(page, language, kind)
        await page.waitForURL(/\/(?:assignments|attempts)\/[\w-]+$/)
        await expectSound(page, kind)
      }
    })

    test('an instructor’s pages', async ({ page }) => {
      await enterDemo(page, language, 'instructor')
      await page.goto(`/${language}/classes`)
      await expectSound(page, 'classes')
      await page.getByRole('main').getByRole('link').first().click()
      await expect(page.getByRole('grid')).toBeVisible()
      await expectSound(page, 'gradebook')
      const book = page.url()
      for (const kind of ['attempts', 'submissions']) {
        await page.goto(book)
        await page.locator(`a[href*="/${kind}/"]`).first().click()
        await page.waitForURL(`**/${kind}/*`)
        await expectSound(page, kind)
      }
    })
  })
}

async function expectSound(page: Page, where: string): Promise<void> {
  await test.step(`${where} has no violation and does not scroll sideways`, async () => {
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  })
}
