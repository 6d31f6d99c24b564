import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { editMe, readMe } from '#contract/account.ts'
import { postAsk } from '#contract/asks.ts'
import { createDecision } from '#contract/decisions.ts'
import { createPage } from '#contract/pages.ts'
import { postReply, postThread } from '#contract/threads.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { englishIn } from './english.test-kit.ts'
import { fits } from './axe.test-kit.ts'
import { openAppSite } from './ui/app-site.test-kit.ts'
import type { AppSite } from './ui/app-site.test-kit.ts'

/** Tuesday morning in Berlin. */
const MORNING = '2026-03-24T08:30:00Z'
const [WIDE, PHONE] = [{ width: 1440, height: 900 }, { width: 390, height: 844 }]
/** Two cores are shared with the server and the browser. Unit: ms. */
const PATIENT = 60_000
/** What people write here is German, so that anything English on a page is ours. */
const DECISION = {
  title: 'Wo warten Mails?', needed: 'Mails gehen verloren, sobald der Server stirbt.', context: 'Seit **Januar** elf Mails verloren.', criteria: 'Betrieb und Sicherung.',
  claims: [{ text: 'Zwölf je Sekunde.', basis: 'known' as const, confidence: 'high' as const }],
  options: [
    { id: 'table', title: 'Eine Tabelle', body: 'In derselben Transaktion.', tradeOffs: [{ id: 'limit', side: 'bad' as const, text: 'höchstens 500 je Sekunde' }] },
    { id: 'broker', title: 'Eine Warteschlange', body: 'Gegendruck inbegriffen.', tradeOffs: [] },
  ],
  recommendation: { optionId: 'table', why: 'Nichts Neues zu betreiben.' },
}

describeOnNewest('Longhand in German', (on) => {
  let site: AppSite
  const places: Record<string, string> = { Lage: '/', Einstellungen: '/settings' }
  beforeAll(async () => {
    site = await openAppSite(on, { clock: MORNING })
    const { owner, spaceId } = site.app
    await owner.call(editMe, { locale: 'de-DE', name: 'Olga Berg' })
    const jonas = await site.app.person('Jonas Kern')
    const { number: thread } = await jonas.call(postThread, { spaceId, title: 'Der Umzug der Datenbank', body: 'Wir ziehen am Freitag um.' })
    await owner.call(postReply, { number: thread, body: 'Das passt.' })
    const { number: ask } = await jonas.call(postAsk, { spaceId, title: 'Passt dir Freitag?', kind: 'answer', to: owner.id, criteria: 'Ein Ja genügt.' })
    const { number: decision } = await jonas.call(createDecision, { spaceId, content: DECISION, roles: { accountableId: owner.id }, open: true })
    const { number: page } = await jonas.call(createPage, { spaceId, title: 'Wie wir umziehen', text: '# Vorher\n\nSicherung ziehen.\n' })
    Object.assign(places, { 'Wie es steht': `/spaces/${spaceId}/status`, 'Bei mir': '/owe', Server: '/status', Thread: `/${thread}`, Anfrage: `/${ask}`, Entscheidung: `/${decision}`, Seite: `/${page}` })
    await site.app.advanceTo('2026-03-24T09:00:00Z')
  })
  afterAll(() => site.close())

  const knowsGerman = async (page: Page) => { await page.addInitScript(() => localStorage.setItem('longhand.locale', 'de-DE')) }

  test('nothing that Longhand says is English, and nothing is too wide, at a desk and on a phone', async () => {
    const page = await site.open('/inbox', { first: knowsGerman })
    for (const [name, path] of Object.entries(places)) {
      await page.goto(site.url + path)
      await page.locator('#main h1').first().waitFor()
      await page.locator('.skeleton').first().waitFor({ state: 'detached' })
      expect.soft(await englishIn(page), `${name} ${path}`).toEqual([])
      await page.setViewportSize(PHONE)
      expect.soft(await fits(page), `${name} at 390 px`).toBe(true)
      await page.setViewportSize(WIDE)
    }
    await page.context().close()
  }, PATIENT)

  test.each(['Lage', 'Entscheidung'])('axe finds nothing in German: %s', async (name) => {
    const page = await site.open(places[name] ?? '/', { first: knowsGerman })
    expect(await site.inEveryLook(page)).toEqual([])
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('de-DE')
    await page.context().close()
  }, PATIENT)

  test('a device that does not know yet is led into German; the language is changed in the settings and back', async () => {
    const page = await site.open('/settings')
    await page.getByRole('heading', { level: 1, name: 'Einstellungen' }).waitFor()
    await page.getByRole('radio', { name: 'English' }).check()
    await page.getByRole('button', { name: 'Speichern' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    expect((await site.app.owner.call(readMe, {})).person.locale).toBe('en-US')
    await page.getByRole('radio', { name: 'Deutsch' }).check()
    await page.getByRole('button', { name: 'Save' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Einstellungen' }).waitFor()
    expect((await site.app.owner.call(readMe, {})).person.locale).toBe('de-DE')
    await page.context().close()
  }, PATIENT)
})
