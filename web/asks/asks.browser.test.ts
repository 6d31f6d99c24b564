import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerAsk, askBack, postAsk, rateAsk, snoozeAsk } from '#contract/asks.ts'
import { readDraft } from '#contract/entries.ts'
import { acceptBaton, postWrap, readBaton } from '#contract/handoffs.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { weekdays } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { axeReader } from '../axe.test-kit.ts'
import { openAppSite, unfold } from '../ui/app-site.test-kit.ts'
import type { AppSite } from '../ui/app-site.test-kit.ts'

/** Monday 17:30 in Berlin, half past midnight on Tuesday in Manila. */
const ASLEEP = '2026-03-23T16:30:00Z'
/** Tuesday 09:30 in Manila. */
const AWAKE = '2026-03-24T01:30:00Z'
/** Tuesday 09:30 in Berlin. */
const MORNING = '2026-03-24T08:30:00Z'
const PATIENT = { timeout: 15_000 }

describeOnNewest('asks and the lists of them', (on) => {
  let site: AppSite
  let app: TestApp
  let url: string
  let findings: (page: Page) => Promise<string[]>
  let mei: TestPerson
  let ben: TestPerson
  beforeAll(async () => {
    site = await openAppSite(on, { clock: ASLEEP })
    findings = await axeReader()
    ;({ app, url } = site)
    mei = await app.person('Mei Santos', { zone: 'Asia/Manila', weeks: [weekdays('09:00', '18:00')] })
    ben = await app.person('Ben Adler', { zone: 'America/New_York' })
  })
  afterAll(() => site.close())

  /** Nobody owes what can still be taken back. */
  const undoOver = () => later(10)
  const later = (seconds: number) => app.advanceTo(app.app.platform.clock.now().add({ seconds }).toString())
  /** A baton of the owner that Mei has in hand. */
  const heldByMei = async (text: string) => {
    const { batons } = await app.owner.call(postWrap, { spaceId: app.spaceId, state: 'All green.', nextAction: 'Go on.', mostImportant: 'All green.', batons: [{ text, to: { kind: 'person', personId: mei.id } }] })
    const id = batons[0]?.id ?? ''
    await mei.call(acceptBaton, { id })
    return id
  }
  const open = (path: string, person = app.owner): Promise<Page> => site.open(path, { as: person })
  const item = (page: Page, text: string) => page.locator('[data-item]', { hasText: text })
  const choose = async (page: Page, name: string) => {
    await page.getByRole('combobox', { name: 'Who answers' }).click()
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
  }
  const lands = (page: Page) => page.locator('.lands')

  test('an ask to somebody asleep says when it is read before it is sent; a reload loses nothing', async () => {
    const page = await open('/')
    await page.keyboard.press('a')
    const title = page.getByRole('textbox', { name: 'Title' })
    await title.waitFor()
    await expect.poll(() => title.evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.type('Which index do we keep?')
    await page.keyboard.press('Enter')
    await page.keyboard.type('The old one is smaller; the new one is faster. Which one do we keep for the release on 2026-03-26?')
    await choose(page, 'Mei')
    await lands(page).getByText('Mei Santos reads this at 09:00 Manila').first().waitFor()
    await page.getByText('here and on the server').first().waitFor()
    await page.reload()
    await lands(page).getByText('Mei Santos reads this at 09:00 Manila').first().waitFor()
    expect(await findings(page)).toEqual([])
    await page.getByRole('textbox', { name: 'Title' }).focus()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { level: 1, name: 'Which index do we keep?' }).waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('w')
    await page.getByRole('heading', { name: 'You wait for one answer.' }).waitFor()
    await item(page, 'Which index do we keep?').getByText('You ask Mei Santos to answer').first().waitFor()
    await page.goto(`${url}/ask/new`)
    await expect.poll(() => page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('')
    await page.context().close()
  })

  test('too late for the asker: what is offered changes the form, and urgent wants its reason', async () => {
    const page = await open('/ask/new?title=Who%20watches%20the%20rollout%3F&body=It%20starts%20tonight.')
    await expect.poll(() => page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Who watches the rollout?')
    await choose(page, 'Mei')
    expect(await page.getByLabel('When you need it').count()).toBe(0)
    await page.getByRole('button', { name: 'Be warned if that is too late for you' }).click()
    await page.getByRole('heading', { name: 'Before you send' }).first().waitFor()
    expect(await page.getByRole('heading', { name: 'Before you send' }).first().evaluate((title) => title.getBoundingClientRect().top)).toBeLessThan(await page.locator('.lands').first().evaluate((box) => box.getBoundingClientRect().top))
    await page.getByLabel('When you need it').fill('2026-03-23T20:00')
    await page.getByText(/after you need it/).first().waitFor()
    await page.getByRole('button', { name: 'Ask Ben Adler instead' }).click()
    await lands(page).getByText(/^Ben Adler (can read|reads) this/).first().waitFor()
    await expect.poll(() => page.getByRole('combobox', { name: 'Who answers' }).inputValue()).toBe('Ben Adler')
    await choose(page, 'Mei')
    await page.getByRole('button', { name: 'Make it urgent' }).click()
    const why = page.getByLabel('Why it cannot wait')
    await why.waitFor()
    await expect.poll(() => why.evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.press('Control+Enter')
    await page.getByText('Say in a sentence why it cannot wait.').first().waitFor()
    await expect.poll(() => why.evaluate((field) => field === document.activeElement)).toBe(true)
    expect(await findings(page)).toEqual([])
    await expect.poll(async () => JSON.stringify((await app.owner.call(readDraft, { slot: 'ask:new' })).draft), PATIENT).toContain('Who watches the rollout?')
    await page.context().close()
  })

  test('an ask that is taken back before anybody was told is written on, with its contract', async () => {
    const page = await open('/ask/new?title=Move%20the%20standup%3F&body=To%20ten.')
    await page.getByRole('button', { name: 'Take what you brought along instead' }).click()
    await choose(page, 'Ben')
    await page.getByRole('combobox', { name: 'Urgency' }).click()
    await page.getByRole('option', { name: /^Complex/ }).click()
    await lands(page).getByText(/^Ben Adler/).first().waitFor()
    await page.getByRole('button', { name: 'Ask Ben Adler' }).click()
    await page.getByRole('heading', { level: 1, name: 'Move the standup?' }).waitFor()
    await page.getByRole('button', { name: /^More about the opening/ }).click()
    await page.getByRole('menuitem', { name: /^Take it back/ }).click()
    await lands(page).getByText(/^Ben Adler/).first().waitFor()
    await expect.poll(() => page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Move the standup?')
    await expect.poll(() => page.getByRole('combobox', { name: 'Urgency' }).innerText()).toContain('Complex')
    await page.context().close()
  })

  test('Mei answers it from her list, by keyboard; it stays in its place, and the asker sees it answered', async () => {
    await app.advanceTo(AWAKE)
    const watching = await open('/wait')
    await item(watching, 'Which index do we keep?').waitFor()
    const page = await open('/owe', mei)
    await page.getByRole('heading', { name: 'One ask waits for you.' }).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('e')
    await page.getByLabel('Your answer').fill('The new one: reads are what hurts.')
    await page.keyboard.press('Control+Enter')
    const mine = item(page, 'Which index do we keep?')
    await mine.getByText('Answered.', { exact: true }).first().waitFor()
    await page.getByRole('heading', { name: 'You owe nobody an answer.' }).waitFor()
    await item(watching, 'Which index do we keep?').getByText('The new one: reads are what hurts.').first().waitFor()
    await watching.getByRole('heading', { name: 'You wait for nobody.' }).waitFor()
    await page.reload()
    await page.getByText(/stands here, by when it is due on your clock/).first().waitFor()
    for (const one of [page, watching]) await one.context().close()
  })

  test('what is put aside stays out of sight until one looks for it', async () => {
    await app.owner.call(postAsk, { spaceId: app.spaceId, title: 'Name the next release', kind: 'input', to: mei.id })
    await undoOver()
    const page = await open('/owe', mei)
    await page.keyboard.press('j')
    await page.keyboard.press('h')
    await page.getByRole('button', { name: 'Until my next shift' }).click()
    await item(page, 'Name the next release').getByText('Put aside for you').first().waitFor()
    await page.getByRole('link', { name: 'One ask put aside' }).click()
    await page.getByRole('heading', { name: 'One ask put aside' }).waitFor()
    await item(page, 'Name the next release').getByRole('button', { name: /^Take it up again/ }).click()
    await page.getByRole('heading', { name: 'Nothing is put aside.' }).waitFor()
    await page.context().close()
  })

  test('an urgent ask is rated where it was answered, and its sender alone sees how', async () => {
    const { number } = await app.owner.call(postAsk, { spaceId: app.spaceId, title: 'Payments fail', kind: 'answer', to: mei.id, urgency: 'urgent', urgentReason: 'Customers cannot pay.', blockedPath: 'Every order.' })
    await undoOver()
    const page = await open('/owe', mei)
    await item(page, 'Payments fail').getByRole('button', { name: /^Answer/ }).click()
    await page.getByLabel('Your answer').fill('Rolled back.')
    await page.keyboard.press('Control+Enter')
    await item(page, 'Payments fail').getByRole('button', { name: /^Say how urgent it was/ }).click()
    await page.getByRole('button', { name: 'It could have waited an hour' }).click()
    await item(page, 'Payments fail').getByText('Noted.').first().waitFor()
    const waiting = await open('/wait')
    await waiting.getByText('One sent, one rated: one could have waited an hour.').first().waitFor()
    await mei.call(rateAsk, { number, rating: 'urgent' })
    await waiting.reload()
    await waiting.getByText('One of one rated ask was urgent to who answered.').first().waitFor()
    for (const one of [page, waiting]) await one.context().close()
  })

  test('an ask comes to the open list by itself as soon as it can be taken back no more, and not before', async () => {
    const page = await open('/owe', mei)
    await page.getByRole('heading', { name: 'One ask waits for you.' }).waitFor()
    await app.owner.call(postAsk, { spaceId: app.spaceId, title: 'Who signs the release?', kind: 'answer', to: mei.id })
    await later(9)
    await heldByMei('Turn the old index off')
    await item(page, 'Turn the old index off').waitFor(PATIENT)
    expect(await item(page, 'Who signs the release?').count()).toBe(0)
    await later(1)
    await item(page, 'Who signs the release?').waitFor(PATIENT)
    await page.getByRole('heading', { name: 'Two asks wait for you.' }).waitFor()
    await page.context().close()
  })

  test('what one holds is said to be done in its place, by keyboard; it stays there to be taken back, and who gave it sees it', async () => {
    const id = await heldByMei('Empty the dead letters')
    const { number } = await app.owner.call(readBaton, { id })
    const [page, watching] = [await open('/owe', mei), await open(`/${number}`)]
    const mine = item(page, 'Empty the dead letters')
    await mine.focus()
    await page.keyboard.press('e')
    await page.getByLabel('What came of it, in a line').fill('Four were retried, none is left.')
    expect(await findings(page)).toEqual([])
    await page.keyboard.press('Control+Enter')
    await mine.getByText('Done.', { exact: true }).first().waitFor()
    await expect.poll(() => mine.evaluate((element) => element === document.activeElement)).toBe(true)
    await watching.getByText(/^Mei Santos said that it is done .+: Four were retried, none is left\.$/).first().waitFor(PATIENT)
    await page.keyboard.press('z')
    await mine.getByRole('button', { name: /^Done/ }).waitFor()
    await watching.getByText(/^Mei Santos holds it since/).first().waitFor(PATIENT)
    await mine.getByRole('button', { name: /^Done/ }).click()
    await page.keyboard.press('Control+Enter')
    await mine.getByRole('button', { name: /^Not done after all/ }).waitFor()
    await page.reload()
    await item(page, 'Turn the old index off').waitFor()
    expect(await mine.count()).toBe(0)
    for (const one of [page, watching]) await one.context().close()
  })

  test('axe finds nothing and nothing is too wide', async () => {
    await app.advanceTo(MORNING)
    await app.owner.call(postAsk, { spaceId: app.spaceId, title: 'Review the plan of the move', kind: 'review', to: mei.id, others: [ben.id], scope: 'detailed', criteria: 'It can be undone within an hour.' })
    const back = await app.owner.call(postAsk, { spaceId: app.spaceId, title: 'Which table first?', kind: 'answer', to: mei.id, silentDefault: 'orders first' })
    await mei.call(askBack, { number: back.number, body: 'First by size, or by risk?' })
    const aside = await app.owner.call(postAsk, { spaceId: app.spaceId, title: 'Pick a colour', kind: 'feedback', to: mei.id })
    await undoOver()
    await mei.call(snoozeAsk, { number: aside.number, until: 'hour' })
    const filled = async (page: Page) => {
      await choose(page, 'Mei')
      await lands(page).getByText(/reads this/).first().waitFor()
      await unfold(page)
    }
    const lists = [['/owe', mei], ['/owe?aside=true', mei], ['/owe', app.owner], ['/wait', app.owner]] as const
    expect(await site.allInEveryLook([...lists.map(([path, as]) => ({ path, as, prepare: unfold })), { path: '/ask/new', as: ben, prepare: filled }])).toEqual([])
    await mei.call(answerAsk, { number: aside.number, body: 'Blue.' })
  })
})
