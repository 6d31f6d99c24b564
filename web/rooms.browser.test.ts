import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { editMe } from '#contract/account.ts'
import { createForm } from '#contract/checkins.ts'
import { postWrap } from '#contract/handoffs.ts'
import { editSpace } from '#contract/spaces.ts'
import { postThread } from '#contract/threads.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { weekdays } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { axeReader, fits, LOOKS } from './axe.test-kit.ts'
import type { Look } from './axe.test-kit.ts'
import { ALL_PAGES_MS, openAppSite } from './ui/app-site.test-kit.ts'
import type { AppSite } from './ui/app-site.test-kit.ts'

/** Monday evening in Berlin; Kenji begins at two. */
const EVENING = '2026-03-23T16:30:00Z'
/** Tuesday in Berlin, half an hour into the shift. */
const MORNING = '2026-03-24T08:30:00Z'
const ICS = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//y//EN', 'BEGIN:VEVENT', 'UID:1', 'DTSTART;VALUE=DATE:20261224', 'SUMMARY:Quiet day', 'END:VEVENT',
  'BEGIN:VEVENT', 'UID:2', 'DTSTART:20261223T100000Z', 'DTEND:20261223T110000Z', 'SUMMARY:Team lunch', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n')

describeOnNewest('the rooms of people and workspace', (on) => {
  let site: AppSite
  let app: TestApp
  let url: string
  let findings: (page: Page) => Promise<string[]>
  let kenji: TestPerson
  beforeAll(async () => {
    site = await openAppSite(on, { clock: EVENING })
    findings = await axeReader()
    ;({ app, url } = site)
    await app.person('Ana Duarte', { zone: 'Europe/Lisbon' })
    kenji = await app.person('Kenji Mori', { zone: 'Asia/Tokyo', weeks: [weekdays('09:00', '18:00')] })
    await app.owner.call(createForm, { spaceId: app.spaceId, kind: 'standup' })
    await app.owner.call(postWrap, { spaceId: app.spaceId, state: 'All green.', done: [{ text: 'Moved the ledger' }], nextAction: 'Resume batch 5.', mostImportant: 'The ledger is moved.' })
    await app.advanceTo(MORNING)
  })
  afterAll(() => site.close())

  const open = (path: string, person = app.owner, look?: Look): Promise<Page> => site.open(path, { as: person, ...(look && { look }) })
  const send = (page: Page, name: string) => page.getByRole('form', { name }).locator('.button').first().click()
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

  const PAGES: readonly (readonly [path: string, ...unfold: (string | RegExp)[]])[] = [
    ['/people', 'Move the clock'], ['/people/me', 'Change your hours', 'Note time away', 'Add a country, a region or a file', 'Offer one of your shifts'],
    ['/people/roles', 'Add a role'], ['/agreement'], ['/agreement/edit', 'Show what changes'], ['/agreement/history'], ['/check-ins', 'Nothing to say today'], ['/check-ins/new'],
    ['/settings', 'Change the password', 'Make a token'], ['/members', 'Invite somebody', /^Change role/], ['/outbox'], ['/status'], ['/spaces', 'Make a space'],
  ]
  test(`axe finds nothing and nothing is too wide on any of ${PAGES.length} pages, with everything unfolded`, { timeout: ALL_PAGES_MS }, async () => {
    const unfolded = (names: readonly (string | RegExp)[]) => async (page: Page) => {
      for (const name of names) await press(page, name)
      await page.locator('.skeleton').first().waitFor({ state: 'detached' })
    }
    expect(await site.allInEveryLook(PAGES.map(([path, ...names]) => ({ path: path.replace('/people/me', `/people/${app.owner.id}`), prepare: unfolded(names) })))).toEqual([])
  })

  test('the day shown is changed by keys, buttons and pulling, and said in one true sentence', async () => {
    const page = await open('/people')
    const day = page.getByRole('slider', { name: 'Day' })
    await expect.poll(() => page.locator('h1').textContent()).toBe('Three people, shown in your time. Lisbon and Berlin share 10:00 to 17:00.')
    await day.focus()
    await page.keyboard.press('PageUp')
    await expect.poll(() => day.getAttribute('aria-valuetext')).toBe('Tuesday 31 March')
    await page.getByText('Tuesday 31 March.').first().waitFor()
    await press(page, 'Today')
    await expect.poll(() => day.getAttribute('aria-valuetext')).toBe('Tuesday 24 March, today')
    const box = await day.boundingBox()
    if (!box) throw new Error('The strip of days is not on the page.')
    await page.mouse.move(box.x + box.width * 0.9, box.y + 10)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.33, box.y + 10, { steps: 5 })
    await page.mouse.up()
    await expect.poll(() => day.getAttribute('aria-valuetext')).toBe('Saturday 28 March')
    await page.getByRole('heading', { name: /Nobody works on this day/ }).waitFor()
    await page.context().close()
  })

  test('a profile takes hours from a date on, time away with its cover, and holidays from a file', async () => {
    const page = await open(`/people/${app.owner.id}`)
    await press(page, 'Change your hours')
    await page.getByLabel('First day').fill('2026-04-06')
    await page.getByRole('group', { name: 'Friday' }).getByRole('button', { name: /^Remove/ }).click()
    await send(page, 'Hours')
    await page.getByText('Berlin: Monday to Thursday 09:00 to 17:00.').first().waitFor()
    await press(page, 'Note time away')
    await send(page, 'Time away')
    await page.getByText('Choose the first day.').first().waitFor()
    await page.getByLabel('First day').fill('2026-04-07')
    await page.getByLabel('Last day').fill('2026-04-08')
    await page.getByLabel('Who covers').fill('Ana')
    await page.getByRole('option', { name: /Ana Duarte/ }).click()
    await send(page, 'Time away')
    await page.getByText('Tuesday 7 April to Wednesday 8 April').first().waitFor()
    await section(page, 'Time away').getByText('Ana Duarte covers.').first().waitFor()
    await press(page, /^Cancel the time away/)
    await page.getByText('No time away is noted.').first().waitFor()
    await press(page, 'Add a country, a region or a file')
    await page.getByLabel('Or an ICS file').setInputFiles({ name: 'ours.ics', mimeType: 'text/calendar', buffer: Buffer.from(ICS) })
    await send(page, 'Add holidays')
    await page.getByText('ours is added.').first().waitFor()
    await page.getByText(/Team lunch/).first().waitFor()
    await page.getByLabel('ours', { exact: true }).check()
    await expect.poll(() => page.getByLabel('ours', { exact: true }).isChecked()).toBe(true)
    await page.context().close()
  })

  test('a swap is offered by the one and accepted by the other', async () => {
    const page = await open(`/people/${app.owner.id}`)
    await press(page, 'Offer one of your shifts')
    await page.getByLabel('Day of the shift').fill('2026-03-26')
    await page.getByLabel('Who would take it').fill('Kenji')
    await page.getByRole('option', { name: /Kenji/ }).click()
    await send(page, 'Offer a shift')
    await page.getByText('You offer Kenji Mori your shift of Thursday 26 March 2026').first().waitFor()
    const his = await open(`/people/${kenji.id}`, kenji)
    await press(his, 'Accept')
    await his.getByText('You take the shift of Thursday 26 March 2026 from Olga Owner.').first().waitFor()
    await page.getByText('Kenji Mori takes the shift of Thursday 26 March 2026 from you.').first().waitFor()
    await Promise.all([page, his].map((one) => one.context().close()))
  })

  test('the agreement is changed with a reason, compared, and acknowledged', async () => {
    const page = await open('/agreement/edit')
    const text = page.getByLabel('The agreement')
    await text.fill((await text.inputValue()).replace('grace_minutes: 30', 'grace_minutes: 45'))
    await press(page, 'Make it the new version')
    await page.getByText('Write why; the others will ask.').first().waitFor()
    await page.getByLabel('Why it changes').fill('School runs take longer.')
    await press(page, 'Make it the new version')
    await page.waitForURL('**/agreement')
    await page.getByText('45 minutes').first().waitFor()
    await page.goto(`${url}/agreement/history?before=1&after=2`)
    await page.getByText('45 minutes; before: 30 minutes.').first().waitFor()
    const his = await open('/agreement', kenji)
    await press(his, 'I have read it and work by it')
    await his.getByText(/Kenji Mori work by this version/).first().waitFor()
    await Promise.all([page, his].map((one) => one.context().close()))
  })

  test('last evening’s wrap answers the standup; what does not fit is left out', async () => {
    const page = await open('/check-ins')
    const form = page.getByRole('form', { name: /^Standup/ })
    const done = form.getByRole('textbox', { name: /What did you finish/ })
    await expect.poll(() => done.inputValue()).toContain('Moved the ledger')
    await form.getByRole('button', { name: /^Leave it out: the answer to “What did you finish/ }).click()
    await expect.poll(() => done.inputValue()).toBe('')
    await done.fill('Moved the ledger, and told finance.')
    await form.getByRole('textbox', { name: /What will you work on/ }).fill('')
    await form.getByRole('button', { name: 'Send the answers' }).click()
    await form.getByText('This one needs an answer').first().waitFor()
    await form.getByRole('textbox', { name: /What will you work on/ }).fill('Batch 5.')
    await form.getByRole('button', { name: 'Send the answers' }).click()
    await page.getByRole('heading', { name: 'No check-in waits for you.' }).waitFor()
    await page.getByRole('link', { name: /^Read today’s round/ }).click()
    await page.getByText('Moved the ledger, and told finance.').first().waitFor()
    expect(await findings(page)).toEqual([])
    await page.locator('.answer h2 a').first().click()
    await page.getByRole('link', { name: 'The whole round' }).waitFor()
    expect(await findings(page)).toEqual([])
    await page.context().close()
  })

  test('a space is edited, gains and loses a member, and is archived and opened again', async () => {
    const page = await open(`/spaces/${app.spaceId}`)
    await press(page, 'Edit')
    await expect.poll(() => page.getByLabel('Name', { exact: true }).evaluate((field) => field === document.activeElement)).toBe(true)
    await page.getByLabel('Name', { exact: true }).fill('')
    await send(page, 'Edit Team')
    await page.getByText('Give the space a name.').first().waitFor()
    await page.getByLabel('Name', { exact: true }).fill('Harbour')
    await page.getByLabel('What it is for').fill('Who sails when.')
    await page.getByLabel('Members only').check()
    await page.getByText('Only its members can read it or see that it exists.').first().waitFor()
    await page.keyboard.press('ArrowLeft')
    await page.getByText(/^Everybody in the workspace can read it/).first().waitFor()
    expect([await findings(page), await fits(page)]).toEqual([[], true])
    await send(page, 'Edit Team')
    await page.getByRole('heading', { name: 'Harbour', exact: true }).waitFor()
    await page.getByText('Who sails when.').first().waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Edit', exact: true }).evaluate((link) => link === document.activeElement)).toBe(true)
    await press(page, 'Add or take out members')
    await press(page, 'Take out: Kenji Mori')
    await page.getByText('Ana Duarte and you are members.').first().waitFor()
    await page.getByLabel('Add somebody').fill('Ken')
    await page.keyboard.press('Enter')
    await section(page, 'Members').getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('button', { name: 'Take out: Kenji Mori' }).waitFor()
    expect([await findings(page), await fits(page)]).toEqual([[], true])
    await press(page, 'Done')
    await press(page, 'Archive')
    await page.getByText('It stays readable, and nobody writes in it.').first().waitFor()
    await press(page, 'Open it again')
    await page.getByRole('button', { name: 'Archive' }).waitFor()
    const phone = await open(`/spaces/${app.spaceId}`, app.owner, LOOKS[2])
    for (const part of ['Edit', 'Add or take out members']) {
      await press(phone, part)
      expect([part, await findings(phone), await fits(phone)]).toEqual([part, [], true])
    }
    for (const one of [page, phone]) await one.context().close()
    await app.owner.call(editSpace, { id: app.spaceId, name: 'Team', purpose: '' })
  })

  test('who needs longer to take back what they sent has it from then on', async () => {
    const page = await open('/settings')
    await page.getByRole('radio', { name: 'two minutes' }).check()
    await send(page, 'You')
    await page.getByText('Saved.').first().waitFor()
    await page.reload()
    await expect.poll(() => page.getByRole('radio', { name: 'two minutes' }).isChecked()).toBe(true)
    const { number } = await app.owner.call(postThread, { spaceId: app.spaceId, title: 'Moving the ledger' })
    await page.goto(`${url}/${number}`)
    await page.getByText('Sent. Nobody is told for 120 seconds.').first().waitFor()
    await app.owner.call(editMe, { undoSeconds: 10 })
    await page.context().close()
  })

  test('a token is shown once, and ended', async () => {
    const page = await open('/settings')
    await press(page, 'Make a token')
    await page.getByLabel('What it is for').fill('Backup script')
    await send(page, 'A token')
    await expect.poll(() => page.getByLabel('Token Backup script', { exact: true }).inputValue()).toMatch(/^lh_/)
    expect(await findings(page)).toEqual([])
    await press(page, 'I have it')
    await page.reload()
    await press(page, 'End it: the token Backup script')
    await page.getByText('No tokens.').first().waitFor()
    await page.context().close()
  })

  test('somebody is invited, somebody is deactivated and let in again', async () => {
    const page = await open('/members')
    await press(page, 'Invite somebody')
    await page.getByLabel('E-mail').fill('mei@example.org')
    await page.getByRole('radio', { name: 'Guest' }).check()
    await send(page, 'Invite somebody')
    await page.getByText('A guest sees only the spaces you choose; choose one at least.').first().waitFor()
    await page.getByLabel('Team').check()
    await send(page, 'Invite somebody')
    await expect.poll(() => page.getByLabel('Invite link for mei@example.org', { exact: true }).inputValue()).toContain('/invite/')
    await page.getByText('From other computers, this address leads nowhere.').waitFor()
    await page.getByText('Invited by Olga Owner as guest').first().waitFor()
    await press(page, 'Deactivate Ana Duarte')
    await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click()
    await page.getByText('deactivated, cannot sign in').first().waitFor()
    await press(page, 'Let in again: Ana Duarte')
    await page.getByText('deactivated, cannot sign in').waitFor({ state: 'detached' })
    await page.goto(`${url}/outbox`)
    await page.getByText('To mei@example.org').first().waitFor()
    await page.context().close()
  })

  test('a member sees neither members nor outbox', async () => {
    const page = await open('/members', kenji)
    await page.getByRole('heading', { name: 'Nothing stands here' }).waitFor()
    await page.goto(`${url}/outbox`)
    await page.getByRole('heading', { name: 'Nothing stands here' }).waitFor()
    await page.context().close()
  })

  test('a space is made and opened', async () => {
    const page = await open('/spaces')
    await press(page, 'Make a space')
    await send(page, 'A new space')
    await page.getByText('Give the space a name.').first().waitFor()
    await page.getByLabel('Name').fill('Billing')
    await send(page, 'A new space')
    await page.getByRole('heading', { level: 1, name: 'Billing' }).waitFor()
    await page.context().close()
  })

  test('the clock moves on from the bar, and the page with it', async () => {
    const page = await open('/people')
    await press(page, 'Move the clock')
    await press(page, /^To my evening, 16:50/)
    await page.getByText('You are Olga Owner in Berlin; it is Tuesday 16:50.').first().waitFor()
    await page.context().close()
  })
})
