/// <reference lib="dom" />
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { SESSION_COOKIE } from '#server/platform/auth/identify.ts'
import { startServerProcess, temporaryData } from '#server/test-server.ts'
import { chromium } from 'playwright-core'
import type { Page } from 'playwright-core'
import { fill, signIn, sqlClient } from './measure.ts'
import { NOW } from './seed.ts'
import { TEXTS_A_THREAD } from './seed-threads.ts'

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const QUIET = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
/** DESIGN, section 5. Unit: ms. */
const OPEN_MS = 100
const OWN_TEXT_MS = 60
/** Threads that are opened, and texts that are sent. */
const TIMES = 10

/**
 * What it feels like in Chromium: from the click to the painted thread, and from sending to the painted own text, measured inside
 * the page. `npm run bench -- feel [--threads 2000]`; the web must have been built.
 */
export async function benchFeel(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { threads: { type: 'string', default: '2000' } } })
  if (!existsSync(join(import.meta.dirname, '../../dist/web/index.html'))) throw new Error('Build the web first: npm run build:web.')
  const dataDir = temporaryData()
  const server = await startServerProcess({ dataDir, args: ['--clock', NOW] })
  const client = await sqlClient(dataDir)
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET })
  try {
    const seeded = await fill(server, client, Number(values.threads) * TEXTS_A_THREAD)
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
    await context.addCookies([{ name: SESSION_COOKIE, value: await signIn(client, seeded), url: server.url, httpOnly: true, sameSite: 'Lax' }])
    const page = await context.newPage()
    await page.goto(`${server.url}/threads`)
    const opened = await openMany(page)
    const sent = await sendMany(page)
    console.log(`In Chromium, ${seeded.threads.toLocaleString('en')} threads: ${words('opening a thread', opened, OPEN_MS)}; ${words('own text visible after sending', sent, OWN_TEXT_MS)}.`)
  } finally {
    await browser.close()
    await client.end().catch(() => undefined)
    await server.end('SIGTERM')
    await rm(dirname(dataDir), { recursive: true, force: true })
  }
}

function words(what: string, took: readonly number[], budget: number): string {
  const sorted = took.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return `${what} p50 ${at(0.5).toFixed(0)} ms, p90 ${at(0.9).toFixed(0)} ms (≤ ${budget}: ${at(0.5) <= budget ? 'ok' : '**over**'})`
}

/** Clicks one thread after another; each is on the screen once its texts are painted. The first one also loads the page for it, and is not counted. */
async function openMany(page: Page): Promise<number[]> {
  const took: number[] = []
  for (let turn = 0; turn <= TIMES; turn += 1) {
    await page.locator('.thread-line a').nth(turn).waitFor()
    took.push(await page.evaluate((line) => new Promise<number>((done) => {
      const link = document.querySelectorAll<HTMLAnchorElement>('.thread-line a')[line]
      const began = performance.now()
      const look = () => {
        if (document.querySelector('article.text')) requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)))
        else requestAnimationFrame(look)
      }
      link?.click()
      look()
    }), turn))
    if (turn < TIMES) await page.goBack()
  }
  return took.slice(1)
}

/** Sends texts in the thread that is open; each is on the screen once it is painted, whether or not the server has it. */
async function sendMany(page: Page): Promise<number[]> {
  const took: number[] = []
  for (let turn = 0; turn <= TIMES; turn += 1) {
    const text = `Text number ${turn} of this measurement.`
    const box = page.getByRole('textbox', { name: 'Your reply' })
    await box.fill(text)
    await page.evaluate(watch, text)
    await page.keyboard.press('Control+Enter')
    await page.waitForFunction(() => document.body.dataset['took'] !== undefined)
    took.push(Number(await page.evaluate(() => document.body.dataset['took'])))
    await page.locator('.text:not([data-pending])', { hasText: text }).waitFor()
  }
  return took.slice(1)
}

/** Runs in the page: notes how long it takes from the keys to the painted text. */
function watch(wanted: string): void {
  let began = 0
  delete document.body.dataset['took']
  addEventListener('keydown', (event) => { if (event.key === 'Enter') began = performance.now() }, { capture: true })
  const look = () => {
    const there = [...document.querySelectorAll('article.text')].some((one) => one.textContent.includes(wanted))
    if (there && began > 0) requestAnimationFrame(() => setTimeout(() => { document.body.dataset['took'] = String(performance.now() - began) }))
    else requestAnimationFrame(look)
  }
  look()
}
