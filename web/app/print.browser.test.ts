import { afterAll, beforeAll, expect, test } from 'vitest'
import { postThread } from '#contract/threads.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { openAppSite } from '../ui/app-site.test-kit.ts'
import type { AppSite } from '../ui/app-site.test-kit.ts'

const LONG = Array.from({ length: 60 }, (_, at) => `${at + 1}. Stop the run, look at [the board](https://board.example/payments) and say what you saw.`).join('\n')

describeOnNewest('on paper', (on) => {
  let site: AppSite
  let number: number
  beforeAll(async () => {
    site = await openAppSite(on)
    number = (await site.app.owner.call(postThread, { spaceId: site.app.spaceId, kind: 'thread', title: 'What to do at night', body: LONG })).number
  })
  afterAll(() => site.close())

  test('a thread is its text: no frame, nothing to press or fill in, links with their address, in black on white and over several sheets', async () => {
    const page = await site.open(`/${number}`, { look: { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' } })
    await page.getByText('look at').first().waitFor()
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => page.locator('nav:visible, button:visible, textarea:visible, input:visible, .link-action:visible').count()).toBe(0)
    expect(await page.locator('.markdown a').first().evaluate((link) => getComputedStyle(link, '::after').content)).toContain('https://board.example/payments')
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe('rgb(255, 255, 255)')
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
    expect([...pdf.matchAll(/\/Type \/Page\b/g)].length).toBeGreaterThan(2)
  })

  test('a brief is its text too', async () => {
    const page = await site.open('/')
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => page.locator('nav:visible, button:visible, .link-action:visible').count()).toBe(0)
    await page.locator('#main h1:visible').waitFor()
  })
})
