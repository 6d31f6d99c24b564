import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '#server/app.ts'
import type { App } from '#server/app.ts'
import { DEMO_BEGINS } from '#server/demo/public.ts'
import { describeOnDemo } from '#server/demo/told.test-kit.ts'
import { figure } from '#tools/reliability/figures.test-kit.ts'
import { makeRouter } from './app/router.tsx'
import { fits, looksReader } from './axe.test-kit.ts'
import { openSite } from './ui/site.test-kit.ts'
import type { Site } from './ui/site.test-kit.ts'

/** Each screen in every look takes minutes; with each `npm test` every so many of them, and its own feature's tests look at each. */
const ONE_IN = process.env['LONGHAND_LONG'] === '1' ? 1 : 16
/** All screens in every look on a busy machine. Unit: ms. */
const SLOW_MS = 1_800_000
/** Tab is pressed so often at most; no screen has more stops. */
const STOPS_MAX = 250
/** The room around letters, words and lines that a reader may ask for (WCAG 1.4.12). */
const ROOMY = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }'
/** Every component, for those who build pages, and the first page of a server on which nobody is: both have tests of their own. */
const SEEN_ELSEWHERE = ['/specimen', '/start']
/** What a person meets in the demo who does not exist there. */
const NO_LINK = 'a-link-that-nobody-made'

type Screen = { path: string, as: 'kenji' | 'mei' | null }
type Ids = { person: string, space: string, form: string, day: string, webhook: string, invite: string, run: { number: number, id: string } }

const asKenji = (...paths: string[]): Screen[] => paths.map((path) => ({ path, as: 'kenji' }))
const asOwner = (...paths: string[]): Screen[] => paths.map((path) => ({ path, as: 'mei' }))
const asNobody = (...paths: string[]): Screen[] => paths.map((path) => ({ path, as: null }))

/** Where each address of the router is seen, with something on it. A route without a line here fails the test. */
const screens = ({ person, space, form, day, webhook, invite, run }: Ids): Record<string, Screen[]> => ({
  '/': asKenji('/'), '/brief': asKenji('/brief'), '/inbox': asKenji('/inbox'), '/owe': asKenji('/owe'), '/wait': asKenji('/wait'), '/ask/new': asKenji('/ask/new'),
  '/wrap': asKenji('/wrap'), '/batons': asKenji('/batons'), '/drafts': asKenji('/drafts'), '/away': asKenji('/away'), '/week': asKenji('/week'), '/keys': asKenji('/keys'),
  '/threads': asKenji('/threads'), '/threads/new': asKenji('/threads/new'), '/$number': asKenji('/247', '/261', '/264', '/268', '/47', '/120'),
  '/decisions': asKenji('/decisions'), '/decisions/new': asKenji('/decisions/new'), '/decisions/import': asKenji('/decisions/import'), '/decisions/$number/edit': asOwner('/decisions/268/edit'),
  '/pages': asKenji('/pages'), '/pages/new': asKenji('/pages/new'), '/$number/edit': asKenji('/47/edit'), '/$number/history': asKenji('/47/history'),
  '/$number/runs': asKenji(`/${run.number}/runs`), '/$number/runs/$run': asKenji(`/${run.number}/runs/${run.id}`),
  '/check-ins': asKenji('/check-ins'), '/check-ins/new': asKenji('/check-ins/new'), '/check-ins/$id/edit': asOwner(`/check-ins/${form}/edit`), '/check-ins/$id/$date': asKenji(`/check-ins/${form}/${day}`),
  '/spaces': asKenji('/spaces'), '/spaces/$id': asKenji(`/spaces/${space}`), '/spaces/$id/status': asKenji(`/spaces/${space}/status`), '/start-here': asKenji('/start-here'), '/team': asKenji('/team'),
  '/people': asKenji('/people'), '/people/roles': asKenji('/people/roles'), '/people/$id': asKenji(`/people/${person}`), '/focus': asKenji('/focus'),
  '/agreement': asKenji('/agreement'), '/agreement/history': asKenji('/agreement/history'), '/agreement/edit': asOwner('/agreement/edit'),
  '/search': asKenji('/search?q=invoice', '/search?q=Which%20retry%20limit%20holds%3F'), '/search/language': asOwner('/search/language'), '/faq': asKenji('/faq'), '/titled': asKenji('/titled?title=Nothing%20is%20called%20so'),
  '/settings': asKenji('/settings'), '/settings/dismissed': asKenji('/settings/dismissed'), '/settings/audit': asOwner('/settings/audit'), '/export': asKenji('/export'), '/import': asOwner('/import'),
  '/members': asOwner('/members'), '/outbox': asOwner('/outbox'), '/mail-in': asOwner('/mail-in'), '/webhooks': asOwner('/webhooks'), '/webhooks/$id': asOwner(`/webhooks/${webhook}`), '/status': asOwner('/status'),
  '/start/set-up': asNobody('/start/set-up'), '/sign-in': asNobody('/sign-in'), '/sign-in/$token': asNobody(`/sign-in/${NO_LINK}`), '/link/$token': asNobody(`/link/${NO_LINK}`),
  '/invite/$token': asNobody(invite, `/invite/${NO_LINK}`), '/baton/$token': asNobody(`/baton/${NO_LINK}`),
})

