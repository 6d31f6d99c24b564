import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '#server/app.ts'
import type { App } from '#server/app.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { axeReader, fits, LOOKS, looksReader } from './axe.test-kit.ts'
import type { Look } from './axe.test-kit.ts'
import { openSite } from './ui/site.test-kit.ts'
import type { Site } from './ui/site.test-kit.ts'

const PASSWORD = 'a long password'

describeOnNewest('a fresh Longhand', (on) => {
  let site: Site
  let app: App
  let url: string
  let findings: (page: Page) => Promise<string[]>
  let inEveryLook: (page: Page) => Promise<string[]>
  let invite = ''
  beforeAll(async () => {
    site = await openSite()
    findings = await axeReader()
    inEveryLook = await looksReader()
    app = await createApp({
      databaseUrl: on.url, clockStart: Temporal.Instant.from('2026-03-23T09:00:00Z'), smtp: null, webDir: site.folder, logLevel: 'fatal', triesPerMinute: 1_000, publicUrl: 'http://longhand.test',
    })
    url = await app.http.listen({ host: '127.0.0.1', port: 0 })
    app.setPublicUrl(url)
  })
  afterAll(async () => {
    await app.stop()
    await site.close()
  })

  const visit = (look: Look = LOOKS[0] as Look): Promise<BrowserContext> => site.browser.newContext({ ...look, reducedMotion: 'reduce', timezoneId: 'Europe/Lisbon' })
  const sound = async (page: Page) => expect([await findings(page), await fits(page)]).toEqual([[], true])
  const soundInEveryLook = async (page: Page) => expect(await inEveryLook(page)).toEqual([])
  const onward = (page: Page) => page.locator('.send-form .button').click()
  const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()

  /** Answers the first three questions and stands before the last one. */
  async function answer(page: Page) {
    await page.goto(url)
    await page.getByRole('button', { name: 'Set up my workspace' }).click()
    await title(page, 'Who are you?')
    await page.getByLabel('Your name').fill('Ana Duarte')
    await page.getByLabel('Name of the workspace').fill('Harbour')
    await page.getByLabel('E-mail').fill('ana@example.org')
    await page.getByLabel('Password').fill(PASSWORD)
    await onward(page)
    await title(page, 'When do you work?')
    await onward(page)
    await title(page, /How fast/)
  }

  test('asks four questions, one at a time', async () => {
    const context = await visit()
    const page = await context.newPage()
    await page.goto(`${url}/people?date=2026-03-24`)
    await page.waitForURL('**/start')
    await page.getByRole('button', { name: 'Look around the demo' }).waitFor()
    await soundInEveryLook(page)
    await answer(page)
    await soundInEveryLook(page)
    await expect.poll(() => page.getByRole('radio', { checked: true }).count()).toBe(0)
    await onward(page)
    await page.getByText('Choose one of the two').first().waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('radio')
    await page.getByRole('radio', { name: /In days/ }).check()
    await onward(page)
    await title(page, 'Who else is in the team?')
    await page.getByLabel('Their e-mail addresses').fill('kenji@example.org, ben@')
    await onward(page)
    await page.getByText('Not a whole e-mail address: ben@').first().waitFor()
    await soundInEveryLook(page)
    await page.getByRole('button', { name: 'Back' }).click()
    await title(page, /How fast/)
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await page.goBack()
    await title(page, 'Who else is in the team?')
    await context.close()
  })

  test('guesses the zone, keeps answers over a reload, and never the password', async () => {
    const context = await visit()
    const page = await context.newPage()
    await answer(page)
    await page.getByRole('button', { name: 'Back' }).click()
    await page.getByText('It is 09:00 in Lisbon now.').first().waitFor()
    await page.getByLabel('Time zone').fill('Tokyo')
    await page.getByRole('option', { name: /Tokyo/ }).click()
    await page.getByText('It is 18:00 in Tokyo now.').first().waitFor()
    await sound(page)
    await page.goto(`${url}/start/set-up`)
    await title(page, 'Who are you?')
    await expect.poll(() => page.getByLabel('Your name').inputValue()).toBe('Ana Duarte')
    await expect.poll(() => page.getByLabel('Password').inputValue()).toBe('')
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(PASSWORD)
    await onward(page)
    await page.getByText('Write at least 10 characters').first().waitFor()
    await context.close()
  })

  test('shows the links of invites where no mail is sent, and ends in the first wrap', async () => {
    const context = await visit()
    const page = await context.newPage()
    await answer(page)
    await page.getByRole('radio', { name: /In hours/ }).check()
    await onward(page)
    await page.getByLabel('Their e-mail addresses').fill('kenji@example.org')
    await page.getByText('One person to invite.').first().waitFor()
    await onward(page)
    await title(page, /Hand these links over/)
    invite = await page.getByLabel('Invite link for kenji@example.org', { exact: true }).inputValue()
    expect(invite).toMatch(/\/invite\/lh_/)
    await sound(page)
    await page.getByRole('button', { name: 'Write the first wrap' }).click()
    await page.waitForURL('**/wrap')
    await page.getByLabel('State', { exact: true }).waitFor()
    expect(await page.evaluate(() => localStorage.getItem('longhand.draft.set-up'))).toBe(null)
    await context.close()
  })

  test('signs in with clear errors, and leads back', async () => {
    const context = await visit()
    const page = await context.newPage()
    await page.goto(`${url}/people?date=2026-03-25`)
    await page.waitForURL('**/sign-in?back=*')
    await onward(page)
    await page.getByText('Write your whole e-mail address.').first().waitFor()
    await page.getByLabel('E-mail').fill('ana@example.org')
    await page.getByLabel('Password').fill('something else')
    await onward(page)
    await page.getByText('This e-mail address and password do not belong together.').first().waitFor()
    await soundInEveryLook(page)
    await page.getByLabel('Password').fill(PASSWORD)
    await onward(page)
    await page.waitForURL('**/people?date=2026-03-25')
    await title(page, /^One person, shown in your time/)
    await soundInEveryLook(page)
    await context.close()
  })

  test('lets an invited person in with their own zone and hours, once', async () => {
    const context = await visit(LOOKS[2])
    const page = await context.newPage()
    await page.goto(invite)
    await title(page, 'Ana Duarte invites you to Harbour.')
    await sound(page)
    await onward(page)
    await page.getByText('Write your name as others should read it.').first().waitFor()
    await page.getByLabel('Your name').fill('Kenji Mori')
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByLabel('Time zone').fill('Tokyo')
    await page.getByRole('option', { name: /Tokyo/ }).click()
    await onward(page)
    await page.getByText('You are Kenji Mori in Tokyo').first().waitFor()
    await page.goto(invite)
    await title(page, 'This invitation does not open.')
    await sound(page)
    await context.close()
  })

  test('signs in with a link only when the button is pressed', async () => {
    const owner = await (await visit()).newPage()
    await owner.goto(`${url}/sign-in?back=/members`)
    await owner.getByLabel('E-mail').fill('ana@example.org')
    await owner.getByLabel('Password').fill(PASSWORD)
    await onward(owner)
    await owner.getByRole('button', { name: 'Make a sign-in link for Kenji Mori' }).click()
    const link = await owner.getByLabel('Sign-in link for Kenji Mori', { exact: true }).inputValue()
    await sound(owner)
    const page = await (await visit()).newPage()
    await page.goto(link)
    await title(page, 'Sign in to Longhand')
    await sound(page)
    await page.goto(link)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('You are Kenji Mori in Tokyo').first().waitFor()
    const again = await (await visit()).newPage()
    await again.goto(link)
    await again.getByRole('button', { name: 'Sign in' }).click()
    await again.getByRole('alert').waitFor()
    await sound(again)
    await Promise.all([owner, page, again].map((one) => one.context().close()))
  })

  test('a double click on Invite shows the link, and who accepts it is a member on a page that stays open', async () => {
    const owner = await (await visit()).newPage()
    await owner.goto(`${url}/sign-in?back=/members`)
    await owner.getByLabel('E-mail').fill('ana@example.org')
    await owner.getByLabel('Password').fill(PASSWORD)
    await onward(owner)
    await owner.getByRole('button', { name: 'Invite somebody' }).click()
    await owner.getByLabel('E-mail').fill('mei@example.org')
    await owner.locator('.send-form .button').dblclick()
    const link = await owner.getByLabel('Invite link for mei@example.org', { exact: true }).inputValue()
    await expect.poll(() => owner.getByRole('alert').count()).toBe(0)
    await title(owner, 'Two people in Harbour.')
    const page = await (await visit()).newPage()
    await page.goto(link)
    await page.getByLabel('Your name').fill('Mei Tan')
    await page.getByLabel('Password').fill(PASSWORD)
    await onward(page)
    await page.getByText('You are Mei Tan').first().waitFor()
    await title(owner, 'Three people in Harbour.')
    await expect.poll(() => owner.getByRole('heading', { name: 'Invited' }).count()).toBe(0)
    await Promise.all([owner, page].map((one) => one.context().close()))
  })
})
