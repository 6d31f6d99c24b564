import type { Call } from '#contract/client.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { storyDates } from '#demo/dates.ts'
import type { StoryDates } from '#demo/dates.ts'
import { tellStory } from '#demo/story.ts'
import { SPACES, TEAM } from '#demo/team.ts'
import type { DemoName, DemoSpaceName } from '#demo/team.ts'
import type { Teller } from '#demo/teller.ts'
import { tellWeek } from '#demo/week.ts'
import type { WeekSize } from '#demo/week.ts'
import { adoptPreset } from '#server/agreement/public.ts'
import { committerHere } from '#server/handoffs/public.ts'
import { addPerson } from '#server/people/public.ts'
import { makeAct, systemActor } from '#server/platform/act.ts'
import type { Platform } from '#server/platform/act.ts'
import { tellAudit } from '#server/platform/audit/chain.ts'
import { recorded } from '#server/platform/audit/recorded.ts'
import { actorOf } from '#server/platform/auth/identify.ts'
import type { Db } from '#server/platform/db/schema.ts'
import type { Route } from '#server/platform/http/on.ts'
import { newId } from '#server/platform/ids.ts'
import { fire } from '#server/platform/jobs/run-due.ts'
import { claimDueTimer } from '#server/platform/jobs/timers.ts'
import { addMember, addSpace } from '#server/spaces/public.ts'

type Instant = Temporal.Instant

export type Seeded = { workspaceId: string; people: Record<DemoName, string>; spaces: Record<DemoSpaceName, string> }

/**
 * Tells the demo's month up to `end`, through the same routes that people use, in the caller's transaction:
 * either the whole demo is there, or nothing of it.
 */
export async function seedDemo(platform: Platform, routes: readonly Route[], tx: Db, end: Instant): Promise<Seeded> {
  const dates = storyDates(end)
  const workspaceId = newId(dates.begin)
  await tx.insertInto('workspace').values({ id: workspaceId, name: 'Harbour', demo: true, created_at: dates.begin }).execute()
  const seeded = { workspaceId, ...await settle(platform, tx, workspaceId, dates.begin) }
  const teller = tellerOf(platform, routes, seeded, { dates, end, begin: dates.begin, write: (work) => work(tx) })
  await tellStory(teller)
  await teller.until(end)
  return seeded
}

/** Tells one week more, from `end` on, to a demo that was told up to it; each request and each timer is a transaction of its own, as in life. */
export async function seedWeek(platform: Platform, routes: readonly Route[], seeded: Seeded, end: Instant, size: WeekSize): Promise<void> {
  const write: Write = (work) => platform.db.transaction().execute(work)
  await tellWeek(tellerOf(platform, routes, seeded, { dates: storyDates(end), end, begin: end, write }), end, size)
}

/** Lets work write, in a transaction of its own or in the one that holds everything. */
type Write = <T>(work: (tx: Db) => Promise<T>) => Promise<T>
type Told = { dates: StoryDates; end: Instant; begin: Instant; write: Write }

function tellerOf(platform: Platform, routes: readonly Route[], { workspaceId, people, spaces }: Seeded, { dates, end, begin, write }: Told): Teller {
  let now = begin
  return {
    people, spaces, end, dates,
    async until(at) {
      while (await write((tx) => fireNext(platform, tx, workspaceId, at)));
      now = at
    },
    as: (name) => inProcess(platform, routes, { write, workspaceId, personId: people[name], now: () => now }),
  }
}

async function settle(platform: Platform, tx: Db, workspaceId: string, now: Instant) {
  const act = makeAct(platform, { tx, actor: systemActor(workspaceId), now })
  const people = {} as Record<DemoName, string>
  for (const { key, name, email, role, zone, weeks } of TEAM) {
    people[key] = await addPerson(act, { name, email, role, zone, weeks, state: 'active', passwordHash: null })
  }
  await takeOverCommits(platform, tx, workspaceId, people.kenji)
  await adoptPreset(act, '001', people.mei)
  const spaces = {} as Record<DemoSpaceName, string>
  for (const space of SPACES) {
    const members = TEAM.filter((person) => person.spaces.includes(space.name))
    const [first] = members
    spaces[space.name] = await addSpace(act, space, people[first?.key ?? 'mei'])
    for (const member of members) await addMember(act, spaces[space.name], people[member.key])
  }
  await tellBeginning(tx, { workspaceId, now }, people, spaces)
  return { people, spaces }
}

/** What the audit log would hold of a team that set itself up in this way. */
async function tellBeginning(tx: Db, of: { workspaceId: string; now: Instant }, people: Record<DemoName, string>, spaces: Record<DemoSpaceName, string>): Promise<void> {
  const tell = (actorId: string, told: Parameters<typeof tellAudit>[2]) => tellAudit(tx, { ...of, actorId, via: 'web' }, told)
  await tell(people.mei, { deed: 'workspace.set-up' })
  for (const { key, role } of TEAM.filter((person) => person.key !== 'mei')) {
    await tell(people.mei, { deed: 'invite.made', personId: people[key], facts: { role } })
    await tell(people[key], { deed: 'invite.accepted', facts: { role } })
  }
  for (const { name, visibility } of SPACES) await tell(people.mei, { deed: `space.made-${visibility}`, spaceId: spaces[name] })
}

/** What its visitor commits on this machine counts as the first reader's own, so that their wrap is prefilled from real commits, and from nobody else's. */
async function takeOverCommits(platform: Platform, tx: Db, workspaceId: string, personId: string): Promise<void> {
  const authors = await Promise.all(platform.facts().repositories.map(committerHere))
  const emails = [...new Set(authors.flatMap((author) => author ?? []))]
  await tx.updateTable('person').set({ git_emails: emails }).where('workspace_id', '=', workspaceId).where('id', '=', personId).execute()
}

/** Lets the next timer of the demo act at its own moment, in order. False when none is due. */
async function fireNext(platform: Platform, tx: Db, workspaceId: string, until: Instant): Promise<boolean> {
  const timer = await claimDueTimer(tx, until, workspaceId)
  if (timer) await fire(platform, tx, timer, timer.due_at)
  return timer !== undefined
}

type Voice = { write: Write; workspaceId: string; personId: string; now: () => Instant }

/** The contract's client without a network: the route itself, in a transaction of the story. What its people write, they write on the page. */
function inProcess(platform: Platform, routes: readonly Route[], { write, workspaceId, personId, now }: Voice): Call {
  return (operation, input) => write(async (tx) => {
    const route = routes.find((one) => one.operation === (operation as AnyOperation))
    const actor = await actorOf(tx, workspaceId, personId)
    if (!route || route.run.by !== 'person' || !actor) throw new Error(`The demo cannot call ${operation.name}.`)
    const act = makeAct(platform, { tx, actor: { ...actor, via: 'web' }, now: now() })
    const [given, answer] = [operation.input.parse(input), route.run.answer]
    return await recorded(platform, act, { operation, input: given }, { added: { link: null }, work: async () => operation.output.parse(await answer(act, given as never)) }) as never
  })
}
