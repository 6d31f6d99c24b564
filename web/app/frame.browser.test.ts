import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSite } from '../ui/site.test-kit.ts'
import type { Site } from '../ui/site.test-kit.ts'

const ME = {
  person: { id: '0', name: 'Kenji Mori', email: 'kenji@example.org', role: 'member', zone: 'Asia/Tokyo', locale: 'en-GB', briefByMail: true, undoSeconds: 10 },
  workspace: { id: '1', name: 'Northwind', demo: true },
  spaces: [{ id: '2', name: 'Billing', noise: 'work', visibility: 'open', joined: true }, { id: '3', name: 'Attic', noise: 'work', visibility: 'open', joined: false }],
  clock: { now: '2026-03-24T00:04:00Z', stands: true },
}

let site: Site
beforeAll(async () => { site = await openSite() })
afterAll(() => site.close())

async function signedIn(status = 200, body: object = ME): Promise<Page> {
  const page = await site.browser.newPage({ reducedMotion: 'reduce' })
  await page.route('**/api/v1/me', (route) => route.fulfill({ status, json: body }))
  await page.route('**/api/v1/events', (route) => route.fulfill({ status: 204, body: '' }))
  return page
}

describe('the frame', () => {
  test('shows the workspace and the spaces one has joined, and no admin places to a member', async () => {
    const page = await signedIn()
    await page.goto(`${site.url}keys`)
    await page.getByRole('heading', { name: 'All keys' }).waitFor()
    await expect.poll(() => page.getByRole('navigation').getByRole('link').allTextContents()).toEqual(['Northwind', 'Brief', 'Inbox', 'I owe', 'I wait', 'Wrap', 'Threads', 'Decisions', 'Pages', 'Batons', 'Check-ins', 'Search', 'Spaces', 'Billing', 'Focus', 'People and hours', 'Agreement', 'Start here', 'Who we are', 'Settings'])
    await expect.poll(() => page.title()).toBe('All keys · Longhand')
    await page.close()
  })

  test.each([['beside the page', { width: 1280, height: 900 }], ['in the menu of a phone', { width: 390, height: 844 }]])('a long name of a space ends in dots, %s', async (_where, viewport) => {
    const name = 'AnUnbrokenNameOfASpaceThatGoesOn'.repeat(3)
    const page = await signedIn(200, { ...ME, spaces: [{ ...ME.spaces[0], name }] })
    await page.setViewportSize(viewport)
    await page.goto(`${site.url}keys`)
    await page.getByRole('heading', { name: 'All keys' }).waitFor()
    if (viewport.width < 720) await page.getByRole('button', { name: 'Menu' }).click()
    const link = page.getByRole('link', { name })
    await link.waitFor()
    expect(await link.evaluate((one) => one.scrollWidth <= one.clientWidth && document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true)
    await page.close()
  })

  test('arriving on a page moves focus to its title and says it', async () => {
    const page = await signedIn()
    await page.goto(`${site.url}specimen`)
    await page.locator('h1').first().waitFor()
    await page.keyboard.press('?')
    await page.getByRole('heading', { name: 'All keys' }).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('All keys')
    await expect.poll(() => page.locator('#app > .unseen[role=status]').textContent()).toBe('All keys')
    await page.close()
  })

  test('whoever is not signed in is led to the sign-in and back', async () => {
    const page = await signedIn(401, { type: 'about:blank', title: 'You are not signed in.', status: 401, code: 'not_signed_in', next: 'Sign in.' })
    await page.goto(`${site.url}keys`)
    await page.waitForURL('**/sign-in?back=%2Fkeys')
    await page.close()
  })

  test('a server that says no is quoted, with what to do', async () => {
    const page = await signedIn(429, { type: 'about:blank', title: 'Too many requests came from here.', status: 429, code: 'too_many', next: 'Wait a minute and try again.' })
    await page.goto(`${site.url}keys`)
    await page.getByText('Wait a minute and try again.').first().waitFor()
    await page.close()
  })

  test('works in a browser without Temporal', async () => {
    const page = await signedIn()
    await page.addInitScript(() => { Reflect.deleteProperty(globalThis, 'Temporal') })
    await page.goto(`${site.url}specimen`)
    await page.getByText('was due yesterday 17:00').first().waitFor()
    await page.close()
  })
})

describe('a draft in two windows', () => {
  const state = (page: Page) => page.getByLabel('State')
  async function open(context: BrowserContext): Promise<Page> {
    const page = await context.newPage()
    await page.goto(`${site.url}specimen`)
    await state(page).waitFor()
    return page
  }

  test('is kept as typed, followed by an idle window, and shown twice when both typed', async () => {
    const context = await site.browser.newContext()
    const one = await open(context)
    const other = await open(context)
    await state(one).fill('first')
    await expect.poll(() => state(other).inputValue()).toBe('first')
    await one.reload()
    await expect.poll(() => state(one).inputValue()).toBe('first')
    await state(other).fill('typed in the other')
    await expect.poll(() => state(one).inputValue()).toBe('typed in the other')
    await state(one).fill('typed in this one')
    await expect.poll(() => other.getByRole('group', { name: 'The other version' }).first().textContent()).toContain('typed in this one')
    await expect.poll(() => state(other).inputValue()).toBe('typed in the other')
    await other.getByRole('button', { name: 'Keep what is above' }).first().click()
    await expect.poll(() => one.getByRole('group', { name: 'The other version' }).first().textContent()).toContain('typed in the other')
    await expect.poll(() => state(one).inputValue()).toBe('typed in this one')
    await context.close()
  })
})
