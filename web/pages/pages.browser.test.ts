import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPage, readPage, savePage } from '#contract/pages.ts'
import type { PageView } from '#contract/pages.ts'
import { SESSION_COOKIE } from '#server/platform/auth/identify.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { looksReader } from '../axe.test-kit.ts'
import { openSite } from '../ui/site.test-kit.ts'
import type { Site } from '../ui/site.test-kit.ts'

/** Tuesday morning in Berlin. */
const MORNING = '2026-03-24T08:30:00Z'
/** Two cores are shared with the server and the browser. */
const PATIENT = { timeout: 60_000 }
/** So many times slower than this machine the editor must still come up. */
const SLOWED = 4
const RELAY = '## Before you start\n\nHave the key of the relay at hand, and tell support.\n\n## Steps\n\n1. Stop the relay.\n2. Wait five minutes.\n3. Start the relay.\n\n## Afterwards\n\nWrite down how long it took.\n'

describeOnNewest('pages', (on) => {
  let site: Site, app: TestApp, url: string, ana: TestPerson, ben: TestPerson
  let looks: (page: Page) => Promise<string[]>
  beforeAll(async () => {
    site = await openSite()
    app = await startTestApp(on, { clock: MORNING, webDir: site.folder })
    url = await app.app.http.listen({ host: '127.0.0.1', port: 0 })
    app.app.setPublicUrl(url)
    ana = await app.person('Ana Duarte', { zone: 'Europe/Lisbon' })
    ben = await app.person('Ben Okafor')
    looks = await looksReader()
  })
  afterAll(async () => {
    await app.stop()
    await site.close()
  })

  const open = async (path: string, person = ana): Promise<Page> => {
    const context = await site.browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
    await context.addCookies([{ name: SESSION_COOKIE, value: person.token, url, httpOnly: true, sameSite: 'Lax' }])
    await context.addInitScript(() => localStorage.setItem('longhand.editor', 'source'))
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENT.timeout)
    await page.goto(url + path)
    await page.locator('#main h1').first().waitFor()
    await page.locator('.skeleton').first().waitFor({ state: 'detached' })
    return page
  }
  const write = (title: string, text: string, more: Record<string, unknown> = {}): Promise<PageView> => ana.call(createPage, { spaceId: app.spaceId, title, text, ...more })
  const saveAs = (person: TestPerson, number: number, base: number, text: string) => person.call(savePage, { number, base, text })
  const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
  /** The Markdown itself, so that a test types exactly what it means. */
  const source = (page: Page) => page.locator('.rich-editor textarea').first()

  test('a page is written from a template, read with its outline, remarked on and verified, by keys', async () => {
    const page = await open('/pages')
    await page.getByRole('link', { name: 'Runbook', exact: true }).first().click()
    await title(page, 'Write a page').waitFor({ state: 'attached' })
    await page.getByRole('textbox', { name: 'Title' }).fill('Restart the relay')
    await source(page).fill(RELAY)
    expect(await looks(page)).toEqual([])
    await page.getByText('here and on the server').first().waitFor()
    await page.keyboard.press('Control+Enter')
    await title(page, 'Restart the relay').waitFor()
    await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'Afterwards' }).waitFor()
    await title(page, 'Restart the relay').focus()
    for (let times = 0; times < 2; times++) await page.keyboard.press('j')
    await page.keyboard.press('m')
    await page.getByRole('textbox', { name: 'Your remark' }).fill('Which key?')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('group', { name: 'Remark of Ana Duarte' }).getByText('Which key?').first().waitFor()
    expect((await page.locator('.document-margin').boundingBox())?.width, 'the margin has room for words').toBeGreaterThan(180)
    await title(page, 'Restart the relay').focus()
    await page.keyboard.press('v')
    await page.getByRole('textbox', { name: 'Held against what' }).fill('the drill of Monday')
    await page.keyboard.press('Enter')
    await page.locator('.truth-line', { hasText: 'the drill of Monday' }).waitFor()
    expect(await looks(page)).toEqual([])
    await page.goto(`${url}/pages`)
    await page.getByRole('link', { name: 'Restart the relay' }).first().waitFor()
    await page.getByText('verified', { exact: true }).first().waitFor()
    expect(await looks(page)).toEqual([])
    await page.context().close()
  })

  test('on a phone a new page begins with its title; a template is chosen below it by keys, and the title that was typed stays', async () => {
    const page = await open('/pages/new')
    await page.setViewportSize({ width: 390, height: 844 })
    const field = page.getByRole('textbox', { name: 'Title' })
    const templates = page.getByText('Begin with a template')
    expect((await field.boundingBox())?.y).toBeLessThan((await templates.boundingBox())?.y ?? 0)
    await field.fill('Restart the relay')
    await templates.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Runbook' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Template: Runbook').waitFor()
    await expect.poll(() => field.evaluate((at) => document.activeElement === at)).toBe(true)
    expect([await field.inputValue(), await page.getByRole('button', { name: 'Runbook' }).isVisible()]).toEqual(['Restart the relay', false])
    expect(await source(page).inputValue()).toContain('## ')
    expect(await looks(page)).toEqual([])
    await page.context().close()
  })

  test('what two people saved is joined; where both changed the same words both sides are shown, and an earlier version comes back', async () => {
    const { number } = await write('Deploying', RELAY)
    const page = await open(`/${number}/edit`)
    await source(page).fill(RELAY.replace('tell support', 'tell support and Mei'))
    await saveAs(ben, number, 1, RELAY.replace('how long it took', 'how long it took, and why'))
    await page.getByRole('button', { name: 'Save the page' }).click()
    await page.getByText('It was joined with what Ben Okafor saved meanwhile').first().waitFor()
    await page.getByRole('link', { name: 'Read the page' }).click()
    await page.getByText('tell support and Mei').first().waitFor()
    await page.keyboard.press('e')
    await title(page, /Edit/).waitFor({ state: 'attached' })
    const { text, version } = await ana.call(readPage, { number })
    await source(page).fill(text.replace('five minutes', 'ten minutes'))
    await saveAs(ben, number, version, text.replace('five minutes', 'two minutes'))
    await page.getByRole('button', { name: 'Save the page' }).click()
    await title(page, 'You and Ben Okafor changed the same words').waitFor()
    expect(await looks(page)).toEqual([])
    await page.reload()
    await page.getByRole('radio', { name: 'Write it by hand' }).check()
    await page.getByRole('textbox', { name: 'The text of place 1' }).fill('2. Wait four minutes.')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Wait four minutes.').first().waitFor()
    await page.goto(`${url}/${number}/history`)
    await page.getByRole('link', { name: 'Compare with now: version 1' }).click()
    await page.locator('.text-diff ins', { hasText: 'four' }).first().waitFor()
    expect(await looks(page)).toEqual([])
    await page.getByRole('button', { name: 'Make it the newest again: version 1' }).click()
    await page.getByText('Made version 1 the newest again').first().waitFor()
    expect((await ana.call(readPage, { number })).text).toBe(RELAY)
    await page.context().close()
  })

  test('what the file of a page says of itself is folded above its text, and unfolds by key', async () => {
    const { number } = await write('The relay in the cellar', '---\nowner: night crew\nreviewed: 2026-03-01\n---\n\nIt stands behind the boiler.\n')
    const page = await open(`/${number}`)
    const front = page.locator('.front-matter')
    await page.getByText('It stands behind the boiler.').first().waitFor()
    expect(await page.locator('.document-text').innerText()).not.toContain('---')
    await expect.poll(() => front.getByText('night crew').isVisible()).toBe(false)
    await front.getByText('What the file says of itself').focus()
    await page.keyboard.press('Enter')
    await front.getByText('night crew').waitFor()
    await front.getByText('reviewed', { exact: true }).waitFor()
    expect(await looks(page)).toEqual([])
    await page.context().close()
  })

  test('on a slow machine too a page comes up as rich text, and an edit saves every other byte as it was', async () => {
    const text = '---\ntitle: Relay\n---\n\n# The *relay*\n\nIt stands on the roof.[^1]\n\n| a | b |\n|--:|---|\n| 1 | 2 |\n\n[^1]: Bring a coat.\n'
    const { number } = await write('The relay on the roof', text)
    const context = await site.browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
    await context.addCookies([{ name: SESSION_COOKIE, value: ana.token, url, httpOnly: true, sameSite: 'Lax' }])
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENT.timeout)
    await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: SLOWED })
    await page.goto(`${url}/${number}/edit`)
    await page.getByRole('textbox', { name: 'Text of the page' }).getByText('It stands on the roof.').first().click()
    await page.keyboard.press('End')
    await page.keyboard.type(' Mind the wind.')
    await page.getByRole('textbox', { name: 'Text of the page' }).getByText('Mind the wind.').first().waitFor()
    await page.keyboard.press('Control+Enter')
    await expect.poll(async () => (await ana.call(readPage, { number })).text).toBe(text.replace('roof.[^1]', 'roof.[^1] Mind the wind.'))
    await context.close()
  })

  test('a runbook is run by keys: ticked, noted on, skipped and finished', async () => {
    const { number } = await write('Run the relay', RELAY, { kind: 'runbook' })
    const page = await open(`/${number}/runs`)
    await page.getByRole('textbox', { name: 'What set it off' }).fill('The queue is full.')
    await page.keyboard.press('Enter')
    await page.getByText('Three steps, none ticked yet.').first().waitFor()
    await page.locator('.run-step[data-next]').focus()
    await page.keyboard.press('x')
    await page.getByText('One of three steps ticked.').first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('n')
    await page.getByRole('checkbox', { name: 'It went differently from what the page says' }).check()
    await page.getByRole('textbox', { name: 'What to note' }).fill('Ten minutes, since the queue was long.')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Ten minutes, since the queue was long.').first().waitFor()
    await page.locator('.run-step[data-next]').focus()
    await page.keyboard.press('x')
    await page.getByText('Two of three steps ticked.').first().waitFor()
    await page.locator('.run-step[data-next]').focus()
    await page.keyboard.press('s')
    await page.getByRole('textbox', { name: 'Why it is skipped' }).fill('It started by itself.')
    await page.keyboard.press('Control+Enter')
    expect(await looks(page)).toEqual([])
    await page.getByRole('button', { name: 'Finish the run' }).click()
    await page.getByText('Finished', { exact: true }).first().waitFor()
    await page.getByRole('button', { name: 'Save it into the page' }).click()
    await page.getByText('What went differently stands in the page now.').first().waitFor()
    await page.context().close()
  })
})
