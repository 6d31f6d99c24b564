import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { build, preview } from 'vite'

const CONFIG = new URL('../vite.config.ts', import.meta.url).pathname
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const QUIET = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** The built web on a free port, without a server behind it, and a browser to look at it. */
export type Site = { url: string, folder: string, browser: Browser, close: () => Promise<void> }

/** Builds the web into a folder of its own and serves it; `close` takes everything away again. */
export async function openSite(): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'longhand-web-'))
  await build({ configFile: CONFIG, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } })
  const server = await preview({ configFile: CONFIG, logLevel: 'error', build: { outDir: folder }, preview: { port: 0, host: '127.0.0.1' } })
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET })
  return {
    url: server.resolvedUrls?.local[0] ?? '', folder, browser,
    close: async () => {
      await browser.close()
      await server.close()
      await rm(folder, { recursive: true })
    },
  }
}
