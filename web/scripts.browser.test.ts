import type { BrowserContext } from 'playwright-core'
import { postAsk } from '#contract/asks.ts'
import { createDecision } from '#contract/decisions.ts'
import { postWrap } from '#contract/handoffs.ts'
import { createPage } from '#contract/pages.ts'
import { createSpace } from '#contract/spaces.ts'
import { postReply, postThread } from '#contract/threads.ts'
import { mailHtml } from '#server/platform/channels/mail.ts'
import { SESSION_COOKIE } from '#server/platform/auth/identify.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { PAYLOADS } from '#server/past/payloads.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { figure } from '#tools/reliability/figures.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite } from './ui/site.test-kit.ts'
import type { Site } from './ui/site.test-kit.ts'

/** What may stand around a payload in Markdown; each makes another path through what reads it. */
const AROUND: readonly ((payload: string) => string)[] = [
  (payload) => payload, (payload) => `Before ${payload} after`, (payload) => `> ${payload}`, (payload) => `- ${payload}\n- [ ] ${payload}`, (payload) => `# ${payload}`, (payload) => `| a | b |\n| - | - |\n| ${payload.replaceAll('|', '')} | x |`, (payload) => `[${payload}](https://example.com "${payload}")`, (payload) => `**${payload}** ~~${payload}~~ \`${payload}\``,
]
/** How many of them one text holds. */
const IN_ONE_TEXT = 40
const NAME_MAX = 90
const TITLE_MAX = 190
/** How long a page gets after it stands, for what runs late. Unit: ms. */
const LATE_MS = 300
/** So many pages are looked at at once, since each is given time for nothing to happen. */
const TABS = 3
const PATIENT = { timeout: 60_000 }
const SLOW_MS = 900_000

const shapes = PAYLOADS.flatMap((payload) => AROUND.map((around) => around(payload)))
const texts = Array.from({ length: Math.ceil(shapes.length / IN_ONE_TEXT) }, (_none, index) => shapes.slice(index * IN_ONE_TEXT, (index + 1) * IN_ONE_TEXT).join('\n\n'))
const oneLine = (payload: string, most: number) => payload.replaceAll(/\s+/g, ' ').slice(0, most).trim()

