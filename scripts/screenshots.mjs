// @ts-check
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'

/**
 * Takes the pictures of README.md and docs/design.md from a running demonstration (`npm start`), whose student has
 * done nothing yet: node scripts/screenshots.mjs [address]
 */
const address = process.argv[2] ?? 'http://127.0.0.1:3000'
const folder = path.join(process.cwd(), 'docs/images')
const recording = path.join(process.cwd(), 'tests/conformance/recordings/056-nginx-dynamic-port.txt')
const DESKTOP = { width: 1280, height: 800 }
const PHONE = { width: 390, height: 844 }

const browser = await chromium.launch({
  ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'],
})

/**
 * A fresh visitor's page.
 * @param {'light' | 'dark'} colorScheme
 */
async function visitor(colorScheme, viewport = DESKTOP) {
  const context = await browser.newContext({ baseURL: address, colorScheme, viewport, reducedMotion: 'reduce' })
  return context.newPage()
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} name
 */
async function take(page, name) {
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: path.join(folder, `${name}.png`) })
  console.log(`docs/images/${name}.png`)
}

/**
 * Enters with one click: the first button is the student's, the second the instructor's.
 * @param {import('@playwright/test').Page} page
 * @param {'student' | 'instructor'} role
 */
async function enter(page, role) {
  await page.goto('/en/sign-in')
  await page.getByRole('button', { name: `Enter as a${role === 'student' ? '' : 'n'} ${role}` }).click()
  await page.waitForURL('**/assignments')
}

mkdirSync(folder, { recursive: true })

const reader = await visitor('light')
await reader.goto('/fr')
// Who is signed in is asked once the page is there.
await reader.getByRole('banner').getByRole('link', { name: 'Se connecter' }).waitFor()
await take(reader, 'home-light')
await reader.goto('/fr/chapters/11-stop-start-kill')
await take(reader, 'chapter')
await reader.locator('figure').first().scrollIntoViewIfNeeded()
await reader
  .locator('figure')
  .first()
  .screenshot({ path: path.join(folder, 'figure-life-cycle.png') })
await reader
  .locator('figure')
  .nth(1)
  .screenshot({ path: path.join(folder, 'figure-signals.png') })

const night = await visitor('dark')
await night.goto('/en')
await night.getByRole('banner').getByRole('link', { name: 'Sign in' }).waitFor()
await take(night, 'home-dark')
await night.goto('/en/chapters/11-stop-start-kill')
await night
  .locator('figure')
  .nth(1)
  .screenshot({ path: path.join(folder, 'figure-signals-dark.png') })

const student = await visitor('light')
await enter(student, 'student')
await take(student, 'assignments')
await student.getByRole('link', { name: /^(?:Start|Resume|Open) : How a container ends/ }).click()
await student.getByRole('button', { name: /Start the quiz|Resume the quiz|New attempt/ }).click()
await student.waitForURL('**/attempts/*')
// Questions come in an order drawn for the attempt: on to the first that has answers to choose from.
while ((await student.locator('.choice').count()) === 0) {
  await student.getByRole('button', { name: 'Next →' }).click()
}
await student.locator('.choice').first().click()
await student.getByText('Everything is saved').waitFor()
await take(student, 'quiz')
await student.setViewportSize(PHONE)
await take(student, 'quiz-phone')
await student.setViewportSize(DESKTOP)
await student.goto('/en/assignments')
await student.getByRole('link', { name: /^(?:Start|Open) : Two ways to end/ }).click()
await student.getByRole('heading', { name: 'Hints' }).waitFor()
await take(student, 'exercise')
await student.getByLabel('Terminal 1').fill(readFileSync(recording, 'utf8').replace('Exited (137)', 'Exited (0)'))
await student.getByRole('button', { name: 'Get it marked' }).click()
await student.waitForURL('**/submissions/*')
await student.locator('[data-score]').waitFor()
await student.getByText('Working out why').waitFor({ state: 'detached' })
await take(student, 'result')
await student.setViewportSize(PHONE)
await take(student, 'result-phone')
await student.setViewportSize(DESKTOP)
const doubted = student.locator('li.step[data-verdict="inconsistent"]').first()
await doubted.scrollIntoViewIfNeeded()
await take(student, 'verdicts')
await doubted.getByRole('button', { name: /This is not what my Docker printed/i }).click()
await doubted.getByRole('textbox').fill('Docker 28.2 on Ubuntu 24.04 printed exactly this, twice.')
await doubted.getByRole('button', { name: 'Send' }).click()
await doubted.getByText('the answer will show on this page').waitFor()

const instructor = await visitor('light')
await enter(instructor, 'instructor')
await instructor.getByRole('main').getByRole('link', { name: 'Gradebook' }).first().click()
await instructor.getByRole('grid').waitFor()
await take(instructor, 'gradebook')
await instructor
  .getByRole('link', { name: /^Camille Lefèvre · Two ways to end/ })
  .last()
  .click()
await instructor.getByText('The student is right').waitFor()
await instructor.getByRole('heading', { name: /^Objection/ }).evaluate((heading) => heading.scrollIntoView())
await take(instructor, 'appeal')

await browser.close()
