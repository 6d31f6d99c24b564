import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPage } from '#contract/pages.ts'
import { diceFrom } from '#domain/time/dice.test-kit.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { figure } from '#tools/reliability/figures.test-kit.ts'
import { sizeOf } from '#tools/reliability/size.test-kit.ts'
import { EDITORS, killTab, openEditor, openWritingSite, typeOn, wordsOn } from './lost-words.test-kit.ts'
import type { Device, Editor, Typed, Writer, WritingSite } from './lost-words.test-kit.ts'

const LONG = process.env['LONGHAND_LONG'] === '1'
/** RELIABILITY G18. */
const MOMENTS = sizeOf(1_000, 6)
const LOST_MAX = 1_000
/** The device has a text with every key, so that not even the short form, which types for less than a second, may lose more than what was under the fingers. */
const LOST_WORDS_MAX = 1
/** How long somebody types before something happens, and how long they go on; on a machine that is busy, until there are a few words. Unit: ms. */
const TYPES = LONG ? { least: 200, upTo: 2_800 } : { least: 100, upTo: 150 }
const WORDS_LEAST = 3
/** After it a page has shown everything it will show. Unit: ms. */
const SHOWN_WITHIN = 5_000
const LOOK_AGAIN = 50
const SLOW_MS = LONG ? 6 * 3_600_000 : 300_000
const SEED = 18

/** Somebody who types so long without a rest finds it on another device, but for the last seconds. Unit: ms. */
const WITHOUT_REST = 10_000
const BEHIND_MAX = 7_500

/** What may happen to somebody who types. Each goes on typing meanwhile; then the tab is killed too. */
const FAULTS = ['the tab is killed', 'the network goes', 'the session ends', 'the server restarts'] as const
type Fault = (typeof FAULTS)[number]
const DUELS = ['one draft on two devices', 'one page by two people'] as const
const HAPPENS = [...FAULTS, ...DUELS] as const

