import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { readWeek } from '#contract/demo.ts'
import type { OutputOf } from '#contract/operation.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { openAppSite } from '../ui/app-site.test-kit.ts'
import type { AppSite } from '../ui/app-site.test-kit.ts'

type Week = OutputOf<typeof readWeek>
const PERSON: Week['people'][number] = { id: '019c87cf-5d80-7000-8001-e9e8eea4100e', name: 'Kenji Mori', zone: 'Asia/Tokyo', interruptions: 0, urgent: 1, batches: 15, items: 914, digests: 5, readMeanwhile: 33, withdrawn: 2, waiting: 16 }
const WEEK: Week = {
  from: '2026-03-16T07:00:00Z', until: '2026-03-23T07:00:00Z', texts: 2034, asks: { asked: 200, answered: 180, inTime: 171, open: 20 },
  people: [PERSON, { ...PERSON, id: '019c87cf-5d80-7000-8001-e9e8eea4100f', name: 'Ana Duarte', zone: 'Europe/Lisbon', urgent: 0 }],
  deliveries: [
    { at: '2026-03-19T09:00:10Z', name: 'Kenji Mori', zone: 'Asia/Tokyo', number: 194, title: 'Payments fail in Japan: roll back?', what: 'An urgent ask', urgent: true, why: 'Kenji Mori is told at once, whatever the hour (clause 1).' },
    { at: '2026-03-20T14:00:00Z', name: 'Ana Duarte', zone: 'Europe/Lisbon', number: 188, title: 'How often do we try a failed card again?', what: 'A reply', urgent: false, why: 'Ana Duarte reads this last Friday at 14:00 Lisbon, when back at work. It came outside working time.' },
  ],
}

describeOnNewest('the page of the demo’s week', (on) => {
  let site: AppSite
  beforeAll(async () => { site = await openAppSite(on) })
  afterAll(() => site.close())

  /** `answer` stands in for what the server says of the week; without one it is asked. */
  const open = (path: string, answer?: { status: number, body: unknown }): Promise<Page> => site.open(path, {
    first: async (page) => { if (answer) await page.route('**/api/v1/demo/week**', (route) => route.fulfill({ status: answer.status, json: answer.body })) },
  })

  test('is not there in a real workspace', async () => {
    const page = await open('/week')
    await page.getByRole('heading', { name: 'Nothing stands here' }).waitFor()
    await page.context().close()
  })

  test('says the figures in sentences, a line for each person, and why each delivery came when it did', async () => {
    await on.db.updateTable('workspace').set({ demo: true }).execute()
    const page = await open('/', { status: 200, body: WEEK })
    await page.getByRole('link', { name: 'The last seven days' }).click()
    await page.getByRole('heading', { name: 'Nobody was interrupted by what could wait.' }).waitFor()
    await page.getByText('200 asks were asked: 180 answered, 171 of them in time; 20 still open.').first().waitFor()
    await expect.poll(() => page.getByRole('row', { name: /Kenji Mori/ }).getByRole('cell').allInnerTexts()).toEqual(['0', '1', '15', '5', '914', '33', '2', '16'])
    await page.getByText('Kenji Mori in Tokyo: one of 914 items').click()
    await page.getByText('Kenji Mori is told at once, whatever the hour (clause 1).').first().waitFor()
    await page.route('**/api/v1/demo/week/deliveries**', (route) => {
      const second = new URL(route.request().url()).searchParams.has('cursor')
      return route.fulfill({ json: { items: [{ ...WEEK.deliveries[0], number: second ? 212 : 211, title: second ? 'The last of them' : 'The first of them' }], next: second ? null : 'more' } })
    })
    await page.getByRole('button', { name: 'Show every one of them' }).click()
    await page.getByRole('link', { name: 'The first of them' }).waitFor()
    await page.getByRole('button', { name: 'Show more' }).click()
    await page.getByRole('link', { name: 'The last of them' }).waitFor()
    await page.context().close()
  })

  test('says what would stand there, and what went wrong', async () => {
    const empty = await open('/week', { status: 200, body: { ...WEEK, deliveries: [], people: WEEK.people.map((person) => ({ ...person, interruptions: 1 })) } })
    await empty.getByText('Nothing was delivered in these days.').first().waitFor()
    await empty.getByRole('heading', { name: 'Two deliveries came when they should not have.' }).waitFor()
    const failed = await open('/week', { status: 500, body: { type: 'about:blank', title: 'That did not work.', status: 500, code: 'unexpected', next: 'Try again.' } })
    await failed.getByRole('button', { name: 'Try again' }).waitFor()
    await Promise.all([empty.context().close(), failed.context().close()])
  })

  test('fits and is accessible', async () => {
    const page = await open('/week', { status: 200, body: WEEK })
    await page.getByText('Ana Duarte in Lisbon: one of 914 items').click()
    expect(await site.inEveryLook(page)).toEqual([])
    await page.context().close()
  })
})
