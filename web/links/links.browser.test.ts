import { afterAll, beforeAll, expect, test } from 'vitest'
import { deleteEntry } from '#contract/entries.ts'
import { postThread } from '#contract/threads.ts'
import { describeOnNewest } from '#server/platform/db/test-db.ts'
import { openAppSite } from '../ui/app-site.test-kit.ts'
import type { AppSite } from '../ui/app-site.test-kit.ts'

describeOnNewest('links and pages that are made', (on) => {
  let site: AppSite
  const numbers: Record<'target' | 'gone' | 'source', number> = { target: 0, gone: 0, source: 0 }
  beforeAll(async () => {
    site = await openAppSite(on)
    const { app, url } = site
    const post = async (title: string, body: string, kind: 'thread' | 'learning' = 'thread') => (await app.owner.call(postThread, { spaceId: app.spaceId, title, body, kind })).number
    numbers.target = await post('Draining the queue', 'Stop the writers first. Then wait.', 'learning')
    numbers.gone = await post('Old plan', 'Nothing.')
    numbers.source = await post('Why it stopped', `We follow [[Draining the queue]] here, not **#${numbers.gone}**. See ${url}/${numbers.target}.`)
    await app.owner.call(deleteEntry, { number: numbers.gone })
  })
  afterAll(() => site.close())

  test('a link shows what stands behind it by keyboard, leads there, and is told of at its foot', async () => {
    const page = await site.open(`/${numbers.source}`)
    await page.getByText('was deleted today').first().waitFor()
    await page.getByRole('link', { name: `#${numbers.target}`, exact: true }).first().waitFor()
    const link = page.getByRole('link', { name: 'Draining the queue' }).first()
    await link.focus()
    const card = page.getByRole('tooltip')
    await card.getByText('Stop the writers first.').waitFor()
    expect(await link.getAttribute('aria-describedby')).toBe(await card.getAttribute('id'))
    expect(await site.inEveryLook(page)).toEqual([])
    await link.focus()
    await page.keyboard.press('Escape')
    await expect.poll(() => card.count()).toBe(0)
    await link.click()
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/${numbers.target}`)
    const foot = page.getByRole('complementary', { name: 'Links' })
    await foot.getByRole('link', { name: 'Why it stopped' }).waitFor()
    await foot.getByText('One text links here.').waitFor()
    await page.context().close()
  })

  test('start here is read as a page, in every look', async () => {
    const page = await site.open('/start-here')
    await page.getByRole('heading', { name: 'How we work' }).waitFor()
    expect(await site.inEveryLook(page)).toEqual([])
    await page.context().close()
  })
})
