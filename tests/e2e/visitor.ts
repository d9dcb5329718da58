import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import { DEMO_PASSWORD } from '@/server/demo/accounts'

/** What the browser tests do over and over, in the words of a visitor. */

export const DESKTOP = { width: 1280, height: 860 }
export const PHONE = { width: 390, height: 844 }

/** Enters as one of the two demonstration users, with one click. */
export async function enterDemo(page: Page, language: Language, role: 'student' | 'instructor'): Promise<void> {
  const t = translator(language, 'signIn')
  await page.goto(`/${language}/sign-in`)
  await page.getByRole('button', { name: t(role === 'student' ? 'demoStudent' : 'demoInstructor') }).click()
  await page.waitForURL(`**/${language}/assignments`)
}

/** Signs in as a demonstration user by address and password. */
export async function signIn(page: Page, language: Language, login: string): Promise<void> {
  const t = translator(language, 'signIn')
  await page.goto(`/${language}/sign-in`)
  await page.getByLabel(t('email')).fill(`${login}@demo.quai.example`)
  await page.getByLabel(t('password')).fill(DEMO_PASSWORD)
  await page
    .getByRole('main')
    .getByRole('button', { name: t('submit'), exact: true })
    .click()
  await page.waitForURL(`**/${language}/assignments`)
}

export async function signOut(page: Page, language: Language): Promise<void> {
  const t = translator(language, 'site')
  await page.getByRole('button', { name: new RegExp(t('signOut')) }).click()
  await expect(page.getByRole('banner').getByRole('link', { name: t('signIn') })).toBeVisible()
}

/** Opens the demonstration class's quiz or exercise from the list of one's work. */
export async function openAssignment(page: Page, language: Language, kind: 'quiz' | 'exercise'): Promise<void> {
  await page.goto(`/${language}/assignments`)
  const card = page.getByRole('listitem').filter({ hasText: translator(language, 'assignments')(kind) })
  await card.getByRole('link').first().click()
}

/** Begins the class's quiz, or goes on with an attempt that was left open. */
export async function beginQuiz(page: Page, language: Language): Promise<void> {
  const t = translator(language, 'quiz')
  await openAssignment(page, language, 'quiz')
  await page.waitForURL(/\/(?:assignments|attempts)\/[\w-]+$/)
  if (!page.url().includes('/attempts/')) {
    await page.getByRole('button', { name: new RegExp(`${t('start')}|${t('startAgain')}|${t('resume')}`) }).click()
  }
  await page.waitForURL('**/attempts/*')
}

/**
 * Fails on any violation that axe finds of WCAG 2.2 A and AA, and of its own best practices. Looks again while there is
 * one: a page may still be sent, and what scrolls is found out once the page has come alive and its fonts are there.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.locator('h1:visible').first()).toBeVisible()
  await expect(page.locator('[aria-busy="true"]:visible')).toHaveCount(0)
  await expect.poll(() => violationsOn(page)).toEqual([])
}

async function violationsOn(
  page: Page,
): Promise<readonly { readonly id: string; readonly where: readonly string[] }[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.map(({ id, nodes }) => ({ id, where: nodes.slice(0, 3).map((node) => node.html) }))
}

/** Brings into view what the page may just be replacing: what is made answerable when the reader comes near. */
export async function bringIntoView(place: Locator): Promise<void> {
  await expect(() => place.scrollIntoViewIfNeeded({ timeout: 5_000 })).toPass()
}

/** Fails when the page scrolls sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(excess).toBe(0)
}

/** What the browser refused to load or run because of the page's policy; filled while the page is used. */
export function watchPolicy(page: Page): readonly string[] {
  const refusals: string[] = []
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) {
      refusals.push(message.text())
    }
  })
  return refusals
}
