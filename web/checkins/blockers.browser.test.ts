import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createForm } from '#contract/checkins.ts'
import { SESSION_COOKIE } from '#server/platform/auth/identify.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { LOOKS, looksReader } from '../axe.test-kit.ts'
import { openSite } from '../ui/site.test-kit.ts'
import type { Site } from '../ui/site.test-kit.ts'

describeOnNewest('what somebody writes, and what becomes of it', (on) => {
  let site: Site
  let app: TestApp
  let ben: TestPerson
  let url: string
  let page: Page
  let inEveryLook: (page: Page) => Promise<string[]>
  beforeAll(async () => {
    site = await openSite()
    inEveryLook = await looksReader()
    app = await startTestApp(on, { webDir: site.folder, clock: '2026-03-23T00:00:00Z' })
    url = await app.app.http.listen({ host: '127.0.0.1', port: 0 })
    app.app.setPublicUrl(url)
    ben = await app.person('Ben Adler')
    await app.person('Mei Tan', { zone: 'Asia/Manila' })
    await app.owner.call(createForm, { spaceId: app.spaceId, kind: 'standup' })
    await app.advanceTo('2026-03-23T08:00:00Z')
    const context = await site.browser.newContext({ ...LOOKS[0], reducedMotion: 'reduce' })
    await context.addCookies([{ name: SESSION_COOKIE, value: ben.token, url, httpOnly: true, sameSite: 'Lax' }])
    page = await context.newPage()
  })
  afterAll(async () => {
    await page.context().close()
    await app.stop()
    await site.close()
  })

  test('a blocker is asked of somebody while the standup is answered, and the ask stands beside it', async () => {
    await page.goto(`${url}/check-ins`)
    await page.getByLabel('What will you work on today?').fill('Moving the invoices.')
    await expect.poll(() => page.getByRole('button', { name: 'Ask somebody to clear it' }).count()).toBe(0)
    await page.getByLabel('What blocks you').fill('The key of the client.')
    await page.getByRole('button', { name: 'Ask somebody to clear it' }).click()
    await page.getByRole('combobox', { name: 'Who can clear it?' }).fill('Mei')
    await page.getByRole('option', { name: /Mei Tan/ }).click()
    await page.getByText(/^Mei Tan .*; answer due .*\.$/).first().waitFor()
    expect(await inEveryLook(page)).toEqual([])
    await page.getByRole('button', { name: 'Send the answers' }).click()
    await page.getByRole('heading', { name: 'No check-in waits for you.' }).waitFor()
    await page.goto(`${url}/1`)
    await page.getByText('Asked of Mei Tan, #2. Mei Tan has not opened it.').first().waitFor()
    await page.getByRole('button', { name: 'Ask somebody else, too' }).click()
    await page.getByRole('button', { name: 'Ask', exact: true }).click()
    await page.getByText('Choose who can clear it.').first().waitFor()
    expect(await inEveryLook(page)).toEqual([])
    await page.getByRole('link', { name: '#2' }).click()
    await page.getByRole('heading', { name: 'Blocked: The key of the client.' }).waitFor()
    await page.getByText('this was made from it').first().waitFor()
  })

  test('a note that is dismissed with a reason stays away after a reload, and stands in a list of one’s own', async () => {
    await page.goto(`${url}/threads/new`)
    const text = page.getByRole('textbox', { name: 'Text' })
    await text.fill('The window is at noon. Please confirm it by tomorrow.')
    await page.getByRole('button', { name: 'Dismiss: In another time zone this is another moment.' }).click()
    await page.getByLabel('Why does this not apply here?').fill('We all sit in one room.')
    await Promise.all([page.waitForResponse((answer) => answer.url().endsWith('/writing/dismissals')), page.getByRole('button', { name: 'Dismiss the note' }).click()])
    await page.getByText('In another time zone this is another moment.').waitFor({ state: 'detached' })
    await page.reload()
    await page.getByText(/^\d+ words\. /).first().waitFor()
    await expect.poll(() => page.getByText('In another time zone this is another moment.').count()).toBe(0)
    await page.goto(`${url}/settings/dismissed`)
    await page.getByText('Because: We all sit in one room.').first().waitFor()
    expect(await inEveryLook(page)).toEqual([])
    await page.getByRole('button', { name: /^(Let it speak up again|Forget it): / }).click()
    await page.getByText('You dismissed nothing yet.').first().waitFor()
  })
})
