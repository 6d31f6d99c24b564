import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { preview } from 'vite'

const CONFIG = new URL('../vite.config.ts', import.meta.url).pathname
/** Built once for the whole run, as people get it, by `tools/test-web.ts`. */
const BUILT = new URL('../../dist/web', import.meta.url).pathname
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const QUIET = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** The built web on a free port, without a server behind it, and a browser to look at it. */
export type Site = { url: string, folder: string, browser: Browser, close: () => Promise<void> }

/** Serves the built web and opens a browser; `close` ends both. */
export async function openSite(): Promise<Site> {
  const server = await preview({ configFile: CONFIG, logLevel: 'error', build: { outDir: BUILT }, preview: { port: 0, host: '127.0.0.1' } })
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET })
  return {
    url: server.resolvedUrls?.local[0] ?? '', folder: BUILT, browser,
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}