describeOnNewest('what is typed', (on) => {
  let site: WritingSite
  beforeAll(async () => { site = await openWritingSite(on) })
  afterAll(() => site.close())
  const dice = diceFrom(SEED)
  const aWhile = async (...writers: readonly Writer[]) => {
    const before = writers.map(({ typed }) => typed.length)
    await pause(TYPES.least + dice.upTo(TYPES.upTo))
    while (writers.some(({ typed, typing }, at) => typing() && typed.length < (before[at] ?? 0) + WORDS_LEAST)) await pause(LOOK_AGAIN)
  }

  /** @returns how much of what was typed is not there when the editor is opened again: in ms of typing, and in words */
  async function lostIn(fault: Fault, editor: Editor): Promise<{ ms: number, words: number }> {
    const place = site.url + await site.place(editor)
    const device = await site.device()
    const { page } = await openEditor(device.context, place, editor)
    const writer = typeOn(page, 'w')
    await aWhile(writer)
    const undo = await befall(fault, device, writer)
    const until = performance.now()
    const owed = writer.typed.filter(({ at }) => at <= until)
    await killTab(page)
    await writer.stop()
    await undo()
    const again = await openEditor(device.context, place, editor)
    const lost = await missingOn([again.page], owed)
    await device.context.close()
    return { ms: lost.length === 0 ? 0 : Math.round(until - Math.min(...lost.map(({ at }) => at))), words: lost.length }
  }

  /** @returns what makes it good again */
  async function befall(fault: Fault, { context, endSession, signIn }: Device, writer: Writer): Promise<() => Promise<void>> {
    switch (fault) {
      case 'the tab is killed': return async () => {}
      case 'the network goes':
        await context.setOffline(true)
        await aWhile(writer)
        return () => context.setOffline(false)
      case 'the session ends':
        await endSession()
        await aWhile(writer)
        return signIn
      case 'the server restarts':
        await site.restart()
        await aWhile(writer)
        return async () => {}
    }
  }

  /** Words of one draft that two devices wrote at, and that neither shows any more. */
  async function overwrittenOnTwoDevices(editor: Editor): Promise<Typed[]> {
    const place = site.url + await site.place(editor)
    const devices = [await site.device(), await site.device()] as const
    const pages = await Promise.all(devices.map(({ context }) => openEditor(context, place, editor).then(({ page }) => page)))
    const writers = pages.map((page, at) => typeOn(page, at === 0 ? 'a' : 'b'))
    await aWhile(...writers)
    const { context } = dice.pick(devices)
    await context.setOffline(true)
    await aWhile(...writers)
    await context.setOffline(false)
    await aWhile(...writers)
    await Promise.all(writers.map((writer) => writer.stop()))
    await Promise.all(pages.map(killTab))
    const again = await Promise.all(devices.map((device) => openEditor(device.context, place, editor).then(({ page }) => page)))
    const missing = await missingOn(again, writers.flatMap(({ typed }) => typed))
    await Promise.all(devices.map((device) => device.context.close()))
    return missing
  }

  /** Words of one page that two people saved, one of them perhaps without a network, and that nobody is shown any more. */
  async function overwrittenByTwoPeople(): Promise<Typed[]> {
    const path = await site.place('page')
    const devices = [await site.device(), await site.device(site.ben)] as const
    const pages = await Promise.all(devices.map(({ context }) => openEditor(context, site.url + path, 'page', '/drafts').then(({ page }) => page)))
    const writers = pages.map((page, at) => typeOn(page, at === 0 ? 'a' : 'b'))
    await aWhile(...writers)
    await Promise.all(writers.map((writer) => writer.stop()))
    const offline = dice.one(2) ? dice.pick(pages) : undefined
    await offline?.context().setOffline(true)
    for (const page of pages) await save(page, path)
    await offline?.context().setOffline(false)
    if (offline) await arrived(offline, path)
    const stands = (await site.owner(readPage, { number: Number(path.split('/')[1]) })).text
    const missing = await missingOn(pages, writers.flatMap(({ typed }) => typed), new Set(stands.split(/\s+/)))
    await Promise.all(devices.map((device) => device.context.close()))
    return missing
  }

  /** Presses save, and waits for what comes of it: saved, joined, shown from both sides, or waiting on the device. */
  async function save(page: Page, path: string): Promise<void> {
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.waitForFunction((edit) => location.pathname !== edit || document.querySelector('.joining') !== null || document.body.innerText.includes('It was joined with'), path)
  }

  /** What waited is sent; where it met the other's words, its writer goes on with it and sees both. */
  async function arrived(page: Page, path: string): Promise<void> {
    await page.getByRole('heading', { level: 1, name: 'Drafts' }).waitFor()
    await page.waitForFunction(() => !document.body.innerText.includes('Waiting to be sent') || document.body.innerText.includes('changed the same words meanwhile'))
    const writeOn = page.getByRole('button', { name: /^Write on: / })
    if (await writeOn.count() === 0) return
    await writeOn.click()
    await page.waitForURL(`**${path}`)
    await page.getByRole('textbox', { name: 'Text of the page' }).click()
    await save(page, path)
  }

  async function missingOn(pages: readonly Page[], typed: readonly Typed[], known: ReadonlySet<string> = new Set()): Promise<Typed[]> {
    const until = performance.now() + SHOWN_WITHIN
    for (;;) {
      const shown = await Promise.all(pages.map(wordsOn))
      const missing = typed.filter(({ word }) => !known.has(word) && !shown.some((words) => words.has(word)))
      if (missing.length === 0 || performance.now() > until) return missing
      await pause(LOOK_AGAIN)
    }
  }

  test(`${MOMENTS} times something happens while somebody types: at most a second of it is lost, and nobody writes over anybody unseen`, { timeout: SLOW_MS }, async () => {
    const lost: number[] = []
    const overwritten: string[] = []
    for (let moment = 0; moment < MOMENTS; moment += 1) {
      const what = HAPPENS[moment % HAPPENS.length] as (typeof HAPPENS)[number]
      const editor = dice.pick(EDITORS)
      if (what === 'one draft on two devices' || what === 'one page by two people') {
        const missing = what === 'one draft on two devices' ? await overwrittenOnTwoDevices(editor) : await overwrittenByTwoPeople()
        if (missing.length > 0) overwritten.push(`${moment}, ${what}, ${editor}: ${missing.map(({ word }) => word).join(' ')}`)
      } else {
        const { ms, words } = await lostIn(what, editor)
        lost.push(ms)
        expect.soft(ms <= LOST_MAX && words <= LOST_WORDS_MAX, `moment ${moment}, ${what} at a ${editor}: ${ms} ms and ${words} words are lost`).toBe(true)
      }
    }
    const longest = Math.max(...lost)
    figure({ gate: 'G18', what: 'moments at which a tab was killed, the network went, a session ended, the server restarted, or two wrote at one text', value: MOMENTS, wanted: '1,000', met: MOMENTS >= 1_000 })
    figure({ gate: 'G18', what: 'longest stretch of typing that was lost', value: longest, unit: 'ms', wanted: '≤ 1,000', met: longest <= LOST_MAX })
    figure({ gate: 'G18', what: 'texts that one editor wrote over another’s unseen', value: overwritten.length, wanted: '0', met: overwritten.length === 0 })
    expect(overwritten).toEqual([])
  })

  test('is on the server but for the last seconds where the device is lost, also of somebody who never rests', { timeout: SLOW_MS }, async () => {
    const place = site.url + await site.place('reply')
    const device = await site.device()
    const { page } = await openEditor(device.context, place, 'reply')
    const writer = typeOn(page, 'w')
    await pause(WITHOUT_REST)
    const until = performance.now() - BEHIND_MAX
    await killTab(page)
    await writer.stop()
    await device.context.close()
    const owed = writer.typed.filter(({ at }) => at <= until)
    expect(owed.length).toBeGreaterThan(WORDS_LEAST)
    const other = await site.device()
    const again = await openEditor(other.context, place, 'reply')
    expect(await missingOn([again.page], owed)).toEqual([])
    await other.context.close()
  })
})
