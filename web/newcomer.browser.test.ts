import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allRoutes, createApp } from '#server/app.ts'
import type { App } from '#server/app.ts'
import { DEMO_BEGINS, ensureDemo } from '#server/demo/public.ts'
import { describeOnNewest } from '#server/platform/db/test-db.ts'
import { openSite } from './ui/site.test-kit.ts'
import type { Site } from './ui/site.test-kit.ts'

/** A repository with two commits of one author, as somebody who has just cloned has one. */
async function cloneSomething(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'longhand-clone-'))
  await chmod(folder, 0o755)
  const git = (...args: string[]) => execFileSync('git', ['-C', folder, '-c', 'user.name=New Comer', '-c', 'user.email=new.comer@example.com', ...args], { stdio: 'ignore' })
  git('init', '-b', 'main')
  for (const [file, subject] of [['ledger.md', 'feat: stop at the first duplicate'], ['undo.md', 'docs: say how to undo a batch']] as const) {
    await writeFile(join(folder, file), 'Text.\n')
    git('add', file)
    git('commit', '-m', subject)
  }
  return folder
}

describeOnNewest('a newcomer looks around the demo', (on) => {
  let site: Site
  let app: App
  let url: string
  let clone: string
  let page: Page
  beforeAll(async () => {
    site = await openSite()
    clone = await cloneSomething()
    app = await createApp({
      databaseUrl: on.url, clockStart: Temporal.Instant.from(DEMO_BEGINS), smtp: null, webDir: site.folder, logLevel: 'fatal', triesPerMinute: 10_000,
      publicUrl: 'http://127.0.0.1', repositories: [{ name: 'clone', path: clone }],
    })
    await app.platform.db.transaction().execute((tx) => ensureDemo(app.platform, allRoutes(), tx, app.platform.clock.now()))
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
    expect(await news.innerText()).toContain('Kenji Mori')
  })
})
