import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDecision, editDecision, readDecision, signDecision, takePosition } from '#contract/decisions.ts'
import type { DecisionView } from '#contract/decisions.ts'
import { postThread } from '#contract/threads.ts'
import { SESSION_COOKIE } from '#server/platform/auth/identify.ts'
import { describeOnNewest } from '#server/platform/db/test-db.ts'
import { startTestApp, weekdays } from '#server/test-app.ts'
import type { TestApp, TestPerson } from '#server/test-app.ts'
import { axeReader, fits, LOOKS, lookName } from '../axe.test-kit.ts'
import type { Look } from '../axe.test-kit.ts'
import { openSite } from '../ui/site.test-kit.ts'
import type { Site } from '../ui/site.test-kit.ts'

/** Tuesday morning in Berlin; in Manila it is half past four in the afternoon. */
const MORNING = '2026-03-24T08:30:00Z'
/** Two cores are shared with the server and the browser. */
const PATIENT = { timeout: 30_000 }
const CONTENT = {
  title: 'Where do outgoing mails wait?', needed: 'Mails are lost when the server dies between commit and send.', context: 'Since **January** we lost eleven mails.', criteria: 'What we must run and back up.',
  claims: [{ text: 'Twelve a second at peak.', basis: 'known' as const, confidence: 'high' as const }],
  options: [
    { id: 'table', title: 'A table in Postgres', body: 'Written in the same transaction.', tradeOffs: [{ id: 'limit', side: 'bad' as const, text: 'about 500 messages a second' }] },
    { id: 'broker', title: 'A message broker', body: 'Back-pressure is built in.', tradeOffs: [] },
  ],
  recommendation: { optionId: 'table', why: 'Nothing new to run.' },
}

