import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerAsk, postAsk } from '#contract/asks.ts'
import { postReply, postThread } from '#contract/threads.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import type { TestPerson } from '#server/app.test-kit.ts'
import { openAppSite } from '../ui/app-site.test-kit.ts'
import type { AppSite } from '../ui/app-site.test-kit.ts'

describeOnNewest('the page of search', (on) => {
  let site: AppSite
  let number: number
  let ben: TestPerson
  beforeAll(async () => {
    site = await openAppSite(on)
    const { app } = site
    ben = await app.person('Ben Ode')
    const { spaceId } = app
    number = (await ben.call(postThread, { spaceId, title: 'Which cache for sessions?', body: 'Valkey keeps **its licence**; Memcached forgets on restart.' })).number
    await app.owner.call(postReply, { number, body: 'Valkey, then. <b>No</b> objection.' })
    await app.owner.call(postThread, { spaceId, title: 'Restart of the pager', body: 'The pager forgets who is on call.' })
  })
  afterAll(() => site.close())

  test('is one key away, finds as one types, narrows down, and leads to the reply', async () => {
    const page = await site.open('/people')
    await page.keyboard.press('/')
    const field = page.getByLabel('What are you looking for?')
    await field.fill('valkey')
    const hits = page.getByRole('article')
    await expect.poll(() => hits.count()).toBe(2)
    await expect.poll(() => page.locator('.search-hits mark').first().textContent()).toBe('Valkey')
    await expect.poll(() => hits.allTextContents()).toEqual(expect.arrayContaining([expect.stringContaining('Valkey keeps its licence'), expect.stringContaining('Valkey, then. No objection')]))
    await page.getByRole('link', { name: 'Ben Ode' }).click()
    await page.getByText('written by Ben Ode').first().waitFor()
    await expect.poll(() => hits.count()).toBe(1)
    await expect.poll(() => field.inputValue()).toBe('valkey from:"Ben Ode"')
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('valkey from:"Ben Ode"')
    await field.fill('valkey objection')
    const reply = page.getByRole('article', { name: 'Which cache for sessions?' }).filter({ hasText: 'Reply in thread' }).getByRole('link').first()
    await reply.click()
    await page.getByText('Valkey, then.').first().waitFor()
    expect(new URL(page.url())).toMatchObject({ pathname: `/${number}` })
    await page.context().close()
  })

  test('answers out of the record where it is asked to, says why it does not, and keeps a search', async () => {
    const page = await site.open('/search?q=which+cache+for+sessions%3F')
    await page.getByRole('heading', { name: 'Out of the record' }).waitFor()
    await page.locator('.answer-quote').first().waitFor()
    await expect.poll(() => page.locator('.answer-quote').first().textContent()).toContain('Valkey')
    expect(await site.inEveryLook(page)).toEqual([])
    await page.getByRole('button', { name: 'Save this search' }).click()
    await page.getByLabel('Its name').fill('Caches')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Caches' }).first().waitFor()
    const field = page.getByLabel('What are you looking for?')
    await field.fill('who works the most hours')
    await field.press('Enter')
    await page.getByText('This is not asked of the record.').first().waitFor()
    await expect.poll(() => page.getByText('Nothing was found.').count()).toBe(0)
    expect(await page.getByText('0 texts found').count()).toBe(0)
    await page.context().close()
  })

  test('f keeps an answered ask as FAQ, on its own page and where it was asked twice', async () => {
    const { app } = site
    const answered = async (title: string, body: string) => {
      const ask = await app.owner.call(postAsk, { spaceId: app.spaceId, title, kind: 'answer', to: ben.id })
      await ben.call(answerAsk, { number: ask.number, body })
      await app.advanceTo(app.app.platform.clock.now().add({ seconds: 5 }).toString())
      return ask.number
    }
    const first = await answered('How do we rotate the staging certificate?', 'Run the rotate job.')
    await answered('How is the certificate of staging rotated?', 'By the rotate job, then restart.')
    const page = await site.open('/faq')
    await page.getByRole('link', { name: 'How is the certificate of staging rotated?' }).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('f')
    await page.getByText('“How is the certificate of staging rotated?” stands in').first().waitFor()
    await page.goto(`${site.url}/${first}`)
    await page.getByRole('button', { name: 'Keep the answer as FAQ' }).waitFor()
    await page.keyboard.press('f')
    const kept = page.locator('.thread-faq')
    await kept.getByText('“How do we rotate the staging certificate?” stands in').first().waitFor()
    await page.reload()
    await kept.getByText(/^The answer stands in #\d+\.$/).waitFor()
    expect(await page.getByRole('button', { name: 'Keep the answer as FAQ' }).count(), 'what is kept is not offered again').toBe(0)
    await kept.getByRole('link').click()
    await page.getByRole('heading', { level: 1, name: 'Frequently asked questions' }).waitFor()
    for (const words of ['By the rotate job, then restart.', 'Run the rotate job.']) await page.locator('.document-text').getByText(words).first().waitFor()
    await page.context().close()
  })

  test('says what was not understood, and that nothing was found', async () => {
    const page = await site.open('/search?q=is%3Apurple+zebra')
    await page.getByText('one of open, resolved').first().waitFor()
    await page.getByText('Nothing was found.').first().waitFor()
    await page.context().close()
  })

  test('axe finds nothing in any look, with results and without', async () => {
    const page = await site.open('/search?q=restart')
    await page.locator('.search-hits mark').first().waitFor()
    expect(await site.inEveryLook(page)).toEqual([])
    await page.getByLabel('What are you looking for?').fill('')
    await page.getByText(/pages, check-ins and what stands in files/).first().waitFor()
    expect(await site.inEveryLook(page)).toEqual([])
    await page.context().close()
  })
})
