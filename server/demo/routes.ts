import type { InputOf, OutputOf } from '#contract/operation.ts'
import * as contract from '#contract/demo.ts'
import { Refusal } from '#domain/refusal.ts'
import { languageOf, said } from '#domain/words/said.ts'
import { openSession, signedIn, viewMe } from '#server/account/public.ts'
import type { Platform, Visit } from '#server/platform/act.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { on, onVisit } from '#server/platform/http/on.ts'
import type { Feature, Route } from '#server/platform/http/on.ts'
import { sql } from 'kysely'
import { seedDemo } from './seed.ts'
import { viewDeliveries, viewWeek } from './week.ts'

/** Serialises the making of the demo: two curious visitors make one. Any number that nothing else locks. */
const DEMO_LOCK = 7401

/** The demo team, told through the routes of the other rooms. */
export function demo(rooms: readonly Feature[]): Feature {
  const routes = rooms.flatMap((room) => room.routes)
  return {
    name: 'demo',
    routes: [
      onVisit(contract.readDemo, (visit) => readDemo(visit.tx)),
      onVisit(contract.enterDemo, async (visit, input) => {
        await ensureDemo(visit.platform, routes, visit.tx, visit.now)
        return enterDemo(visit, input)
      }),
      on(contract.readWeek, viewWeek),
      on(contract.readWeekDeliveries, viewDeliveries),
    ],
  }
}

/** Tells the demo's month unless it has been told; two at once make one. */
export async function ensureDemo(platform: Platform, routes: readonly Route[], tx: Db, now: Temporal.Instant): Promise<void> {
  await sql`select pg_advisory_xact_lock(${DEMO_LOCK})`.execute(tx)
  if (await demoWorkspace(tx) === null) await seedDemo(platform, routes, tx, now)
}

async function demoWorkspace(db: Db): Promise<string | null> {
  const row = await db.selectFrom('workspace').select('id').where('demo', '=', true).limit(1).executeTakeFirst()
  return row?.id ?? null
}

async function readDemo(db: Db): Promise<OutputOf<typeof contract.readDemo>> {
  const workspaceId = await demoWorkspace(db)
  if (workspaceId === null) return { people: [] }
  const people = await db.selectFrom('person').select(['id', 'name', 'zone', 'role'])
    .where('workspace_id', '=', workspaceId).where('state', '=', 'active').orderBy('id').execute()
  return { people }
}

/** Opens a session as one of the demo's people; never as anybody of a real workspace. */
async function enterDemo(visit: Visit, input: InputOf<typeof contract.enterDemo>): Promise<OutputOf<typeof contract.enterDemo>> {
  const { people } = await readDemo(visit.tx)
  const workspaceId = await demoWorkspace(visit.tx)
  const person = input.as === undefined ? people[0] : people.find((one) => one.id === input.as)
  if (!person || workspaceId === null) throw new Refusal('not_found', said`The demo has nobody with this id.`, said`Choose one of the people of the demo.`)
  await speakAsAsked(visit, workspaceId, person.id)
  const act = await signedIn(visit.as(workspaceId), person.id)
  const token = await openSession(act, person.id, 'demo')
  return { token: visit.byBrowser ? '' : token, me: await viewMe(act) }
}

/** Whoever comes first as somebody is spoken to as their browser asks; from then on the settings alone say it, so that what was chosen there stays. */
async function speakAsAsked({ tx, words, byBrowser }: Visit, workspaceId: string, personId: string): Promise<void> {
  if (!byBrowser) return
  const been = await tx.selectFrom('credential').select('id').where('workspace_id', '=', workspaceId).where('person_id', '=', personId).where('kind', '=', 'session').limit(1).executeTakeFirst()
  if (been) return
  const { locale } = await tx.selectFrom('person').select('locale').where('workspace_id', '=', workspaceId).where('id', '=', personId).executeTakeFirstOrThrow()
  if (languageOf(locale) === words.language) return
  await tx.updateTable('person').set({ locale: words.language }).where('workspace_id', '=', workspaceId).where('id', '=', personId).execute()
}
