import { rm } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '#server/app.ts'
import type { App } from '#server/app.ts'
import { CLONE_AUTHOR, makeClone } from '#server/demo/clone.test-kit.ts'
import { DEMO_BEGINS } from '#server/demo/public.ts'
import { describeOnDemo } from '#server/demo/told.test-kit.ts'
import { openSite } from './ui/site.test-kit.ts'
import type { Site } from './ui/site.test-kit.ts'

describeOnDemo('a newcomer looks around the demo', (on, demo) => {
  let site: Site
  let app: App
  let url: string
  let clone: string
  let page: Page
  beforeAll(async () => {
    site = await openSite()
    clone = await makeClone('2026-03-24T05:00:00Z')
    app = await createApp({
      databaseUrl: on.url, clockStart: Temporal.Instant.from(DEMO_BEGINS), smtp: null, webDir: site.folder, logLevel: 'fatal', triesPerMinute: 10_000,
      publicUrl: 'http://127.0.0.1', repositories: [{ name: 'clone', path: clone }],
    })
    // As the telling does where it finds a clone (`server/demo/machine-time.journey.test.ts`).
    await on.db.updateTable('person').set({ git_emails: [CLONE_AUTHOR] }).where('id', '=', demo().people.kenji).execute()
    url = await app.http.listen({ host: '127.0.0.1', port: 0 })
    app.setPublicUrl(url)
    page = await (await site.browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })).newPage()
  })
  afterAll(async () => {
    await page.context().close()
    await app.stop()
    await site.close()
    await rm(clone, { recursive: true })
  })

  test('is in the demo at once, and reads the brief of the next shift', async () => {
    await page.goto(url)
    await page.getByRole('heading', { name: 'Tuesday. You work until 18:00; focus 09:00–11:30.' }).waitFor()
    await page.getByText('Demo. You are Kenji Mori in Tokyo; it is Tuesday 09:04.').first().waitFor()
    for (const section of ['Handed to you', 'Due on your clock', 'You can unblock', 'Waiting for your say']) {
      await page.getByRole('heading', { name: section }).waitFor()
    }
  })

  test('accepts the baton that Ana handed over', async () => {
    const baton = page.locator('[data-item]', { hasText: 'The invoice migration stopped at customer 41,200' }).first()
    await baton.getByRole('button', { name: /^Accept/ }).click()
    await baton.getByText('You hold it now.').first().waitFor()
  })

  test('moves the clock to the evening, and writes a wrap from the commits of the clone', async () => {
    await page.getByRole('button', { name: 'Move the clock' }).click()
    await page.getByRole('button', { name: /^To my evening/ }).click()
    await page.getByText('it is Tuesday 17:50.').first().waitFor()
    await expect.poll(() => page.evaluate(() => [document.activeElement?.textContent, document.activeElement?.getAttribute('aria-expanded')])).toEqual(['Move the clock', 'false'])
    await page.goto(`${url}/wrap`)
    await page.getByText(/stop at the first duplicate/).first().waitFor()
    await page.getByLabel('State', { exact: true }).fill('Batch 9 is over; finance confirmed the list.')
    await page.getByLabel('Next action').fill('Compare the totals before the monthly run.')
    await page.getByLabel('The most important thing').fill('All 42,000 customers are in the new ledger.')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: /read this now|reads this at/ }).waitFor()
  })

  test('is Ana then, whose brief has it', async () => {
    await page.getByRole('button', { name: 'Be somebody else' }).click()
    await page.getByRole('button', { name: 'Ana Duarte' }).click()
    await page.getByText('You are Ana Duarte in Lisbon').first().waitFor()
    await page.getByRole('button', { name: 'Move the clock' }).click()
    await page.getByRole('button', { name: /^To my evening/ }).waitFor()
    await page.goto(url)
    const news = page.locator('[data-item]', { hasText: 'All 42,000 customers are in the new ledger.' }).first()
    await news.waitFor()
    await expect.poll(() => news.innerText()).toContain('Kenji Mori')
  })
})