/** Whether anything else lies over all of what has focus: `end` where Tab leads out of the page. */
const covered = (page: Page): Promise<string> => page.evaluate(() => {
  const here = document.activeElement
  if (here === null || here === document.body) return 'end'
  const { left, right, top, bottom } = here.getBoundingClientRect()
  const points = [[(left + right) / 2, (top + bottom) / 2], [left + 3, top + 3], [right - 3, top + 3], [left + 3, bottom - 3], [right - 3, bottom - 3]] as const
  const seen = points.some(([x, y]) => {
    const there = document.elementFromPoint(x, y)
    return there !== null && (here.contains(there) || there.closest('label')?.contains(here) === true)
  })
  return seen ? '' : here.outerHTML.slice(0, 100)
})

/** What is covered by something else while it has focus, on the way forward and back. */
async function coveredStops(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const key of ['Tab', 'Shift+Tab']) {
    for (let stop = 0; stop < STOPS_MAX; stop += 1) {
      await page.keyboard.press(key)
      const state = await covered(page)
      if (state === 'end') break
      if (state !== '') found.push(`${key}: ${state}`)
    }
  }
  return found
}

describeOnDemo('every screen, as a month of a team fills it', (on, demo) => {
  let site: Site
  let app: App
  let url: string
  let all: Record<string, Screen[]>
  const contexts = new Map<Screen['as'], BrowserContext>()
  beforeAll(async () => {
    site = await openSite()
    app = await createApp({ databaseUrl: on.url, clockStart: Temporal.Instant.from(DEMO_BEGINS), smtp: null, webDir: site.folder, logLevel: 'fatal', triesPerMinute: 10_000, publicUrl: 'http://127.0.0.1' })
    url = await app.http.listen({ host: '127.0.0.1', port: 0 })
    app.setPublicUrl(url)
    const { people, spaces } = demo()
    for (const as of ['kenji', 'mei', null] as const) {
      const context = await site.browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', bypassCSP: true })
      contexts.set(as, context)
      if (as !== null) await send(context, '/api/v1/demo', { as: people[as] })
    }
    const owner = contexts.get('mei') as BrowserContext
    const webhook = await send<{ endpoint: { id: string } }>(owner, '/api/v1/webhooks', { url: 'https://93.184.215.14/hook', types: ['ask.posted'] })
    const invite = await send<{ link: string }>(owner, '/api/v1/invites', { email: 'nina@demo.example', name: 'Nina Berg' })
    const run = await on.db.selectFrom('run').innerJoin('entry', 'entry.id', 'run.page_id').select(['run.id', 'entry.number']).orderBy('run.id').executeTakeFirstOrThrow()
    const asked = await on.db.selectFrom('checkin_prompt').select(['form_id', 'on_date']).where('person_id', '=', people.kenji).where('state', '=', 'answered').orderBy('on_date').executeTakeFirstOrThrow()
    all = screens({ person: people.ana, space: spaces.Billing, form: asked.form_id, day: asked.on_date, webhook: webhook.endpoint.id, invite: new URL(invite.link).pathname, run })
  })
  afterAll(async () => {
    await app.stop()
    await site.close()
  })

  async function send<Answer>(context: BrowserContext, path: string, data: object): Promise<Answer> {
    const answer = await context.request.post(url + path, { data, headers: { origin: url, 'idempotency-key': crypto.randomUUID() } })
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
    return await answer.json() as Answer
  }

  async function open({ path, as }: Screen): Promise<Page> {
    const page = await (contexts.get(as) as BrowserContext).newPage()
    await page.goto(url + path)
    await page.locator('h1').first().waitFor()
    await page.locator('.skeleton').first().waitFor({ state: 'detached' })
    return page
  }

  test('every address of the router is looked at', () => {
    const addresses = Object.keys(makeRouter().routesByPath).filter((address) => !SEEN_ELSEWHERE.includes(address))
    const missed = addresses.filter((address) => !Object.hasOwn(all, address))
    figure({ gate: 'G20', what: `addresses of the web, of ${addresses.length}, that are not looked at here`, value: missed.length, wanted: '0', met: missed.length === 0 })
    expect(missed).toEqual([])
    expect(Object.keys(all).filter((address) => !addresses.includes(address))).toEqual([])
  })

  test('axe finds nothing, and nothing is too wide, in light and dark, at a desk, on a phone, magnified, and with roomy letters; each says in its tab what it is', async () => {
    const findings = await looksReader()
    const chosen = Object.values(all).flat().filter((_screen, index) => index % ONE_IN === 0)
    const wrong: string[] = []
    let sound = 0
    for (const screen of chosen) {
      const page = await open(screen)
      const found = await findings(page)
      if (!/^\S.* · Longhand$/.test(await page.title())) found.push(`the tab says only “${await page.title()}”`)
      await page.addStyleTag({ content: ROOMY })
      if (!await fits(page)) found.push('with roomy letters something is wider than the window')
      await page.close()
      wrong.push(...found.map((line) => `${screen.path}, ${line}`))
      if (found.length === 0) sound += 1
    }
    const total = Object.values(all).flat().length
    figure({ gate: 'G20', what: 'screens on which axe finds nothing in light and dark at 1440 and 390 px, nothing is too wide, down to 320 px and with roomy letters, and the tab says what it is', value: sound, wanted: `${total} of ${total}`, met: sound === total })
    expect(wrong).toEqual([])
  }, SLOW_MS)

  test.each([[1440, 900], [390, 844]])('what has focus is never covered at %i px, forward and back', async (width, height) => {
    const long = ['/', '/247', '/264', '/268', '/47', '/47/edit', '/ask/new', '/settings'].filter((_path, index) => index % ONE_IN === 0)
    const wrong: string[] = []
    for (const path of long) {
      const page = await open({ path, as: 'kenji' })
      await page.setViewportSize({ width, height })
      wrong.push(...(await coveredStops(page)).map((line) => `${path}, ${line}`))
      expect(new URL(page.url()).pathname, 'focus alone leads nowhere').toBe(path)
      await page.close()
    }
    figure({ gate: 'G20', what: `stops of the keyboard that something else covers, on ${long.length} long screens at ${width} px`, value: wrong.length, wanted: '0', met: wrong.length === 0 })
    expect(wrong).toEqual([])
  }, SLOW_MS)
})
