import { expect, type Page, test } from '@playwright/test'
import { enterDemo, watchPolicy } from './visitor'

const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

test('every answer says that it is not to be framed, guessed at or read by other sites', async ({ request }) => {
  for (const path of ['/fr', '/en/sign-in', '/en/chapters/99-nowhere', '/absent.txt', '/api/health', '/icon.svg']) {
    const headers = (await request.get(path)).headers()
    expect(headers, path).toMatchObject(EVERYWHERE)
    expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'")
  }
})

test('pages run their own scripts and no other, whether drawn at build or at the request', async ({ page }) => {
  await enterDemo(page, 'en', 'student')
  for (const path of ['/fr', '/fr/chapters', '/fr/chapters/11-stop-start-kill', '/en/assignments', '/en/nowhere']) {
    const refusals = watchPolicy(page)
    await page.goto(path)
    // Only a script of ours can answer.
    const toggle = page.getByRole('banner').getByRole('button').first()
    await toggle.click()
    await expect(page.locator('html'), path).toHaveAttribute('data-theme', /^(?:dark|light)$/)
    expect(refusals, path).toEqual([])
    expect(await runInjected(page), path).toBe(false)
  }
})

/** Whether a script put into the page from outside its own files runs. */
async function runInjected(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'document.documentElement.dataset.injected = "yes"'
    document.body.append(script)
    return document.documentElement.dataset.injected === 'yes'
  })
}
