import type { Page } from 'playwright-core'
import { SESSION_COOKIE } from '#server/platform/auth/identify.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { LOOKS, looksReader } from '../axe.test-kit.ts'
import type { Look } from '../axe.test-kit.ts'
import { openSite } from './site.test-kit.ts'

type Visit = {
  /** The owner unless told otherwise; null for somebody who is not signed in. */
  as?: TestPerson | null
  look?: Look
  /** Happens before the page is asked for, such as answering in place of the server. */
  first?: (page: Page) => Promise<unknown>
}

/** @property prepare happens before the page is judged, such as unfolding what can be unfolded */
type Judged = { path: string; as?: TestPerson; prepare?: (page: Page) => Promise<void> }

export type AppSite = {
  app: TestApp
  url: string
  /** A page in a context of its own, once it stands. */
  open: (path: string, visit?: Visit) => Promise<Page>
  /** What is wrong with a page in any look; empty when it is sound. */
  inEveryLook: (page: Page) => Promise<string[]>
  /**
   * The same of many pages, each line with its path. One browser page goes through all those of a person, since half of what a
   * page costs is a browser that has not read our code yet; what is kept on the device is then shared, so nothing is typed here.
   */
  allInEveryLook: (visits: readonly Judged[]) => Promise<string[]>
  /** Ends the app, and closes all pages that are still open. */
  close: () => Promise<void>
}

type Opened = { url: string, open: AppSite['open'] }

/** How long a test may take that judges some ten pages, on a busy machine. Unit: ms. */
export const ALL_PAGES_MS = 600_000

/** Leads a page to another address of the same app, and waits until it stands. */
async function lead(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.locator('#main h1').waitFor()
  await page.locator('.skeleton').first().waitFor({ state: 'detached' })
}

async function judgeAll({ url, open }: Opened, inEveryLook: AppSite['inEveryLook'], visits: readonly Judged[]): Promise<string[]> {
  const pages = new Map<TestPerson | undefined, Page>()
  const wrong: string[] = []
  for (const { path, as, prepare } of visits) {
    const known = pages.get(as)
    if (known) await lead(known, url + path)
    const page = known ?? await open(path, { ...(as && { as }) })
    pages.set(as, page)
    await prepare?.(page)
    for (const line of await inEveryLook(page)) wrong.push(`${path}, ${line}`)
  }
  for (const page of pages.values()) await page.context().close()
  return wrong
}

/** Opens everything that is folded. */
export const unfold = (page: Page): Promise<void> => page.locator('details').evaluateAll((all) => { for (const one of all) one.setAttribute('open', '') })

/** The whole app on a suite's database, behind an address, and a browser to look at it. */
export async function openAppSite(on: { url: string }, options: Parameters<typeof startTestApp>[1] = {}): Promise<AppSite> {
  const site = await openSite()
  const app = await startTestApp(on, { webDir: site.folder, ...options })
  const url = await app.app.http.listen({ host: '127.0.0.1', port: 0 })
  app.app.setPublicUrl(url)
  const inEveryLook = await looksReader()
  const open: AppSite['open'] = async (path, { as = app.owner, look = LOOKS[0] as Look, first } = {}) => {
    const context = await site.browser.newContext({ ...look, reducedMotion: 'reduce' })
    if (as !== null) await context.addCookies([{ name: SESSION_COOKIE, value: as.token, url, httpOnly: true, sameSite: 'Lax' }])
    const page = await context.newPage()
    await first?.(page)
    await lead(page, url + path)
    return page
  }
  return {
    app, url, inEveryLook, open,
    allInEveryLook: (visits) => judgeAll({ url, open }, inEveryLook, visits),
    close: async () => {
      await site.close()
      await app.stop()
    },
  }
}
