import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { preview } from 'vite'

const CONFIG = new URL('../vite.config.ts', import.meta.url).pathname
/** Built once for the whole run, as people get it, by `tools/web.test-kit.ts`. */
const BUILT = new URL('../../dist/web', import.meta.url).pathname
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const QUIET = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** The built web on a free port, without a server behind it, and a browser to look at it. */
export type Site = { url: string, folder: string, browser: Browser, close: () => Promise<void> }

type Opened = { url: string, browser: Browser }
/** Of this process; the files that it runs follow each other, so none sees pages of another. Both end with the process. */
let opened: Promise<Opened> | null = null

/** No page of a test keeps the app on its device, unless it asks to: each would fetch hundreds of files for it. */
function withoutWorkers(browser: Browser): Browser {
  const make = browser.newContext.bind(browser)
  browser.newContext = (options) => make({ serviceWorkers: 'block', ...options })
  return browser
}

async function open(): Promise<Opened> {
  const server = await preview({ configFile: CONFIG, logLevel: 'error', build: { outDir: BUILT }, preview: { port: 0, host: '127.0.0.1' } })
  return { url: server.resolvedUrls?.local[0] ?? '', browser: withoutWorkers(await chromium.launch({ executablePath: CHROMIUM, args: QUIET })) }
}

/** Serves the built web and gives a browser without any page; `close` closes all pages that were opened in it. */
export async function openSite(): Promise<Site> {
  // A browser that died with the last file is not handed on.
  if (opened !== null && !(await opened).browser.isConnected()) opened = null
  opened ??= open()
  const { url, browser } = await opened
  return { url, folder: BUILT, browser, close: async () => { await Promise.all(browser.contexts().map((context) => context.close())) } }
}
