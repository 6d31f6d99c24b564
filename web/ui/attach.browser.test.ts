import type { Page, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { axeReader } from '#web/axe.test-kit.ts'
import { openSite } from './site.test-kit.ts'
import type { Site } from './site.test-kit.ts'

const ID = '0195c0de-0000-7000-8000-00000000cafe'
let site: Site
let page: Page
let findings: (page: Page) => Promise<string[]>
/** What the server would be asked, and answers. */
let asked: { url: string, key: string | undefined, type: string | undefined, body: string }[]
let answer: (route: Route, name: string) => Promise<void>

const view = (name: string) => ({ id: ID, name, type: 'image/png', size: 5, image: name.endsWith('.png'), url: `/files/${ID}/${name}`, markdown: `${name.endsWith('.png') ? '!' : ''}[${name}](/files/${ID}/${name})`, ownerId: ID, state: 'loose', createdAt: '2026-03-24T00:00:00Z', can: ['delete'] })
const takes = (route: Route, name: string) => route.fulfill({ status: 200, json: view(name) })
const refuses = (route: Route) => route.fulfill({ status: 429, json: { type: '/problems/too_many', title: '100 files of yours are used by no text.', status: 429, code: 'too_many', next: 'Send the texts they belong to.' } })

beforeAll(async () => {
  site = await openSite()
  findings = await axeReader()
})
afterAll(() => site.close())
beforeEach(async () => {
  asked = []
  answer = takes
  page = await site.browser.newPage({ reducedMotion: 'reduce' })
  await page.route('**/api/v1/files?*', async (route) => {
    const request = route.request()
    const url = new URL(request.url())
    asked.push({ url: url.pathname + url.search, key: request.headers()['idempotency-key'], type: request.headers()['content-type'], body: request.postData() ?? '' })
    await answer(route, url.searchParams.get('name') ?? '')
  })
  await page.goto(`${site.url}specimen`)
  await text().waitFor()
})
afterEach(() => page.close())

const text = () => page.getByLabel('A text with files')
const zone = () => page.locator('.specimen-block', { has: text() })
const words = () => text().inputValue()
const status = () => zone().getByRole('status').innerText()

/** Drops or pastes as a browser does. */
async function give(how: 'drop' | 'paste', ...files: { name: string, body?: string, size?: number }[]) {
  await text().evaluate((area, [event, given]) => {
    const data = new DataTransfer()
    for (const file of given) data.items.add(new File([file.size === undefined ? file.body ?? 'bytes' : new Uint8Array(file.size)], file.name, { type: 'image/png' }))
    const options = { bubbles: true, cancelable: true }
    area.dispatchEvent(event === 'drop' ? new DragEvent('drop', { ...options, dataTransfer: data }) : new ClipboardEvent('paste', { ...options, clipboardData: data }))
  }, [how, files] as const)
}

describe('a file beside a text', () => {
  test.each(['drop', 'paste'] as const)('is sent as it is on %s, and its Markdown comes into the text', async (how) => {
    await text().fill('See:')
    await give(how, { name: 'plan (v2).png', body: 'bytes' })
    await expect.poll(words).toBe(`See:\n\n![plan (v2).png](/files/${ID}/plan (v2).png)`)
    expect(asked).toMatchObject([{ url: '/api/v1/files?name=plan+%28v2%29.png', type: 'application/octet-stream', body: 'bytes', key: expect.stringMatching(/^[0-9a-f]{32}$/) }])
    await expect.poll(status).toBe('plan (v2).png is attached.')
    await expect.poll(() => zone().getByRole('link', { name: 'plan (v2).png' }).count()).toBe(1)
  })

  test('that did not arrive stays with its reason, and is sent again as the same request', async () => {
    answer = (route) => route.abort()
    await give('drop', { name: 'notes.txt' })
    const failed = zone().getByRole('alert')
    await expect.poll(() => failed.innerText()).toContain('The file did not reach the server. Check that you are online')
    await expect.poll(() => words()).toBe('')
    expect(await findings(page)).toEqual([])
    answer = takes
    await zone().getByRole('button', { name: 'Try again: notes.txt' }).click()
    await expect.poll(words).toBe(`[notes.txt](/files/${ID}/notes.txt)`)
    expect(new Set(asked.map((one) => one.key)).size).toBe(1)
  })

  test('that the server refuses says what to do, in its words, and may be left out', async () => {
    answer = refuses
    await give('paste', { name: 'one.png' })
    await expect.poll(() => zone().getByRole('alert').innerText()).toBe('100 files of yours are used by no text. Send the texts they belong to.')
    await zone().getByRole('button', { name: 'Leave it out: one.png' }).click()
    await expect.poll(async () => [await zone().getByRole('alert').count(), await status()]).toEqual([0, 'one.png is left out.'])
  })

  test('that is too large or empty is told without asking, while the others go', async () => {
    await give('drop', { name: 'huge.iso', size: 25 * 1024 * 1024 + 1 }, { name: 'folder', size: 0 }, { name: 'fine.txt' })
    await expect.poll(words).toBe(`[fine.txt](/files/${ID}/fine.txt)`)
    expect(asked.map((one) => one.url)).toEqual(['/api/v1/files?name=fine.txt'])
    await expect.poll(() => zone().getByRole('alert').allInnerTexts()).toEqual([expect.stringContaining('larger than 25 MB'), expect.stringContaining('is empty, or it is a folder')])
  })

  test('that is stopped on its way does not come into the text', async () => {
    let release: () => void = () => undefined
    answer = async (route, name) => { await new Promise<void>((done) => { release = done }); await takes(route, name).catch(() => undefined) }
    await give('drop', { name: 'slow.png' })
    await zone().getByRole('button', { name: 'Stop sending slow.png' }).click()
    release()
    await give('drop', { name: 'next.txt' })
    await expect.poll(status).toBe('Sending next.txt.')
    expect(await words()).not.toContain('slow.png')
  })

  test('has a name that is clean before it is sent', async () => {
    await give('drop', { name: 'a\u202Egnp.exe' })
    await expect.poll(() => asked.length).toBe(1)
    expect(asked[0]?.url).toBe('/api/v1/files?name=agnp.exe')
  })
})
