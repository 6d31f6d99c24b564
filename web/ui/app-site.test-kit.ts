import type { Page } from 'playwright-core'
import { SESSION_COOKIE } from '#server/platform/auth/identify.ts'
import { startTestApp } from '#server/test-app.ts'
import type { TestApp, TestPerson } from '#server/test-app.ts'
import { LOOKS, looksReader } from '../axe.test-kit.ts'
import type { Look } from '../axe.test-kit.ts'
import { openSite } from './site.test-kit.ts'

type Visit = {
  /** The owner unless told otherwise; null for somebody who is not signed in. */
  as?: TestPerson | null
  look?: Look
  /** Happens before the page is asked for, such as answering in place of the server. */
  first?: (page: Page) => Promise<void>
}

export type AppSite = {
  app: TestApp
  url: string
  /** A page in a context of its own, once it stands. */
  open: (path: string, visit?: Visit) => Promise<Page>
  /** What is wrong with a page in any look; empty when it is sound. */
  inEveryLook: (page: Page) => Promise<string[]>
  /** Ends the app, and closes all pages that are still open. */
  close: () => Promise<void>
}

/** The whole app on a suite's database, behind an address, and a browser to look at it. */
export async function openAppSite(on: { url: string }, options: Parameters<typeof startTestApp>[1] = {}): Promise<AppSite> {
  const site = await openSite()
  const app = await startTestApp(on, { webDir: site.folder, ...options })
  const url = await app.app.http.listen({ host: '127.0.0.1', port: 0 })
  app.app.setPublicUrl(url)
  return {
    app, url, inEveryLook: await looksReader(),
    open: async (path, { as = app.owner, look = LOOKS[0] as Look, first } = {}) => {
      const context = await site.browser.newContext({ ...look, reducedMotion: 'reduce' })
      if (as !== null) await context.addCookies([{ name: SESSION_COOKIE, value: as.token, url, httpOnly: true, sameSite: 'Lax' }])
      const page = await context.newPage()
      await first?.(page)
      await page.goto(url + path)
      await page.locator('#main h1').waitFor()
      await page.locator('.skeleton').first().waitFor({ state: 'detached' })
      return page
    },
    close: async () => {
      await site.close()
      await app.stop()
    },
  }
}
