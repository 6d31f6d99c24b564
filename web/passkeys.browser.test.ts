import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptInvite } from '#contract/members.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startTestApp, weekdays } from '#server/app.test-kit.ts'
import type { TestApp } from '#server/app.test-kit.ts'
import { axeReader, fits, LOOKS, looksReader } from './axe.test-kit.ts'
import { openSite } from './ui/site.test-kit.ts'
import type { Site } from './ui/site.test-kit.ts'

const PASSWORD = 'a long password'

/** A device with a fingerprint reader and a place for passkeys, as Chromium plays one (Web Authentication, section 11). */
async function newDevice(page: Page) {
  const cdp: CDPSession = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  })
  return { knows: (isUserVerified: boolean) => cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }) }
}

describeOnNewest('passkeys in a browser', (on) => {
  let site: Site
  let app: TestApp
  let url: string
  let findings: (page: Page) => Promise<string[]>
  let inEveryLook: (page: Page) => Promise<string[]>
  beforeAll(async () => {
    site = await openSite()
    findings = await axeReader()
    inEveryLook = await looksReader()
    app = await startTestApp(on, { webDir: site.folder, mail: false, workspace: { invite: ['lin@example.com'] } })
    url = (await app.app.http.listen({ host: '127.0.0.1', port: 0 })).replace('127.0.0.1', 'localhost')
    app.app.setPublicUrl(url)
    const token = app.setUpInvites[0]?.link?.split('/').at(-1) ?? ''
    await app.visitor(acceptInvite, { token, name: 'Lin Late', password: PASSWORD, zone: 'Asia/Tokyo', weeks: [weekdays('09:00', '17:00')] })
  })
  afterAll(async () => {
    await app.stop()
    await site.close()
  })

  const visit = async () => (await site.browser.newContext({ ...LOOKS[0], reducedMotion: 'reduce', timezoneId: 'Europe/Berlin' })).newPage()
  const signIn = async (page: Page, email: string) => {
    await page.goto(`${url}/sign-in?back=%2Fsettings`)
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  }
  const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
  const signOut = async (page: Page) => {
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await title(page, 'Sign in')
  }

  test('are added with a finger, let in by one button, and can be all that lets in; an admin asks one of everybody, and who has none adds it first', async () => {
    const page = await visit()
    const device = await newDevice(page)
    await signIn(page, 'olga@example.com')
    await title(page, 'Settings')
    await page.getByText('No passkeys.').waitFor()
    await device.knows(false)
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    expect(await page.getByLabel('What you call it').inputValue()).toMatch(/ on /)
    await page.getByLabel('What you call it').fill('The laptop')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText('The browser was given no passkey').waitFor()
    expect([await findings(page), await fits(page)]).toEqual([[], true])
    await device.knows(true)
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByRole('button', { name: 'Take it away: the passkey The laptop' }).waitFor()
    await page.getByLabel('A passkey alone lets me in').click()
    await expect.poll(() => page.getByLabel('A passkey alone lets me in').isChecked()).toBe(true)
    await page.getByLabel('Everybody here needs a passkey').click()
    await expect.poll(() => page.getByLabel('A passkey alone lets me in').isDisabled()).toBe(true)
    expect(await inEveryLook(page)).toEqual([])
    await signOut(page)

    await signIn(page, 'olga@example.com')
    await page.getByText('A passkey alone lets you in.').waitFor()
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await title(page, 'Settings')

    const other = await visit()
    await newDevice(other)
    await signIn(other, 'lin@example.com')
    await title(other, 'Add a passkey first')
    expect(await inEveryLook(other)).toEqual([])
    await other.getByRole('button', { name: 'Add a passkey' }).click()
    await title(other, 'Settings')
    await page.context().close()
    await other.context().close()
  })
})
