import { afterAll, beforeAll, expect, test } from 'vitest'
import { deleteEntry } from '#contract/entries.ts'
import { createPage, readPage } from '#contract/pages.ts'
import { postThread } from '#contract/threads.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
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
    await expect.poll(() => page.title()).toBe('Why it stopped · Longhand')
    await page.getByRole('link', { name: `#${numbers.target}`, exact: true }).first().waitFor()
    const link = page.getByRole('link', { name: 'Draining the queue' }).first()
    await link.focus()
    const card = page.getByRole('tooltip')
    await card.getByText('Stop the writers first.').waitFor()
    await expect.poll(() => link.getAttribute('aria-describedby')).toBe(await card.getAttribute('id'))
    expect(await site.inEveryLook(page)).toEqual([])
    await link.focus()
    await page.keyboard.press('Escape')
    await expect.poll(() => card.count()).toBe(0)
    await link.click()
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/${numbers.target}`)
    await expect.poll(() => page.title()).toBe('Draining the queue · Longhand')
    const foot = page.getByRole('complementary', { name: 'Links' })
    await foot.getByRole('link', { name: 'Why it stopped' }).waitFor()
    await foot.getByText('One text links here.').waitFor()
    await page.context().close()
  })

  test('two brackets offer titles: in a reply, in a page as rich text, and in its source', async () => {
    const { app } = site
    const { number } = await app.owner.call(createPage, { spaceId: app.spaceId, kind: 'runbook', title: 'Stopping', text: 'First, see' })
    const page = await site.open(`/${numbers.source}`)
    const reply = page.getByRole('textbox', { name: 'Your reply' })
    await reply.click()
    await page.keyboard.type('It is in [[drain')
    await page.getByRole('option', { name: /Draining the queue/ }).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => reply.inputValue()).toBe('It is in [[Draining the queue]] ')
    await page.keyboard.press('Control+Enter')
    await page.locator('.text', { hasText: 'It is in' }).getByRole('link', { name: 'Draining the queue' }).waitFor()
    await page.goto(`${site.url}/${number}/edit`)
    const text = page.getByRole('textbox', { name: 'Text of the page' })
    await text.getByText('First, see').click()
    await page.keyboard.press('End')
    await page.keyboard.type(' [[drain')
    await page.getByRole('option', { name: /Draining the queue/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Write as source' }).first().click()
    const source = page.locator('.rich-editor textarea').first()
    await expect.poll(() => source.inputValue()).toContain('First, see [[Draining the queue]]')
    await source.focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' and [[')
    await page.getByRole('option', { name: /Stopping/ }).waitFor()
    // Whoever types on and presses Enter at once means what they typed, and not what the list said a moment ago.
    await page.keyboard.type('drain')
    await page.keyboard.press('Enter')
    await expect.poll(() => source.inputValue()).toContain('and [[Draining the queue]]')
    await page.keyboard.press('Control+Enter')
    await expect.poll(async () => (await app.owner.call(readPage, { number })).text).toMatch(/^First, see \[\[Draining the queue\]\]\s+and \[\[Draining the queue\]\]\s*$/)
    await page.context().close()
  })

  test('start here is read as a page, in every look', async () => {
    const page = await site.open('/start-here')
    await page.getByRole('heading', { name: 'How we work' }).waitFor()
    expect(await site.inEveryLook(page)).toEqual([])
    await page.context().close()
  })
})
