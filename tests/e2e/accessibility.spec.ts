import { expect, type Page, test } from '@playwright/test'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import { DEMO_CLASS_ID } from '@/server/demo/ids'
import { DOCKERFILE, NOISE, RECORDING } from './sessions'
import {
  beginQuiz,
  DESKTOP,
  enterDemo,
  expectAccessible,
  expectNoSidewaysScroll,
  openAssignment,
  PHONE,
  signIn,
} from './visitor'

/** Each view has a student of its own, who has handed in a partial session before and has attempts left. */
const VIEWS = [
  { name: 'desktop', viewport: DESKTOP, language: 'fr', student: 'lucas.moreau' },
  { name: 'phone', viewport: PHONE, language: 'en', student: 'ines.haddad' },
] as const

const PUBLIC_PAGES = ['', '/chapters', '/chapters/11-stop-start-kill', '/sign-in', '/chapters/99-nowhere']

test.describe.configure({ mode: 'parallel' })

for (const { name, viewport, language, student } of VIEWS) {
  test.describe(name, () => {
    test.use({ viewport, contextOptions: { reducedMotion: 'reduce' } })

    test('public pages', async ({ page }) => {
      for (const path of PUBLIC_PAGES) {
        await page.goto(`/${language}${path}`)
        await expectSound(page, path)
      }
    })

    test('a quiz, before, while it is taken and marked', async ({ page }) => {
      await signIn(page, language, student)
      await expectSound(page, 'assignments')
      await openAssignment(page, language, 'quiz')
      await expectSound(page, 'quiz')
      await takeQuiz(page, language)
    })

    test('an exercise and what may become of a submission', async ({ page }) => {
      await signIn(page, language, student)
      const t = translator(language, 'exercise')
      await openAssignment(page, language, 'exercise')
      await page.getByRole('button', { name: t('submit') }).click()
      await expect(page.getByText(t('errorEmpty'))).toBeVisible()
      await expectSound(page, 'exercise, nothing pasted')
      await page.getByRole('link', { name: t('ordinal', { ordinal: 1 }), exact: true }).click()
      await expect(page.locator('ins code').first()).toBeVisible()
      await expectSound(page, 'partial submission with its repair')
      await handIn(page, language, { text: RECORDING })
      await expectSound(page, 'good submission')
      await handIn(page, language, { text: DOCKERFILE })
      await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(
        translator(language, 'submission')('nothingRead'),
      )
      await expectSound(page, 'a Dockerfile')
      await handIn(page, language, { file: NOISE })
      await expectSound(page, '1 MB of noise')
    })

    test('pages that a student may not or cannot open', async ({ page }) => {
      await signIn(page, language, student)
      await page.goto(`/${language}/classes`)
      await expectSound(page, 'no class to teach')
      const forbidden = await page.goto(`/${language}/classes/${DEMO_CLASS_ID}`)
      expect(forbidden?.status()).toBe(403)
      await expectSound(page, 'gradebook of others')
      const absent = await page.goto(`/${language}/submissions/00000000-0000-4000-8000-000000000000`)
      expect(absent?.status()).toBe(404)
      await expectSound(page, 'absent submission')
    })

    test('an instructor’s pages', async ({ page }) => {
      await enterDemo(page, language, 'instructor')
      await page.goto(`/${language}/classes`)
      await expectSound(page, 'classes')
      await page.getByRole('main').getByRole('link').first().click()
      await expect(page.getByRole('grid')).toBeVisible()
      await expectSound(page, 'gradebook')
      const book = page.url()
      await page
        .getByRole('row', { name: /Thomas Girard/ })
        .locator('a[href*="/submissions/"]')
        .click()
      await expect(page.locator('li.step[data-verdict="inconsistent"]').first()).toBeVisible()
      await expectSound(page, 'tampered submission')
      await page.goto(book)
      await page.locator('a[href*="/attempts/"]').first().click()
      await page.waitForURL('**/attempts/*')
      await expectSound(page, 'attempt')
    })
  })
}

/** Takes the quiz as far as its result; looks at it with an answer that cannot be saved, then saved, then marked. */
async function takeQuiz(page: Page, language: Language): Promise<void> {
  const t = translator(language, 'quiz')
  await beginQuiz(page, language)
  await expectSound(page, 'quiz begun')
  await page.route('**/api/responses', (route) => route.abort())
  while ((await page.locator('.choice').count()) === 0) {
    await page.keyboard.press('n')
  }
  await page.locator('.choice').first().click()
  await expect(page.getByText(t('saveOffline'), { exact: true })).toBeVisible()
  await expectSound(page, 'answer not saved')
  await page.unroute('**/api/responses')
  await expect(page.getByText(t('saveSaved'), { exact: true })).toBeVisible()
  await expectSound(page, 'answer saved')
  await page.getByRole('button', { name: t('submit'), exact: true }).click()
  const confirm = page.getByRole('dialog').getByRole('button', { name: t('submitConfirm') })
  await expect(confirm).toBeVisible()
  await expectSound(page, 'confirmation', 'dialog')
  await confirm.click()
  await expect(page.getByText(translator(language, 'attempt')('score'), { exact: true })).toBeVisible()
  await expectSound(page, 'quiz result')
}

/** Hands in a pasted text or a dropped file and waits for the verdict with its reasons. */
async function handIn(
  page: Page,
  language: Language,
  session: { readonly text: string } | { readonly file: string },
): Promise<void> {
  const t = translator(language, 'exercise')
  await openAssignment(page, language, 'exercise')
  if ('text' in session) {
    await page.getByLabel(t('terminal', { number: 1 })).fill(session.text)
  } else {
    const buffer = Buffer.from(session.file)
    await page.locator('input[type="file"]').setInputFiles({ name: 'session.txt', mimeType: 'text/plain', buffer })
  }
  await page.getByRole('button', { name: t('submit') }).click()
  await page.waitForURL('**/submissions/*')
  await expect(page.locator('[data-score]')).toBeVisible()
  await expect(page.getByText(translator(language, 'submission')('explaining'))).toHaveCount(0)
}

/** No violation by day and by night, and nothing wider than the window. */
async function expectSound(page: Page, where: string, on: 'page' | 'dialog' = 'page'): Promise<void> {
  await test.step(`${where} has no violation and does not scroll sideways`, async () => {
    await expect(on === 'page' ? page.getByRole('heading', { level: 1 }) : page.getByRole('dialog')).toBeVisible()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.waitForFunction(() => !document.getAnimations().some((one) => one instanceof CSSTransition))
      await expectAccessible(page)
    }
    await expectNoSidewaysScroll(page)
  })
}
