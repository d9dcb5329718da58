import { expect, type Page, test } from '@playwright/test'
import { translator } from '@/messages/translate'
import { expectAccessible, expectNoSidewaysScroll, PHONE, watchPolicy } from './visitor'

const commandLine = (page: Page) => page.locator('#practice-input')
const log = (page: Page) => page.getByRole('log')

/** Enters a line and waits for what it does: a new line of the log and a prompt after it. */
async function enter(page: Page, line: string): Promise<void> {
  const lines = await log(page).locator('> span').count()
  await commandLine(page).fill(line)
  await commandLine(page).press('Enter')
  await expect(log(page).locator('> span')).toHaveCount(lines + 1)
}

test('an example of chapter 13 is tried: its commands print what the chapter prints, and a reload keeps them', async ({
  page,
}) => {
  const t = translator('en', 'practice')
  const refusals = watchPolicy(page)
  await page.goto('/en/chapters/13-ports')
  const example = page.locator('#example-publish')
  const printed = await example.locator('.terminal-text').textContent()
  const commands = await example.locator('.terminal-command').allTextContents()
  await example.getByRole('link', { name: translator('en', 'chapter')('tryIt') }).click()
  await expect(page).toHaveURL(/\/en\/practice\/13-ports#publish$/)
  for (const command of commands) {
    await page.getByRole('button', { name: `${t('insert')} ${command}`, exact: true }).click()
    await expect(commandLine(page)).toHaveValue(command)
    await expect(commandLine(page)).toBeFocused()
    await page.keyboard.press('Enter')
  }
  await expect(page.getByText(t('allDone', { count: commands.length }))).toBeVisible()
  expect(await log(page).textContent()).toBe(printed)
  const machine = page.getByRole('group').filter({ has: page.getByRole('heading', { name: t('machine') }) })
  await expect(machine).toContainText('web')
  await expect(machine).toContainText('8080→80/tcp')
  await expectAccessible(page)

  await page.reload()
  await expect(page.getByText(t('notice.replayed'))).toBeVisible()
  expect(await log(page).textContent()).toBe(printed)
  await enter(page, 'docker stop web')
  await expect(machine).toContainText('exited (0)')

  await page.getByRole('button', { name: t('reset') }).click()
  await expectAccessible(page)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('resetYes') })
    .click()
  await expect(page.getByRole('button', { name: `${t('insert')} ${commands[0] ?? ''}`, exact: true })).toBeVisible()
  await expect(log(page)).toBeEmpty()

  await page.getByRole('link', { name: t('backToText') }).click()
  await expect(page).toHaveURL(/\/en\/chapters\/13-ports#example-publish$/)
  await expect(example).toBeInViewport()
  expect(refusals).toEqual([])
})

test('a phone has the keys its keyboard lacks: a shell in a container, a file, a command that goes on', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: PHONE, locale: 'fr', hasTouch: true })
  const page = await context.newPage()
  const t = translator('fr', 'practice')
  const key = (name: string) => page.getByRole('button', { name: `${name} (` })
  await page.goto('/fr/practice#images')
  await enter(page, 'docker run -it --name boite ubuntu')
  await expect(page.locator('label[for=practice-input]')).toContainText(/root@[0-9a-f]{12}:\/# /)
  await key('Ctrl+P Ctrl+Q').click()
  await expect(page.locator('label[for=practice-input]')).toContainText('student@host:~$')
  await enter(page, 'docker ps --format "{{.Names}} {{.Image}}"')
  await expect(log(page)).toContainText('boite ubuntu')

  await commandLine(page).fill('nano Dockerfile')
  await page.getByRole('button', { name: t('enter'), exact: true }).click()
  const editor = page.getByRole('textbox', { name: 'Dockerfile' })
  await editor.fill('FROM alpine\nCMD ["echo", "bonjour"]')
  await expectAccessible(page)
  await page.getByRole('button', { name: t('editorSave') }).click()
  await enter(page, 'docker build -q -t essai . && docker run essai')
  await expect(log(page)).toContainText('bonjour')

  await enter(page, 'docker run --name ping alpine ping 127.0.0.1')
  await expect(log(page)).toContainText('seq=6')
  await key('Ctrl+C').click()
  await expect(log(page)).toContainText('--- 127.0.0.1 ping statistics ---')
  await key('↑').click()
  await expect(commandLine(page)).toHaveValue('docker run --name ping alpine ping 127.0.0.1')

  await expectNoSidewaysScroll(page)
  await page.getByRole('heading', { name: t('machine') }).click()
  await expect(page.getByText('essai:latest')).toBeVisible()
  await expectAccessible(page)
  await context.close()
})

test('a part that does not arrive loses nothing, and is fetched on the second try', async ({ page, context }) => {
  const t = translator('en', 'practice')
  await page.goto('/en/practice#site')
  await enter(page, 'docker ps -q')
  await context.route('**/_next/static/**', (route) => route.abort())
  await commandLine(page).fill('curl -s localhost:8080 | head -4')
  await commandLine(page).press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: t('hold.not-loaded') })).toBeVisible()
  await expectAccessible(page)
  await context.unroute('**/_next/static/**')
  await page.getByRole('button', { name: t('retry') }).click()
  await expect(log(page)).toContainText('<title>Welcome to nginx!</title>')

  await enter(page, 'echo still here')
  await expect(log(page)).toContainText('still here\n')
})

test('without scripts the page says what it needs and leads back', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en' })
  const page = await context.newPage()
  await page.goto('/en/practice/13-ports#publish')
  const told = page.locator('noscript p')
  await expect(told).toBeVisible()
  await expect(told).toHaveText(translator('en', 'practice')('noScript'))
  await expect(page.getByRole('log')).toBeHidden()
  await page.getByRole('link', { name: translator('en', 'practice')('toChapter') }).click()
  await expect(page).toHaveURL(/\/en\/chapters\/13-ports$/)
  await context.close()
})
