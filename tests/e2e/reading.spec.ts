import { expect, test } from '@playwright/test'
import { translator } from '@/messages/translate'
import { bringIntoView, expectAccessible, expectNoSidewaysScroll, PHONE, signIn } from './visitor'

test('the course is searched with a typing mistake, by whoever has no account, on a phone', async ({ browser }) => {
  const context = await browser.newContext({ viewport: PHONE, locale: 'fr' })
  const page = await context.newPage()
  const t = translator('fr', 'search')
  await page.goto('/fr/chapters')
  await page.getByRole('link', { name: translator('fr', 'site')('search'), exact: true }).click()
  await page.getByLabel(t('label')).fill('publeir port hote')
  const hits = page.getByRole('main').getByRole('listitem')
  await expect(hits.first()).toContainText('Les ports')
  expect(page.url()).toContain('?q=publeir')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await hits.first().getByRole('link').click()
  await expect(page).toHaveURL(/\/fr\/chapters\/13-ports/)
  await page.goBack()
  await expect(page.getByLabel(t('label'))).toHaveValue('publeir port hote')
  await page.getByLabel(t('label')).fill('zzzzzz')
  await expect(page.getByRole('status')).toHaveText(t('found', { count: 0 }))
  await context.close()
})

test('a reader goes on where they stopped, with their answers, on another device', async ({ browser }) => {
  const t = translator('en', 'chapter')
  const one = await (await browser.newContext({ locale: 'en' })).newPage()
  await signIn(one, 'en', 'priya.raman')
  await one.goto('/en/chapters/13-ports')
  const headings = one.getByRole('article').getByRole('heading', { level: 2 })
  await bringIntoView(headings.nth(4))
  const saved = one.waitForResponse(
    (response) =>
      response.url().endsWith('/api/progress') && (response.request().postData() ?? '').includes('"answers":{"'),
  )
  await bringIntoView(one.getByRole('article').locator('li.plate').first())
  const question = one.getByRole('article').getByRole('radiogroup').first()
  await question.getByRole('radio').first().check({ force: true })
  await one
    .getByRole('button', { name: t('checkAnswer') })
    .first()
    .click()
  expect((await saved).status()).toBe(200)
  await one.context().close()

  const other = await (await browser.newContext({ locale: 'en', viewport: PHONE })).newPage()
  await signIn(other, 'en', 'priya.raman')
  await other.goto('/en/chapters')
  await expect(other.getByText(/^[1-9]\d*% read$/)).toHaveCount(1)
  await other.goto('/en/chapters/13-ports')
  const resume = other.getByRole('link', { name: /^Go on at “/ })
  await expect(resume).toBeVisible()
  await expectAccessible(other)
  await resume.click()
  await expect(resume).toBeHidden()
  await bringIntoView(other.getByRole('article').locator('li.plate').first())
  await expect(other.getByRole('article').getByRole('radiogroup').first().getByRole('radio').first()).toBeChecked()
  await other.context().close()
})

test('a word of the glossary is explained in place, by keyboard, without leaving the text', async ({ page }) => {
  await page.goto('/en/chapters/16-layers')
  const word = page.getByRole('article').locator('button.term').first()
  const explanation = page.locator(`#${await word.getAttribute('popovertarget')}`)
  await expect(explanation).toBeHidden()
  await word.focus()
  await page.keyboard.press('Enter')
  await expect(explanation).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(explanation).toBeHidden()
  await expect(word).toBeFocused()
})
