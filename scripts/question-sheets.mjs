// @ts-check
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'

/**
 * Shows ten questions of each type on a sheet of their own, as students meet them, from the question gallery of a
 * running demonstration (`npm start`), so that somebody can look them over:
 * node scripts/question-sheets.mjs [address] [--to folder] [--phone] [--dark] [--lang fr|en] [--keys]
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    to: { type: 'string', default: 'test-results/question-sheets' },
    phone: { type: 'boolean', default: false },
    dark: { type: 'boolean', default: false },
    lang: { type: 'string', default: 'en' },
    keys: { type: 'boolean', default: false },
  },
})
const address = positionals[0] ?? 'http://127.0.0.1:3000'
const folder = path.resolve(values.to)
const onSheet = 10

const browser = await chromium.launch({
  ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'],
})
const context = await browser.newContext({
  baseURL: address,
  colorScheme: values.dark ? 'dark' : 'light',
  viewport: values.phone ? { width: 390, height: 844 } : { width: 1280, height: 800 },
  reducedMotion: 'reduce',
})
const page = await context.newPage()
mkdirSync(folder, { recursive: true })

await page.goto('/en/sign-in')
await page.getByRole('button', { name: 'Enter as an instructor' }).click()
await page.waitForURL('**/assignments')
const gradebook = page.getByRole('main').getByRole('link', { name: 'Gradebook' }).first()
const gallery = `${(await gradebook.getAttribute('href'))?.replace(/^\/en\//u, `/${values.lang}/`)}/questions`

await page.goto(gallery)
const types = await page
  .locator('select[name="type"] option')
  .evaluateAll((options) =>
    options.flatMap((option) => (option instanceof HTMLOptionElement && option.value !== '' ? [option.value] : [])),
  )
for (const type of types) {
  await page.goto(`${gallery}?type=${type}`)
  await page.waitForLoadState('networkidle')
  const plates = page.locator('main li.plate')
  await plates.first().waitFor()
  // A picture taller than the window would show it in the middle.
  await page.addStyleTag({ content: '.skip-link { display: none }' })
  // Ten from all over the bank: those in between are taken off the sheet.
  await plates.evaluateAll(
    (all, { wanted, keys }) => {
      const shown = new Set(Array.from({ length: wanted }, (_, place) => Math.floor((place * all.length) / wanted)))
      all.forEach((plate, place) => {
        if (!shown.has(place)) plate.remove()
        for (const key of keys ? [] : plate.querySelectorAll('details')) key.open = false
      })
    },
    { wanted: onSheet, keys: values.keys },
  )
  const name = [type, ...(values.phone ? ['phone'] : []), ...(values.dark ? ['dark'] : [])].join('-')
  await plates
    .first()
    .locator('xpath=..')
    .screenshot({ path: path.join(folder, `${name}.png`) })
  console.log(path.relative(process.cwd(), path.join(folder, `${name}.png`)))
}
await browser.close()
