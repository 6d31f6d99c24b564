import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { postWrap } from '#contract/handoffs.ts'
import type { Mail } from '#server/platform/channels/mail.ts'
import { SESSION_COOKIE } from '#server/platform/auth/identify.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { weekdays } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { axeReader, fits, LOOKS } from './axe.test-kit.ts'
import type { Look } from './axe.test-kit.ts'
import { openAppSite, unfold } from './ui/app-site.test-kit.ts'
import type { AppSite } from './ui/app-site.test-kit.ts'

/** Ten to five in Lisbon, ten to two in the morning in Tokyo. */
const EVENING = '2026-03-23T16:50:00Z'
/** Four past nine in Tokyo. */
const MORNING = '2026-03-24T00:04:00Z'
/** Kenji is at work, so that mails to him leave at once. */
const LATER = '2026-03-24T01:00:00Z'

/** Everything that a mail says, its links too. */
const bodyOf = ({ body }: Mail) => [body.text, ...body.links.map((link) => link.url)].join('\n')

describeOnNewest('a shift hands over to the next one', (on) => {
  let site: AppSite
  let findings: (page: Page) => Promise<string[]>
  let app: TestApp
  let url: string
  let ana: TestPerson
  let kenji: TestPerson
  beforeAll(async () => {
    site = await openAppSite(on, { clock: EVENING })
    findings = await axeReader()
    ;({ app, url } = site)
    ana = await app.person('Ana Duarte', { zone: 'Europe/Lisbon' })
    kenji = await app.person('Kenji Mori', { zone: 'Asia/Tokyo', weeks: [weekdays('09:00', '18:00')] })
  })
  afterAll(() => site.close())

  const open = (path: string, person?: TestPerson, look?: Look): Promise<Page> => site.open(path, { as: person ?? null, ...(look && { look }) })
  const someWrap = { state: 'All green.', nextAction: 'Start the rollout.', mostImportant: 'The rollout is ready.' }
  const wrapOf = (text: string) => ana.call(postWrap, { spaceId: app.spaceId, ...someWrap, batons: [{ text, to: { kind: 'person', personId: kenji.id } }] })
  const item = (page: Page, text: string) => page.locator('[data-item]', { hasText: text })

  test('Ana writes a wrap with a baton; a reload loses nothing, and one chord signs it', async () => {
    const page = await open('/wrap', ana)
    await page.getByLabel('State', { exact: true }).fill('41,200 of 58,000 customers are through.')
    await page.getByLabel('Done, line 1').fill('Retries run once')
    await page.keyboard.press('Enter')
    await page.keyboard.type('The runbook is written')
    await page.waitForSelector('text=here and on the server')
    await page.reload()
    await expect.poll(() => page.getByLabel('Done, line 2').inputValue()).toBe('The runbook is written')
    await page.getByLabel('Batons, line 1').fill('Resume the invoice migration')
    await page.keyboard.press('Control+Enter')
    await page.waitForSelector('text=Name the one thing to do next.')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true')
    await page.getByLabel('Next action').fill('Resume with --skip-duplicates.')
    await page.getByLabel('The most important thing').fill('The migration stopped at customer 41,200; nothing is broken.')
    await page.getByLabel('To', { exact: true }).click()
    await page.keyboard.type('Kenji')
    await page.keyboard.press('Enter')
    await page.waitForSelector('text=Kenji Mori starts')
    expect(await findings(page)).toEqual([])
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: 'Kenji Mori reads this at 09:00 Tokyo, tomorrow 00:00 for you.' }).waitFor()
    await page.getByRole('link', { name: 'Read it as they will' }).click()
    await page.getByRole('heading', { name: 'The migration stopped at customer 41,200; nothing is broken.' }).waitFor()
    await page.goto(`${url}/wrap`)
    await page.getByLabel('State', { exact: true }).waitFor()
    await expect.poll(() => page.getByLabel('State', { exact: true }).inputValue()).toBe('')
    await page.context().close()
  })

  test('what one person began to write is not shown to the next one on the same device, and is there again for the first', async () => {
    const page = await open('/wrap', ana)
    const state = page.getByLabel('State', { exact: true })
    await state.fill('Only Ana knows this yet.')
    await page.waitForSelector('text=here and on the server')
    const as = async ({ token }: TestPerson) => {
      await page.context().addCookies([{ name: SESSION_COOKIE, value: token, url }])
      await page.goto(`${url}/wrap`)
      await state.waitFor()
    }
    await as(kenji)
    expect(await state.inputValue()).toBe('')
    await as(ana)
    await expect.poll(() => state.inputValue()).toBe('Only Ana knows this yet.')
    await state.fill('')
    await page.waitForSelector('text=here and on the server')
    await page.context().close()
  })

  test('Kenji accepts it from his brief, by keyboard; it stays where it was, and Ana sees it without a reload', async () => {
    await app.advanceTo(MORNING)
    const brief = await open('/', kenji)
    const mine = item(brief, 'Resume the invoice migration')
    await mine.waitFor()
    const watching = await open('/batons', ana)
    await item(watching, 'Resume the invoice migration').waitFor()
    await mine.focus()
    await brief.keyboard.press('a')
    await mine.getByText('You hold it now.').first().waitFor()
    await watching.getByText('One settled baton').click()
    await watching.getByText(/Kenji Mori holds it since/).first().waitFor()
    await expect.poll(() => mine.count()).toBe(1)
    await brief.reload()
    await brief.waitForSelector('.page-end')
    await expect.poll(() => brief.getByRole('button', { name: /^Accept/ }).count()).toBe(0)
    await brief.context().close()
    await watching.context().close()
  })

  test('what comes while somebody reads waits until they ask for it', async () => {
    const brief = await open('/', kenji)
    await brief.waitForSelector('.page-end')
    await wrapOf('Watch the dunning run')
    await brief.getByText(/came while you read/).first().waitFor()
    await expect.poll(() => item(brief, 'Watch the dunning run').count()).toBe(0)
    await brief.getByRole('button', { name: /^Show/ }).first().click()
    await item(brief, 'Watch the dunning run').first().waitFor()
    await brief.context().close()
  })

  test('one question goes back, its answer offers the baton again, and a mailed link accepts it without signing in', async () => {
    await app.advanceTo(LATER)
    const { number } = await wrapOf('Renew the certificate')
    const asking = await open(`/${number}`, kenji)
    await asking.getByRole('button', { name: /^Ask one question/ }).click()
    await asking.getByLabel('Your one question').fill('Which of the two?')
    await asking.keyboard.press('Control+Enter')
    await asking.getByText('waits for an answer').or(asking.getByText('Your question went back with it.')).first().waitFor()
    const answering = await open(`/${number}`, ana)
    await answering.getByRole('button', { name: /^Answer/ }).click()
    await answering.getByLabel('Your answer').fill('The one of staging.')
    await answering.keyboard.press('Control+Enter')
    await answering.getByText('Answered; it is offered again.').first().waitFor()
    await expect.poll(() => app.mails.filter((mail) => bodyOf(mail).includes('The one of staging')).length).toBeGreaterThan(0)
    const mail = app.mails.findLast((one) => bodyOf(one).includes('The one of staging'))
    const path = /\/baton\/[\w.~-]+/.exec(mail ? bodyOf(mail) : '')?.[0] ?? ''
    const link = await open(path, undefined, LOOKS[2])
    await link.getByRole('heading', { name: 'Renew the certificate' }).waitFor()
    expect(await findings(link)).toEqual([])
    expect(await fits(link)).toBe(true)
    await link.getByRole('button', { name: 'Accept' }).click()
    await link.getByText('You hold it now.').first().waitFor()
    await link.reload()
    await link.getByText('You accepted this baton.').first().waitFor()
    for (const page of [asking, answering, link]) await page.context().close()
  })

  test('a deleted wrap is gone until its author brings it back', async () => {
    const { number } = await ana.call(postWrap, { spaceId: app.spaceId, ...someWrap })
    const page = await open(`/${number}`, ana)
    await page.getByRole('button', { name: 'Delete this wrap' }).click()
    await page.getByRole('heading', { name: `Wrap #${number} is deleted.` }).waitFor()
    await page.getByRole('button', { name: 'Bring it back' }).click()
    await page.getByRole('heading', { name: 'The rollout is ready.' }).waitFor()
    await page.context().close()
  })

  test('axe finds nothing and nothing is too wide, on every page', async () => {
    const { number } = await wrapOf('One more thing')
    const prepare = async (page: Page) => {
      await page.waitForSelector('[data-item], form', { state: 'attached' })
      await unfold(page)
      await page.waitForFunction(() => !document.querySelector('.skeleton'))
    }
    expect(await site.allInEveryLook(['/', '/wrap', `/${number}`, '/batons', `/spaces/${app.spaceId}`].map((path) => ({ path, as: kenji, prepare })))).toEqual([])
  })
})
