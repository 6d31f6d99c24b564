/// <reference lib="dom" />
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { SESSION_COOKIE } from '#server/platform/auth/identify.ts'
import { chromium } from 'playwright-core'
import type { Page } from 'playwright-core'
import { TEXTS_A_THREAD } from './seed-threads.ts'
import { openWorkspace, signIn } from './workspace.ts'

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const QUIET = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
/** DESIGN, section 5. Unit: ms. */
const OPEN_MS = 100
const OWN_TEXT_MS = 60
const STOPS_MAX = 12
/** People point at a link for at least so long before they press. Unit: ms. */
const AIM_MS = 150
const TABS_TRIED = 200
/** Threads that are opened, and texts that are sent. */
const TIMES = 10

/**
 * What it feels like in Chromium: from the click to the painted thread, and from sending to the painted own text, measured inside
 * the page. `npm run bench -- feel [--threads 2000]`; the web must have been built.
 */
export async function benchFeel(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { threads: { type: 'string', default: '2000' }, data: { type: 'string' } } })
  if (!existsSync(join(import.meta.dirname, '../../dist/web/index.html'))) throw new Error('Build the web first: npm run build:web.')
  const workspace = await openWorkspace(Number(values.threads) * TEXTS_A_THREAD, values.data)
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET })
  try {
    const { seeded, server, client } = workspace
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
    await context.addCookies([{ name: SESSION_COOKIE, value: await signIn(client, seeded), url: server.url, httpOnly: true, sameSite: 'Lax' }])
    const page = await context.newPage()
    await page.goto(`${server.url}/threads`)
    const painted = await page.evaluate(largestPaint)
    const cold = await openMany(page, 0)
    await page.goto(`${server.url}/threads`)
    const opened = await openMany(page, AIM_MS)
    const stops = await tabStops(page)
    const sent = await sendMany(page)
    console.log(`In Chromium, ${seeded.threads.toLocaleString('en')} threads: ${words('opening a thread that was pointed at', opened, OPEN_MS)}, one that was not ${words('', cold, OPEN_MS).trim()}; ${words('own text visible after sending', sent, OWN_TEXT_MS)}; ${stops} tab stops from the page to the reply box (≤ ${STOPS_MAX}: ${stops <= STOPS_MAX ? 'ok' : '**over**'}); largest paint of the first page after ${painted.toFixed(0)} ms.`)
  } finally {
    await browser.close()
    await workspace.close()
  }
}

/** Runs in the page: when its largest part was painted. Unit: ms since it was asked for. */
function largestPaint(): Promise<number> {
  return new Promise((done) => {
    let last = 0
    new PerformanceObserver((list) => { last = list.getEntries().at(-1)?.startTime ?? last }).observe({ type: 'largest-contentful-paint', buffered: true })
    setTimeout(() => done(last), 2000)
  })
}

/** How often Tab is pressed on a thread that was just loaded until the reply box has the focus; by way of the links that skip. */
async function tabStops(page: Page): Promise<number> {
  await page.reload()
  await page.getByRole('textbox', { name: 'Your reply' }).waitFor()
  for (let stops = 1; stops <= TABS_TRIED; stops += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(skips)) await page.keyboard.press('Enter')
    if (await page.evaluate(writes)) return stops
  }
  return TABS_TRIED
}

function words(what: string, took: readonly number[], budget: number): string {
  const sorted = took.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return `${what} p50 ${at(0.5).toFixed(0)} ms, p90 ${at(0.9).toFixed(0)} ms (≤ ${budget}: ${at(0.5) <= budget ? 'ok' : '**over**'})`
}

/** Clicks one thread after another; each is on the screen once its texts are painted. The first one also loads the page for it, and is not counted. `aimMs`: how long the pointer rests on it before. */
async function openMany(page: Page, aimMs: number): Promise<number[]> {
  const took: number[] = []
  for (let turn = 0; turn <= TIMES; turn += 1) {
    const link = page.locator('.thread-line a').nth(turn)
    await link.waitFor()
    if (aimMs > 0) {
      await link.hover()
      await page.waitForTimeout(aimMs)
    }
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

/** A link within the page has the focus. Runs in the page. */
const skips = (): boolean => document.activeElement instanceof HTMLAnchorElement && document.activeElement.getAttribute('href')?.startsWith('#') === true

/** A text is being written where the focus is. Runs in the page. */
const writes = (): boolean => document.activeElement instanceof HTMLTextAreaElement || document.activeElement?.getAttribute('contenteditable') === 'true'
