import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { signIn, signOut } from '#contract/account.ts'
import { makeClient } from '#contract/client.ts'
import type { Call } from '#contract/client.ts'
import { createDecision } from '#contract/decisions.ts'
import { createPage } from '#contract/pages.ts'
import { postThread } from '#contract/threads.ts'
import { createApp } from '#server/app.ts'
import { SESSION_COOKIE } from '#server/platform/auth/identify.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestPerson } from '#server/app.test-kit.ts'
import { openSite } from '../ui/site.test-kit.ts'

/** Where people write for longer. */
export const EDITORS = ['reply', 'page', 'decision'] as const
export type Editor = (typeof EDITORS)[number]
/** A word, and when the last of its keys had been taken. Unit: ms of `performance.now()`. */
export type Typed = { word: string, at: number }

const CLOCK = '2026-03-23T07:00:00Z'
/** As the kit sets up. */
const OWNER = { email: 'olga@example.com', password: 'a long password' }
/** Between two words of somebody who types without stopping. Unit: ms. */
const BETWEEN_WORDS = 30
const TRIES = 10_000
/** Two cores are shared with the server, the browser and whatever else runs. Unit: ms. */
const PATIENT = 60_000
const WIDE = { width: 1440, height: 900 }

export type WritingSite = {
  url: string
  owner: Call, ben: TestPerson
  /** Something new to write at. @returns its address */
  place: (editor: Editor) => Promise<string>
  /** A browser with a session that can be ended. */
  device: (as?: TestPerson) => Promise<Device>
  restart: () => Promise<void>
  close: () => Promise<void>
}
export type Device = { context: BrowserContext, signIn: () => Promise<void>, endSession: () => Promise<void> }

/** The whole app behind one address, at which it can be ended and started again. */
export async function openWritingSite(on: { url: string }): Promise<WritingSite> {
  const site = await openSite()
  const first = await startTestApp(on, { webDir: site.folder, clock: CLOCK })
  let { app } = first
  const url = await app.http.listen({ host: '127.0.0.1', port: 0 })
  app.setPublicUrl(url)
  const callAs = (token?: string) => makeClient({ base: url, newKey: randomUUID, ...(token !== undefined && { token }) })
  const owner = callAs(first.owner.token)
  const ben = await first.person('Ben Adler')
  return {
    url, owner, ben: { ...ben, call: callAs(ben.token) },
    place: async (editor) => {
      const { spaceId } = first
      if (editor === 'reply') return `/${(await owner(postThread, { spaceId, title: 'Where somebody writes', body: 'Say it here.' })).number}`
      if (editor === 'page') return `/${(await owner(createPage, { spaceId, title: 'Where somebody writes', text: 'Begun.\n' })).number}/edit`
      return `/decisions/${(await owner(createDecision, { spaceId, content: { title: 'Where somebody writes' } })).number}/edit`
    },
    device: async (as) => {
      const context = await site.browser.newContext({ viewport: WIDE, reducedMotion: 'reduce' })
      let token = as?.token ?? ''
      const enter = async () => {
        if (!as) ({ token } = await callAs()(signIn, OWNER))
        await context.addCookies([{ name: SESSION_COOKIE, value: token, url, httpOnly: true, sameSite: 'Lax' }])
      }
      await enter()
      return { context, signIn: enter, endSession: async () => { await callAs(token)(signOut, {}) } }
    },
    restart: async () => {
      app.http.server.closeAllConnections()
      await app.stop()
      app = await createApp({ databaseUrl: on.url, clockStart: Temporal.Instant.from(CLOCK), smtp: null, webDir: site.folder, logLevel: 'fatal', triesPerMinute: TRIES, publicUrl: url })
      await app.http.listen({ host: '127.0.0.1', port: Number(new URL(url).port) })
    },
    close: async () => {
      await site.close()
      await app.stop()
      await rm(first.filesIn, { recursive: true, force: true })
    },
  }
}

const fieldOf = (page: Page, editor: Editor): Locator => editor === 'reply' ? page.getByRole('textbox', { name: 'Your reply' })
  : editor === 'page' ? page.getByRole('textbox', { name: 'Text of the page' }) : page.locator('.decision-form').getByRole('textbox', { name: 'Context', exact: true })

/**
 * Opens an editor, as somebody does who wants to write on at its end.
 * @param first a page that was open before, so that its code is on the device
 */
export async function openEditor(context: BrowserContext, address: string, editor: Editor, first?: string): Promise<{ page: Page, field: Locator }> {
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENT)
  if (first !== undefined) {
    await page.goto(new URL(first, address).href)
    await page.locator('#main h1').waitFor()
  }
  await page.goto(address)
  const field = fieldOf(page, editor)
  await field.click()
  await page.keyboard.press('ControlOrMeta+End')
  return { page, field }
}

export type Writer = {
  typed: readonly Typed[]
  /** False once they were told to stop, or the page is gone or another one. */
  typing: () => boolean
  stop: () => Promise<void>
}

/** Types words without a rest, the second after the first. */
export function typeOn(page: Page, sign: string): Writer {
  const typed: Typed[] = []
  const { pathname } = new URL(page.url())
  let stopped = false
  const here = () => !stopped && !page.isClosed() && new URL(page.url()).pathname === pathname
  const work = (async () => {
    for (let count = 0; here(); count += 1) {
      const word = `${sign}${count}`
      await page.keyboard.type(` ${word}`)
      if (here()) typed.push({ word, at: performance.now() })
      await new Promise((done) => { setTimeout(done, BETWEEN_WORDS) })
    }
  })().catch(() => {})
  return { typed, typing: here, stop: async () => { stopped = true; await work } }
}

/** The tab's process ends at once, as when the machine is short of memory. */
export async function killTab(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const gone = page.waitForEvent('crash')
  void session.send('Page.crash').catch(() => {})
  await gone
  await page.close()
}

/** Every word that a page shows in its fields and in its text, such as another version of a draft. */
export async function wordsOn(page: Page): Promise<ReadonlySet<string>> {
  const text = await page.evaluate(() => [document.body.innerText, ...[...document.querySelectorAll('textarea')].map(({ value }) => value)].join('\n'))
  return new Set(text.split(/\s+/))
}
