import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { postWrap } from '#contract/handoffs.ts'
import { invitePerson } from '#contract/members.ts'
import { createSpace } from '#contract/spaces.ts'
import { postThread } from '#contract/threads.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { openAppSite } from '../ui/app-site.test-kit.ts'
import type { AppSite } from '../ui/app-site.test-kit.ts'

/** What the server says of steps that were put away. */
const answerTo = (page: Page, method: string) => page.waitForResponse((answer) => answer.url().endsWith('/drafts/first-steps') && answer.request().method() === method)

describeOnNewest('first steps on the brief', (on) => {
  let site: AppSite
  beforeAll(async () => { site = await openAppSite(on) })
  afterAll(() => site.close())

  test('are ticked by what is true, put away on every device, brought back, and gone with the last one', async () => {
    const { owner, spaceId } = site.app
    const page = await site.open('/')
    const steps = page.getByRole('region', { name: 'First steps' })
    const open = steps.getByRole('link')
    await expect.poll(() => open.allTextContents()).toEqual(['Invite somebody', 'Make a space for what you work on', 'Sign your first wrap: a minute at the end of a shift', 'Write something down: a thread, an ask, a decision or a page'])
    await steps.getByText('Say when you work, so that nothing reaches you outside of it, done').waitFor()
    await open.filter({ hasText: 'Make a space' }).click()
    await page.getByRole('heading', { level: 1, name: 'Spaces' }).waitFor()

    await owner.call(createSpace, { name: 'Harbour', purpose: 'Ships.', visibility: 'open', noise: 'work' })
    await owner.call(invitePerson, { email: 'ben@example.com', spaceIds: [spaceId] })
    await owner.call(postThread, { spaceId, title: 'Where ships land', body: 'At the pier.' })
    await page.goto(site.url)
    await expect.poll(() => open.allTextContents()).toEqual(['Sign your first wrap: a minute at the end of a shift'])
    const noted = answerTo(page, 'PUT')
    await steps.getByRole('button', { name: 'Put these away' }).click()
    await steps.waitFor({ state: 'detached' })
    await noted

    const asked = answerTo(page, 'GET')
    await page.evaluate(() => localStorage.clear())
    await page.goto(site.url)
    expect(await (await asked).json(), 'another device knows it from the server').toMatchObject({ draft: { body: { away: true } } })
    await expect.poll(() => steps.count()).toBe(0)
    await page.goto(`${site.url}/settings`)
    await page.getByRole('button', { name: 'Show the first steps on the brief again' }).click()
    await page.getByText('They stand on your brief, until the last one is done.').first().waitFor()
    await page.goto(site.url)
    await steps.waitFor()
    await owner.call(postWrap, { spaceId, state: 'The pier stands.', nextAction: 'Paint it.', mostImportant: 'The pier stands.' })
    await page.goto(site.url)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await steps.waitFor({ state: 'detached' })
    await page.context().close()
  })
})
