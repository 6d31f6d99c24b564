import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { postAsk } from '#contract/asks.ts'
import { addSpaceMember, createSpace, removeSpaceMember } from '#contract/spaces.ts'
import { postReply, postThread, readThread, resolveThread } from '#contract/threads.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { weekdays } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import type { Look } from '../axe.test-kit.ts'
import { openAppSite } from '../ui/app-site.test-kit.ts'
import type { AppSite } from '../ui/app-site.test-kit.ts'

/** Tuesday morning in Berlin; in Manila it is half past four in the afternoon. */
const MORNING = '2026-03-24T08:30:00Z'
/** Tab stops from a fresh page to the reply box (DESIGN 5). */
const STOPS_MAX = 12
/** Two cores are shared with the server and the browser. */
const PATIENT = { timeout: 15_000 }
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

describeOnNewest('threads in the browser', (on) => {
  let site: AppSite
  let app: TestApp
  let ana: TestPerson
  let mei: TestPerson
  beforeAll(async () => {
    site = await openAppSite(on, { clock: MORNING })
    ;({ app } = site)
    ana = await app.person('Ana Duarte', { zone: 'Europe/Lisbon' })
    mei = await app.person('Mei Tanaka', { zone: 'Asia/Manila', weeks: [weekdays('09:00', '18:00')] })
  })
  afterAll(() => site.close())

  const open = async (path: string, person = app.owner, look?: Look): Promise<Page> => {
    const page = await site.open(path, { as: person, ...(look && { look }) })
    await page.locator('.text, .thread-line, .new-thread, .empty, .page').first().waitFor()
    return page
  }
  const thread = async (title: string, body = 'What we know so far.') => (await app.owner.call(postThread, { spaceId: app.spaceId, title, body })).number
  const box = (page: Page) => page.getByRole('textbox', { name: 'Your reply' })
  const sendReply = async (page: Page, text: string) => {
    await box(page).fill(text)
    await page.keyboard.press('Control+Enter')
    await page.locator('.text:not([data-pending])', { hasText: text }).waitFor()
  }
  const menu = async (page: Page, of: RegExp, line: string) => {
    await page.getByRole('button', { name: of }).last().click()
    await page.getByRole('menuitem', { name: line }).click()
  }

  test('a thread is written by keys alone, with its title and text kept as a draft meanwhile', async () => {
    const page = await open('/threads')
    await page.keyboard.press('c')
    await page.waitForURL('**/threads/new')
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), PATIENT).toBe('TEXTAREA')
    await page.keyboard.type('Where the limits live')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Three in the config, five in the runbook.')
    await page.reload()
    await expect.poll(() => page.getByRole('textbox', { name: 'Text' }).inputValue(), PATIENT).toBe('Three in the config, five in the runbook.')
    await page.getByRole('textbox', { name: 'Text' }).press('Control+Enter')
    await page.waitForURL(/\/\d+$/)
    await page.getByRole('heading', { level: 1, name: 'Where the limits live' }).waitFor()
    await page.context().close()
  })

  test('a reply with a mention says what it costs, stands there at once, and can be taken back', async () => {
    const page = await open(`/${await thread('Which limit holds')}`)
    await box(page).click()
    await page.keyboard.type('@Mei')
    await page.getByRole('option', { name: /Mei Tanaka/ }).click()
    await page.keyboard.type('can you look?')
    await page.locator('.composer-attachments .notice').filter({ hasText: /\S/ }).waitFor()
    await page.keyboard.press('Control+Enter')
    await page.locator('.text', { hasText: 'can you look?' }).waitFor()
    await expect.poll(() => box(page).inputValue()).toBe('')
    await page.getByRole('button', { name: 'Undo sending' }).click()
    await expect.poll(() => box(page).inputValue(), PATIENT).toBe('@Mei Tanaka can you look?')
    await page.locator('.text', { hasText: 'can you look?' }).waitFor({ state: 'detached' })
    await page.keyboard.press('Control+Enter')
    await page.locator('.text .markdown a[href^="/people/"]').waitFor()
    await page.context().close()
  })

  test('quoting, editing with its history, reacting, marking, deleting and bringing back', async () => {
    const number = await thread('Five or three', 'Five retries recover more payments.')
    const theirs = await ana.call(postReply, { number, body: 'They also take longer.' })
    const page = await open(`/${number}`)
    await page.getByText('They also take longer.').first().waitFor()
    await page.locator(`#reply-${theirs.id}`).hover()
    await page.getByRole('button', { name: 'Quote the reply by Ana Duarte' }).click()
    await page.locator('.reply-quote .quote-block').waitFor()
    await sendReply(page, 'By how much?')
    await page.locator('.text .quote-block', { hasText: 'They also take longer.' }).waitFor()
    await menu(page, /More about the reply by Olga/, 'Edit')
    const editor = page.getByRole('textbox', { name: 'The text as it will read' })
    await expect.poll(() => editor.inputValue(), PATIENT).toBe('By how much?')
    await editor.fill('By how many seconds?')
    await editor.press('Control+Enter')
    await page.getByRole('button', { name: /^Edited:/ }).click()
    await page.getByRole('dialog').getByText('By how much?').first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.locator(`#reply-${theirs.id}`).getByRole('button', { name: 'React' }).click()
    await page.keyboard.press('Enter')
    await page.locator(`#reply-${theirs.id}`).getByRole('button', { name: 'Agreed: you' }).waitFor()
    await menu(page, /More about the reply by Ana/, 'I miss context')
    await expect.poll(async () => (await ana.call(readThread, { number })).items[0]?.marks, PATIENT).toEqual({ tooLong: 0, missingContext: 1 })
    await menu(page, /More about the reply by Olga/, 'Delete')
    await page.getByRole('button', { name: 'Bring back the reply that you deleted' }).click()
    await page.getByText('By how many seconds?').first().waitFor()
    await page.context().close()
  })

  test('files go with a reply: a picture stands in the text, another file below it', async () => {
    const page = await open(`/${await thread('The picture of it')}`)
    const held: Route[] = []
    // Both arrive in the same moment: neither may take the place of the other.
    await page.route('**/api/v1/files*', async (route) => {
      if (held.push(route) < 2) return
      const answers = await Promise.all(held.map(async (one) => ({ one, response: await one.fetch() })))
      await Promise.all(answers.map(({ one, response }) => one.fulfill({ response })))
    })
    await page.getByLabel('Files to attach').setInputFiles([{ name: 'plan.png', mimeType: 'image/png', buffer: PIXEL }, { name: 'numbers.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') }])
    await page.locator('.reply-box .attach-name a', { hasText: 'numbers.csv' }).waitFor()
    await page.locator('.reply-box .attach-name a', { hasText: 'plan.png' }).waitFor()
    await box(page).press('Control+End')
    await page.keyboard.type(' Here it is.')
    await page.keyboard.press('Control+Enter')
    await page.locator('.text[data-seq="1"] .markdown img').waitFor()
    await page.locator('.text[data-seq="1"] .attach-name').first().waitFor()
    await expect.poll(() => page.locator('.text[data-seq="1"] .attach-name').allTextContents()).toEqual(['numbers.csv'])
    await page.context().close()
  })

  test('where it stands is never written over unread; it is resolved, opened again, and split', async () => {
    const number = await thread('The runbooks')
    await ana.call(postReply, { number, body: 'A word about backups.' })
    const [page, hers] = [await open(`/${number}`), await open(`/${number}`, ana)]
    for (const [one, text] of [[page, 'We look for them.'], [hers, 'They are found.']] as const) {
      await one.getByRole('button', { name: /where it stands/i }).click()
      await one.getByLabel('One line: where it stands now').fill(text)
    }
    await page.getByRole('button', { name: 'Keep it' }).click()
    await page.locator('.state-line .line-text', { hasText: 'We look for them.' }).waitFor()
    await hers.getByRole('button', { name: 'Keep it' }).click()
    await hers.getByText('It reads now: We look for them.').first().waitFor()
    await expect.poll(() => hers.getByLabel('One line: where it stands now').inputValue()).toBe('They are found.')
    await hers.getByRole('button', { name: 'Keep it' }).click()
    await page.locator('.state-line .line-text', { hasText: 'They are found.' }).waitFor()
    await page.getByRole('button', { name: 'Resolve' }).click()
    await page.getByLabel('What came out of it, in a line').fill('They move to the services.')
    await page.keyboard.press('Control+Enter')
    await page.locator('.outcome-line', { hasText: 'They move to the services.' }).waitFor()
    await page.getByRole('button', { name: 'Open again' }).click()
    await page.getByLabel('Why it is open again').fill('One is missing.')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Opened again: One is missing.').first().waitFor()
    await page.getByRole('button', { name: 'More to do with this thread' }).click()
    await page.getByRole('button', { name: 'Split' }).click()
    await page.getByRole('checkbox', { name: /A word about backups/ }).check()
    await page.getByLabel('Title of the new thread').fill('Backups')
    await page.getByLabel('Summary: what its readers need to know').fill('Ana had a word about them.')
    await page.getByRole('button', { name: 'Split it off' }).click()
    await page.getByRole('heading', { level: 1, name: 'Backups' }).waitFor()
    await page.getByRole('complementary').getByText('The runbooks').first().waitFor()
    await Promise.all([page, hers].map((one) => one.context().close()))
  })

  test('what could not be sent stays, over a reload too, and is sent once', async () => {
    const number = await thread('On the train')
    const page = await open(`/${number}`)
    await page.route('**/replies', (route) => route.abort())
    await box(page).fill('From the tunnel.')
    await page.keyboard.press('Control+Enter')
    await page.getByText('not sent').first().waitFor()
    await page.unroute('**/replies')
    await page.reload()
    await page.locator('.text[data-seq="1"]', { hasText: 'From the tunnel.' }).waitFor()
    await page.locator('[data-pending]').waitFor({ state: 'detached' })
    expect((await app.owner.call(readThread, { number })).items.map(({ body }) => body)).toEqual(['From the tunnel.'])
    await page.context().close()
  })

  test('a thread opens at what is new, and only what was on screen counts as read', async () => {
    const number = await thread('A long talk')
    const long = 'A paragraph that goes on for a while. '.repeat(20)
    for (let index = 0; index < 12; index += 1) await ana.call(postReply, { number, body: `${index}. ${long}` })
    const page = await open(`/${number}`)
    await page.getByRole('heading', { name: 'Twelve texts new since you read this' }).waitFor()
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(0)
    await expect.poll(async () => (await app.owner.call(readThread, { number })).readSeq, PATIENT).toBeGreaterThan(0)
    expect((await app.owner.call(readThread, { number })).readSeq).toBeLessThan(6)
    await page.keyboard.press('e')
    await expect.poll(async () => (await app.owner.call(readThread, { number })).readSeq, PATIENT).toBe(12)
    await page.context().close()
  })

  test('what others write comes in without moving the page, and nobody keeps what they may no longer see', async () => {
    const secret = await app.owner.call(createSpace, { name: 'Salaries', visibility: 'private' })
    await app.owner.call(addSpaceMember, { id: secret.id, personId: ana.id })
    const { number } = await app.owner.call(postThread, { spaceId: secret.id, title: 'The budget', body: 'Numbers of the budget.' })
    const page = await open(`/${number}`, ana)
    await page.getByText('Numbers of the budget.').first().waitFor()
    await box(page).fill('Half a thought')
    await app.owner.call(postReply, { number, body: 'And a number more.' })
    await page.getByText('And a number more.').first().waitFor()
    await page.getByText('One reply came meanwhile').first().waitFor()
    await expect.poll(() => box(page).inputValue()).toBe('Half a thought')
    await app.owner.call(removeSpaceMember, { id: secret.id, personId: ana.id })
    await app.owner.call(postReply, { number, body: 'Not for her.' })
    await page.getByRole('heading', { name: 'Nothing stands here' }).waitFor()
    expect(await page.content()).not.toContain('Numbers of the budget')
    await page.context().close()
  })

  test('an ask is answered where it stands', async () => {
    const number = await thread('The migration')
    await app.owner.call(postAsk, { threadNumber: number, title: 'Can it run tonight?', kind: 'answer', to: ana.id, criteria: 'Yes or no.' })
    const page = await open(`/${number}`, ana)
    const ask = page.locator('.ask')
    await ask.getByText('Olga Owner asks you to answer').first().waitFor()
    await ask.getByRole('button', { name: /^Answer:/ }).click()
    await page.getByLabel('Your answer').fill('Yes, after six.')
    await page.keyboard.press('Control+Enter')
    await page.locator('.text', { hasText: 'Yes, after six.' }).getByText(/answers #\d+/).first().waitFor()
    await ask.getByText(/You answered it/).first().waitFor()
    await page.context().close()
  })

  test('the reply box is few tab stops away', async () => {
    const number = await thread('Far down')
    for (let index = 0; index < 10; index += 1) await ana.call(postReply, { number, body: `Reply ${index}` })
    const page = await open(`/${number}`)
    await page.getByText('Reply 9').first().waitFor()
    let stops = 0
    while (!await box(page).evaluate((element) => element === document.activeElement) && stops < STOPS_MAX) {
      await page.keyboard.press('Tab')
      stops += 1
      const skips = await page.evaluate(() => document.activeElement?.matches('.skip') ?? false)
      if (skips) await page.keyboard.press('Enter')
    }
    expect(stops).toBeLessThan(STOPS_MAX)
    await page.keyboard.type('Here.')
    await expect.poll(() => box(page).inputValue()).toBe('Here.')
    await page.context().close()
  })

  test('axe finds nothing, and nothing is too wide', async () => {
    const number = await thread('How it looks', 'With `code`, **weight**, and\n\n```ts\nconst limits = { retries: 3 }\n```')
    await ana.call(postReply, { number, body: 'I would take five.' })
    await app.owner.call(postAsk, { threadNumber: number, title: 'Is five safe?', kind: 'review', to: mei.id, blockedPath: 'The release.' })
    const { number: change } = await app.owner.call(postThread, { spaceId: app.spaceId, kind: 'change', title: 'The window moves', change: { was: '16:00 Berlin', now: '10:00 Berlin', since: '2026-03-30', why: 'Manila is awake.', mustRead: [ana.id] } })
    const done = await thread('Done')
    await app.owner.call(resolveThread, { number: done, outcome: 'It is done.' })
    const paths = [`/${number}`, `/${change}`, `/${done}`, '/threads', '/threads?view=saved', '/threads/new', '/threads/new?kind=change']
    expect(await site.allInEveryLook(paths.map((path) => ({ path, as: path.startsWith('/threads') ? app.owner : ana })))).toEqual([])
  })
})