describeOnNewest('scripts that people write never run', (on) => {
  let site: Site
  let app: TestApp
  let url: string
  let villain: TestPerson
  const paths: string[] = []
  beforeAll(async () => {
    site = await openSite()
    app = await startTestApp(on, { webDir: site.folder })
    url = await app.app.http.listen({ host: '127.0.0.1', port: 0 })
    app.app.setPublicUrl(url)
    for (const [index, payload] of PAYLOADS.entries()) await app.person(oneLine(payload, NAME_MAX) || `x${index}`).catch(() => undefined)
    villain = await app.person('"><img src=x onerror=alert(1)>')
    for (const payload of PAYLOADS) await villain.call(postThread, { spaceId: app.spaceId, title: oneLine(payload, TITLE_MAX), body: `${payload} @Olga Owner` }).catch(() => undefined)
    for (const payload of PAYLOADS.slice(0, 30)) await villain.call(createSpace, { name: oneLine(payload, 60), purpose: payload }).catch(() => undefined)
    const { number } = await villain.call(postThread, { spaceId: app.spaceId, title: PAYLOADS[0] ?? '', body: texts[0] ?? '' })
    for (const body of texts) await villain.call(postReply, { number, body })
    const page = await villain.call(createPage, { spaceId: app.spaceId, title: PAYLOADS[2] ?? '', text: texts.join('\n\n') })
    const [first = '', second = ''] = PAYLOADS
    const decision = await villain.call(createDecision, { spaceId: app.spaceId, content: { title: first, needed: shapes.slice(0, 60).join('\n\n').slice(0, 9000), context: second, options: [{ id: 'a', title: first, body: second }, { id: 'b', title: second, body: first }] } })
    const asked = await villain.call(postAsk, { spaceId: app.spaceId, title: first, body: texts[1] ?? '', to: app.owner.id, kind: 'answer', criteria: second, blockedPath: first })
    const wrap = await villain.call(postWrap, { spaceId: app.spaceId, state: shapes.slice(0, 20).join('\n\n').slice(0, 3000), nextAction: first, mostImportant: second, batons: [{ text: first, nextStep: second, to: { kind: 'person', personId: app.owner.id } }] })
    paths.push(`/${number}`, `/${page.number}`, `/${decision.number}`, `/${asked.number}`, `/${wrap.number}`, `/${page.number}/history`, '/', '/threads', '/pages', '/decisions', '/owe', '/batons', '/people', '/members', '/inbox', '/outbox', `/spaces/${app.spaceId}`, `/search?q=alert`)
    paths.push(`/sign-in/${encodeURIComponent(first)}`, `/${encodeURIComponent(first)}`, `/search?q=${encodeURIComponent(first)}`, `/problems/${encodeURIComponent(first)}`, `/unsubscribe/${encodeURIComponent(first)}`, `/api/v1/${encodeURIComponent(first)}`, `/api/v1/search?q=${encodeURIComponent(first)}`, `/files/${app.spaceId}/${encodeURIComponent(first)}`)
    await app.advanceTo('2026-03-24T09:30:00Z')
  }, SLOW_MS)
  afterAll(async () => {
    await app.stop()
    await site.close()
  })

  /** What ran, as sentences. A script that runs says so through `alert`, which every payload calls. */
  async function whatRan(context: BrowserContext, show: (context: BrowserContext) => Promise<void>): Promise<string[]> {
    const ran: string[] = []
    await context.exposeBinding('alert', ({ page }, ...said: unknown[]) => { ran.push(`alert(${String(said[0])}) on ${new URL(page.url()).pathname}`) })
    context.on('dialog', (dialog) => { ran.push(dialog.type()); void dialog.dismiss() })
    await context.addCookies([{ name: SESSION_COOKIE, value: app.owner.token, url, httpOnly: true, sameSite: 'Lax' }])
    await show(context)
    await context.close()
    return ran
  }
  const everyPage = async (context: BrowserContext) => {
    const left = [...paths]
    const tab = async () => {
      const page = await context.newPage()
      for (let path = left.shift(); path !== undefined; path = left.shift()) {
        await page.goto(url + path, PATIENT)
        await page.locator('.skeleton').first().waitFor({ state: 'detached', ...PATIENT })
        await page.waitForTimeout(LATE_MS)
      }
    }
    await Promise.all(Array.from({ length: TABS }, tab))
  }

  test.each([['on', false], ['off', true]] as const)(`in ${shapes.length} shapes on every page, with the content policy %s`, { timeout: SLOW_MS }, async (how, bypassCSP) => {
    expect(await whatRan(await site.browser.newContext({ bypassCSP }), everyPage)).toEqual([])
    figure({ gate: 'G16', what: `payloads in their shapes through ${paths.length} pages of real Chromium with the content policy ${how}, of which none ran`, value: shapes.length, wanted: '≥ 500', met: shapes.length >= 500 })
  })

  test('in mails that a browser shows without any policy', { timeout: SLOW_MS }, async () => {
    expect(app.mails.length).toBeGreaterThan(5)
    expect(await whatRan(await site.browser.newContext({ bypassCSP: true }), async (context) => {
      const page = await context.newPage()
      for (const mail of app.mails) await page.setContent(mailHtml(mail), PATIENT)
      await page.waitForTimeout(LATE_MS)
    })).toEqual([])
    figure({ gate: 'G16', what: 'mails with payloads shown in real Chromium, of which none ran a script', value: app.mails.length, wanted: 'each kind', met: true })
  })

  test('and a script that does run is noticed', async () => {
    const ran = await whatRan(await site.browser.newContext(), async (context) => {
      const page = await context.newPage()
      await page.setContent('<img src=x onerror=alert(1)>')
      await page.waitForTimeout(LATE_MS)
    })
    expect(ran).toEqual(['alert(1) on blank'])
  })
})
