import type { Page } from 'playwright-core'
import { createDecision } from '#contract/decisions.ts'
import type { DecisionView } from '#contract/decisions.ts'
import { weekdays } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { axeReader, LOOKS } from '../axe.test-kit.ts'
import type { Look } from '../axe.test-kit.ts'
import { openAppSite } from '../ui/app-site.test-kit.ts'
import type { AppSite } from '../ui/app-site.test-kit.ts'

/** Tuesday morning in Berlin; in Manila it is half past four in the afternoon. */
const MORNING = '2026-03-24T08:30:00Z'
/** Two cores are shared with the server and the browser. */
export const PATIENT = { timeout: 30_000 }
export const CONTENT = {
  title: 'Where do outgoing mails wait?', needed: 'Mails are lost when the server dies between commit and send.', context: 'Since **January** we lost eleven mails.', criteria: 'What we must run and back up.',
  claims: [{ text: 'Twelve a second at peak.', basis: 'known' as const, confidence: 'high' as const }],
  options: [
    { id: 'table', title: 'A table in Postgres', body: 'Written in the same transaction.', tradeOffs: [{ id: 'limit', side: 'bad' as const, text: 'about 500 messages a second' }] },
    { id: 'broker', title: 'A message broker', body: 'Back-pressure is built in.', tradeOffs: [] },
  ],
  recommendation: { optionId: 'table', why: 'Nothing new to run.' },
}

export type DecisionSite = {
  app: TestApp, url: string
  /** Ana writes, Ben is consulted, Mei in Manila signs. */
  ana: TestPerson, ben: TestPerson, mei: TestPerson
  /** A page of its own for somebody, once it stands; its context is closed with `shut`. */
  open: (path: string, person?: TestPerson, look?: Look) => Promise<Page>
  shut: (...pages: readonly Page[]) => Promise<void>
  /** A decision of Ana’s, open unless told otherwise. */
  make: (more?: Record<string, unknown>) => Promise<DecisionView>
  findings: (page: Page) => Promise<string[]>
  allInEveryLook: AppSite['allInEveryLook']
  stop: () => Promise<void>
}

/** The whole app with a small team, and a browser to look at its decisions. */
export async function openDecisions(on: { url: string }): Promise<DecisionSite> {
  const site = await openAppSite(on, { clock: MORNING })
  const { app } = site
  const ana = await app.person('Ana Duarte', { zone: 'Europe/Lisbon' })
  const ben = await app.person('Ben Okafor')
  const mei = await app.person('Mei Tanaka', { zone: 'Asia/Manila', weeks: [weekdays('09:00', '18:00')] })
  return {
    app, url: site.url, ana, ben, mei, findings: await axeReader(), allInEveryLook: site.allInEveryLook,
    open: async (path, person = ana, look = LOOKS[0] as Look) => {
      const page = await site.open(path, { as: person, look })
      page.setDefaultTimeout(PATIENT.timeout)
      return page
    },
    shut: async (...pages) => { for (const page of pages) await page.context().close() },
    make: (more = {}) => ana.call(createDecision, { spaceId: app.spaceId, content: CONTENT, roles: { accountableId: mei.id, consultedIds: [ben.id] }, open: true, ...more }),
    stop: site.close,
  }
}

/** Chooses an option of a combobox by typing its name. */
export async function choose(page: Page, label: string, name: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click()
  await page.keyboard.type(name)
  await page.getByRole('option', { name }).first().waitFor()
  await page.keyboard.press('Enter')
}