describeOnNewest('decisions in the browser', (on) => {
  let site: Site
  let app: TestApp
  let url: string
  let findings: (page: Page) => Promise<string[]>
  let [ana, ben, mei]: TestPerson[] = []
  beforeAll(async () => {
    site = await openSite()
    findings = await axeReader()
    app = await startTestApp(on, { clock: MORNING, webDir: site.folder })
    url = await app.app.http.listen({ host: '127.0.0.1', port: 0 })
    app.app.setPublicUrl(url)
    ana = await app.person('Ana Duarte', { zone: 'Europe/Lisbon' })
    ben = await app.person('Ben Okafor')
    mei = await app.person('Mei Tanaka', { zone: 'Asia/Manila', weeks: [weekdays('09:00', '18:00')] })
  })
  afterAll(async () => {
    await app.stop()
    await site.close()
  })

  const known = (person: TestPerson | undefined): TestPerson => person ?? app.owner
  const open = async (path: string, person = known(ana), look: Look = LOOKS[0] as Look): Promise<Page> => {
    const context = await site.browser.newContext({ ...look, reducedMotion: 'reduce', acceptDownloads: true })
    await context.addCookies([{ name: SESSION_COOKIE, value: person.token, url, httpOnly: true, sameSite: 'Lax' }])
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENT.timeout)
    await page.goto(url + path)
    await page.locator('#main h1').waitFor()
    await page.locator('.skeleton').first().waitFor({ state: 'detached' })
    return page
  }
  const make = (more: Record<string, unknown> = {}): Promise<DecisionView> =>
    known(ana).call(createDecision, { spaceId: app.spaceId, content: CONTENT, roles: { accountableId: known(mei).id, consultedIds: [known(ben).id] }, open: true, ...more })
  const choose = async (page: Page, label: string, name: string) => {
    await page.getByRole('combobox', { name: label }).click()
    await page.keyboard.type(name)
    await page.getByRole('option', { name }).first().waitFor()
    await page.keyboard.press('Enter')
  }

  test('from a thread to a signed file: written, opened, supported, signed and downloaded', async () => {
    const thread = await known(ana).call(postThread, { spaceId: app.spaceId, title: 'Branch names', body: 'Every branch is named otherwise.' })
    const page = await open(`/${thread.number}`)
    await page.getByRole('button', { name: /^More about the opening/ }).click()
    await page.getByRole('menuitem', { name: /^Make more of it/ }).click()
    await page.getByRole('radio', { name: 'A decision' }).check()
    await page.getByRole('button', { name: 'Write the decision' }).click()
    await page.locator('.decision-form').getByRole('textbox', { name: 'Title' }).fill('How do we name branches?')
    await page.getByRole('textbox', { name: 'What has to be decided' }).fill('One way to name them.')
    await page.getByRole('textbox', { name: 'Option 1', exact: true }).fill('By their issue')
    await page.getByRole('textbox', { name: 'Option 2', exact: true }).fill('As everybody likes')
    await page.getByRole('button', { name: 'Add a trade-off to By their issue' }).click()
    await page.keyboard.type('one has to look the number up')
    await page.getByRole('radio', { name: 'By their issue' }).check()
    await choose(page, 'Whose input is needed', 'Ben')
    await page.locator('.window-preview .ribbon').first().waitFor()
    await page.getByText('here and on the server').waitFor()
    await page.reload()
    expect(await page.getByRole('textbox', { name: 'Trade-off 1' }).inputValue()).toBe('one has to look the number up')
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: 'Open it for positions' }).click()
    await page.getByRole('heading', { level: 1, name: 'How do we name branches?' }).waitFor()
    const number = Number(new URL(page.url()).pathname.slice(1))
    await known(ben).call(takePosition, { number, kind: 'support', optionId: (await known(ben).call(readDecision, { number })).content.options[0]?.id ?? '' })
    await page.getByRole('button', { name: 'Sign “By their issue”' }).click()
    await page.getByRole('heading', { name: 'Decided' }).waitFor()
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download as ADR file' }).click()])
    expect(file.suggestedFilename()).toBe('0001-how-do-we-name-branches.md')
    await page.context().close()
  })

  test('a position is taken by keyboard where it belongs, and answered in the discussion', async () => {
    const { number } = await make()
    const page = await open(`/${number}`, known(ben))
    await page.getByRole('button', { name: 'Say where you stand on “about 500 messages a second”' }).click()
    await page.getByRole('radio', { name: 'I object' }).check()
    await page.getByRole('button', { name: 'Take this position' }).click()
    await page.getByText('Say in a sentence what it is.').waitFor()
    await page.getByRole('textbox', { name: 'In your words' }).fill('It fills the disk.')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: 'Open objection' }).waitFor()
    await page.locator('#point-limit').getByText('Ben Okafor').first().waitFor()
    const author = await open(`/${number}`)
    await author.getByRole('button', { name: 'Answer Ben Okafor' }).click()
    const box = author.getByRole('textbox', { name: 'Your reply' })
    await expect.poll(() => box.inputValue(), PATIENT).toContain('> It fills the disk.')
    await expect.poll(() => box.evaluate((field) => field === document.activeElement), PATIENT).toBe(true)
    await author.keyboard.type('A worker empties it.')
    await author.keyboard.press('Control+Enter')
    await author.getByText('A worker empties it.').waitFor()
    await page.getByRole('button', { name: 'Change or lift it: what you said' }).click()
    await page.getByRole('radio', { name: 'No concern' }).check()
    await page.getByRole('button', { name: 'Change my position' }).click()
    await page.getByRole('heading', { name: 'Open objection' }).waitFor({ state: 'detached' })
    for (const one of [page, author]) await one.context().close()
  })

  test('what is selected is remarked on; the remark stays marked, is answered and dealt with', async () => {
    const { number } = await make()
    const page = await open(`/${number}`, known(ben))
    await page.locator('[data-field=context]').getByText('we lost eleven').waitFor()
    await page.evaluate(() => {
      const text = document.querySelector('[data-field=context] p')
      if (text) getSelection()?.selectAllChildren(text)
    })
    await page.getByRole('button', { name: 'Remark on this' }).click()
    await page.getByRole('textbox', { name: 'Your remark' }).fill('Eleven that we know of.')
    await page.keyboard.press('Control+Enter')
    await page.locator('.remark').getByText('Eleven that we know of.').waitFor()
    expect(await page.evaluate(() => [...(CSS.highlights.get('remarked') ?? [])].map(String))).toEqual(['Since January we lost eleven mails'])
    const author = await open(`/${number}`)
    await author.getByRole('button', { name: 'Answer the remark of Ben Okafor' }).click()
    await author.getByRole('textbox', { name: 'Your answer to Ben Okafor' }).fill('Yes.')
    await author.keyboard.press('Control+Enter')
    await author.locator('.remark-answer').getByText('Yes.').waitFor()
    await author.getByRole('button', { name: 'Dealt with: the remark of Ben Okafor' }).click()
    await author.getByText('One remark dealt with').waitFor()
    for (const one of [page, author]) await one.context().close()
  })

  test('an objection leads to a call, the call to words, and the words to a signature for a while, with the objection on record', async () => {
    const { number } = await make({ content: { ...CONTENT, title: 'Which broker, if one?' } })
    await known(ben).call(takePosition, { number, kind: 'objection', optionId: 'table', text: 'It fills the disk.' })
    const page = await open(`/${number}`, known(mei))
    await page.getByRole('button', { name: 'Propose a call of 15 minutes on the objections' }).click()
    await page.getByRole('region', { name: 'A call is needed' }).getByText('It fills the disk.').waitFor()
    await page.getByRole('button', { name: 'Write what came of it' }).click()
    await page.getByRole('textbox', { name: 'What came of the call' }).fill('We look at the disk each week.')
    await page.getByRole('button', { name: 'Close the call' }).click()
    await page.getByText('We look at the disk each week.').waitFor()
    await page.getByText('For good, and it supersedes nothing').click()
    await page.getByLabel('Provisional until').fill('2026-06-30')
    await page.getByRole('button', { name: 'Sign “A table in Postgres”' }).click()
    await page.getByRole('button', { name: 'Let it hold for good' }).click()
    await page.getByRole('button', { name: 'Let it hold for good' }).waitFor({ state: 'detached' })
    await page.getByText('It fills the disk.').first().waitFor()
    await page.getByRole('button', { name: 'It no longer holds' }).click()
    await page.getByRole('textbox').first().fill('The disk filled.')
    await page.keyboard.press('Control+Enter')
    await expect.poll(async () => (await known(mei).call(readDecision, { number })).state).toBe('deprecated')
    await page.context().close()
  })

  test('records come in from files: first what would come of it, then the import, and a second one changes nothing', async () => {
    const page = await open('/decisions')
    await page.getByRole('link', { name: 'Import ADR files' }).click()
    await page.getByRole('button', { name: 'See what would come of it' }).click()
    await page.getByText('Choose a folder or files that hold Markdown.').waitFor()
    const record = Buffer.from('# 7. Keep sessions in PostgreSQL\n\n## Status\n\nAccepted\n\n## Context\n\nThey are lost.\n\n## Decision\n\nWe keep them in a table.\n')
    await page.getByLabel('Or single files').setInputFiles([{ name: '0007-keep-sessions.md', mimeType: 'text/markdown', buffer: record }, { name: '0008-latin.md', mimeType: 'text/markdown', buffer: Buffer.from([0x23, 0xE9]) }])
    await page.getByText('No UTF-8 text, so save and choose again: 0008-latin.md.').waitFor()
    await page.getByRole('button', { name: 'See what would come of it' }).click()
    await page.getByText('One record would come in.').waitFor()
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: 'Import them' }).click()
    await page.getByText('One record came in.').waitFor()
    await page.getByRole('button', { name: 'See what would come of it' }).click()
    await page.getByText('One other file: unchanged, or no record.').waitFor()
    await page.getByRole('link', { name: 'Keep sessions in PostgreSQL' }).click()
    await page.getByRole('heading', { level: 1, name: 'Keep sessions in PostgreSQL' }).waitFor()
    await page.context().close()
  })

  test('whoever spoke on an earlier text is asked again and sees what changed; the list and the two lists of asks say so', async () => {
    const { number } = await make({ content: { ...CONTENT, title: 'Which queue do we keep?' } })
    await known(ben).call(takePosition, { number, kind: 'support', optionId: 'table', text: 'It is simple.' })
    const { version } = await known(ana).call(readDecision, { number })
    await known(ana).call(editDecision, { number, version, content: { ...CONTENT, title: 'Which queue do we keep?', criteria: 'What we must run, back up and pay.' } })
    const page = await open(`/${number}`, known(ben))
    await page.getByText('so you are asked again').waitFor()
    await page.locator('ins', { hasText: 'back up and pay' }).waitFor()
    await page.goto(`${url}/owe`)
    await page.getByRole('link', { name: 'Read it: Which queue do we keep?' }).waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('d')
    await page.getByRole('link', { name: 'Waiting for me' }).click()
    await page.getByRole('link', { name: 'Which queue do we keep?' }).waitFor()
    await page.getByRole('searchbox', { name: 'Words' }).fill('no such words')
    await page.getByText('No decision fits.').waitFor()
    await page.context().close()
  })

  test('positions are hidden until one has taken one’s own', async () => {
    const { number } = await make({ hiddenUntilMine: true, content: { ...CONTENT, title: 'A quiet ballot' }, roles: { accountableId: known(mei).id, consultedIds: [known(ben).id, app.owner.id] } })
    await known(ben).call(takePosition, { number, kind: 'support', optionId: 'broker', text: 'It stops by itself.' })
    const page = await open(`/${number}`, app.owner)
    await page.getByText('What others say is shown once you have taken a position.').waitFor()
    expect(await page.getByText('It stops by itself.').count()).toBe(0)
    await page.getByRole('button', { name: 'Take a position on the whole' }).click()
    await page.getByRole('radio', { name: 'No concern' }).check()
    await page.getByRole('button', { name: 'Take this position' }).click()
    await page.getByText('It stops by itself.').waitFor()
    await page.context().close()
  })

  test.each(LOOKS.map((look) => [lookName(look), look] as const))('axe finds nothing and nothing is too wide: %s', async (_name, look) => {
    const asked = await make()
    await known(ben).call(takePosition, { number: asked.number, kind: 'objection', optionId: 'table', tradeOffId: 'limit', text: 'It fills the disk.' })
    const draft = await make({ open: false })
    const older = await make({ roles: { accountableId: known(mei).id }, content: { ...CONTENT, title: 'The older one' } })
    await known(mei).call(signDecision, { number: older.number, optionId: 'table' })
    const newer = await make({ roles: { accountableId: known(mei).id }, content: { ...CONTENT, title: 'The newer one' } })
    const ready = await make({ roles: { accountableId: known(mei).id } })
    await known(mei).call(signDecision, { number: newer.number, optionId: 'broker', supersedes: [older.number] })
    const paths = [[`/${asked.number}`, ben], [`/${draft.number}`, ana], [`/decisions/${draft.number}/edit`, ana], [`/${ready.number}`, mei], [`/${older.number}`, ben], [`/${newer.number}`, mei], ['/decisions', ben], ['/decisions?view=graph', ben], ['/decisions?view=timeline', ben], ['/decisions/new?template=agreement', ana]] as const
    for (const [path, person] of paths) {
      const page = await open(path, known(person), look)
      await page.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')))
      expect([path, await findings(page), await fits(page)]).toEqual([path, [], true])
      await page.context().close()
    }
  }, 180_000)
})
