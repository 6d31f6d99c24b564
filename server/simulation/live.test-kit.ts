import { diceFrom } from '#domain/time/dice.test-kit.ts'
import type { Dice } from '#domain/time/dice.test-kit.ts'
import { setUpWorkspace } from '#contract/account.ts'
import { readAgreement } from '#contract/agreement.ts'
import type { Role } from '#domain/policy.ts'
import { SCOPES } from '#contract/scopes.ts'
import { addPerson } from '#server/people/public.ts'
import { makeAct, systemActor } from '#server/platform/act.ts'
import type { Act } from '#server/platform/act.ts'
import { freshToken } from '#server/platform/auth/tokens.ts'
import { addMember, addSpace } from '#server/spaces/public.ts'
import { checkAtTheEnd, checkOnTheWay, hashOf, rowsOf } from './checks.test-kit.ts'
import { closeWith, decide } from './decide.test-kit.ts'
import { focusBlocks, focusNow, goAway, howToBeTold, moveHouse, weekOf, whoIsWho } from './deeds-people.test-kit.ts'
import { clearInbox, look, nonsense } from './deeds-reading.test-kit.ts'
import { ask, moveAsk, openThread, reply, tidy } from './deeds-talk.test-kit.ts'
import { bringIn, file, handOn, page, run, saveByTwo, wrap } from './deeds-work.test-kit.ts'
import { faultsOf, goWrong, mend } from './faults.test-kit.ts'
import type { Fault } from './faults.test-kit.ts'
import type { Life, Room } from './life.test-kit.ts'
import { BEGINNINGS, PLACES } from './people.test-kit.ts'
import type { Human } from './people.test-kit.ts'
import { openStage } from './stage.test-kit.ts'
import type { Stage } from './stage.test-kit.ts'

/** What people do, the often the more often. */
const DEEDS: readonly (readonly [number, (life: Life) => Promise<void>])[] = [
  [6, openThread], [14, reply], [8, ask], [12, moveAsk], [3, tidy], [4, wrap], [6, handOn], [3, page], [6, saveByTwo], [4, run], [2, file], [1, bringIn], [3, decide], [8, closeWith],
  [4, focusBlocks], [4, focusNow], [3, goAway], [1, moveHouse], [2, howToBeTold], [3, whoIsWho], [10, look], [4, clearInbox], [1, nonsense],
]
const WEIGHTS = DEEDS.reduce((sum, [weight]) => sum + weight, 0)
/** How often something is done in a day of all of them, on average. */
const DEEDS_A_DAY = 8
/** One step in so many goes wrong, in lives that have faults. */
const WRONG_ONE_IN = 12
const DRAIN_MINUTES = 10
/** Backed off mails and timers get this long to come to their end, before the ten minutes are counted. */
const CALM_HOURS = 24
const NAMES = ['Ana Aalto', 'Ben Baker', 'Chi Chen', 'Dora Dlamini', 'Eli Evans']

export type Lived = { seed: number; days: number; hash: string; rows: string[]; faults: string[]; told: string[]; had: Fault[]; deeds: number; texts: number }

/** Lives a life from its seed on a fresh database, and says what did not hold. The same seed is the same life, also upside down: see `UpsideDown`. */
export async function live(url: string, seed: number, days: number, { upsideDown = false } = {}): Promise<Lived> {
  const dice = diceFrom(seed)
  const stage = await openStage(url, { seed, begins: dice.pick(BEGINNINGS), upsideDown })
  try {
    const life = await begin(stage, seed, dice)
    const had = faultsOf(life)
    const deeds = await goOn(life, had, days)
    mend(life)
    await stage.settle()
    await stage.advanceTo(stage.now().add({ hours: CALM_HOURS }))
    await stage.advanceTo(stage.now().add({ minutes: DRAIN_MINUTES }))
    await checkAtTheEnd(life, url)
    const rows = await rowsOf(life)
    return { seed, days, hash: hashOf(life.told, rows), rows, faults: life.faults, told: life.told, had, deeds, texts: life.acknowledged.length }
  } finally {
    await stage.stop()
  }
}

async function goOn(life: Life, had: readonly Fault[], days: number): Promise<number> {
  const { dice, stage } = life
  const looked = { batches: new Set<string>(), mails: 0 }
  const end = stage.now().add({ hours: 24 * days })
  let deeds = 0
  while (Temporal.Instant.compare(stage.now(), end) < 0) {
    await stage.advanceTo(stage.now().add({ minutes: 1 + dice.upTo(2 * 24 * 60 / DEEDS_A_DAY) }))
    await checkOnTheWay(life, looked)
    if (had.length > 0 && dice.one(WRONG_ONE_IN)) { await goWrong(life, dice.pick(had)); await checkOnTheWay(life, looked) }
    await anyDeed(dice)(life)
    deeds += 1
    await stage.settle()
    await checkOnTheWay(life, looked)
  }
  return deeds
}

function anyDeed(dice: Dice): (life: Life) => Promise<void> {
  let left = dice.upTo(WEIGHTS)
  for (const [weight, deed] of DEEDS) { left -= weight; if (left < 0) return deed }
  return reply
}

/** Six people of several zones, a room for all of them, one for three, and a private one whose words nobody else may read. */
async function begin(stage: Stage, seed: number, dice: Dice): Promise<Life> {
  const first = dice.pick(PLACES)
  const preset = dice.pick(['001', '002'] as const)
  const { me } = await stage.as('')(setUpWorkspace, { workspace: 'Acme', name: 'Olga Owner', email: 'olga@example.com', password: 'a long password', zone: first.zone, weeks: [weekOf(first)], preset })
  const workspaceId = me.workspace.id
  const asSystem = <T>(work: (act: Act) => Promise<T>) => stage.app.platform.db.transaction().execute((tx) => work(makeAct(stage.app.platform, { tx, now: stage.now(), actor: systemActor(workspaceId) })))
  const sessionFor = (id: string) => sessionToken(stage, workspaceId, id)
  const human = async (id: string, name: string, { zone, start, end }: typeof first, role: Role): Promise<Human> => ({ id, name, zone, week: weekOf({ start, end }), role, call: stage.as(await sessionFor(id)), away: [], focus: [], active: true })
  const people = [await human(me.person.id, 'Olga Owner', first, 'owner')]
  const team: Room = { id: me.spaces[0]?.id ?? '', name: 'the first space', members: new Set([me.person.id]), canary: null }
  for (const name of NAMES) {
    const place = dice.pick(PLACES)
    const id = await asSystem(async (act) => {
      const made = await addPerson(act, { name, email: `${name.split(' ')[0]?.toLowerCase()}@example.com`, role: 'member', zone: place.zone, weeks: [weekOf(place)], state: 'active', passwordHash: null })
      await addMember(act, team.id, made)
      return made
    })
    team.members.add(id)
    people.push(await human(id, name, place, 'member'))
  }
  const room = async (name: string, visibility: 'open' | 'private', members: readonly Human[], canary: string | null): Promise<Room> => {
    const [one, ...others] = members
    const id = await asSystem(async (act) => {
      const made = await addSpace(act, { name, purpose: '', visibility, noise: 'work' }, one?.id ?? '')
      for (const { id: other } of others) await addMember(act, made, other)
      return made
    })
    return { id, name, members: new Set(members.map((member) => member.id)), canary }
  }
  const rooms = [team, await room('Few', 'open', people.slice(0, 3), null), await room('Quiet', 'private', people.slice(2, 5), `quetzal${seed}`)]
  const { settings } = await people[0]?.call(readAgreement, {}) ?? { settings: undefined }
  return {
    seed, dice, stage, workspaceId, people, rooms, acknowledged: [], deletedAt: new Map(), threads: [], asks: [], pages: [], decisions: [], batons: [], runs: [], files: [], told: [], faults: [], words: 0, sessionFor,
    responses: new Map(settings?.responses.map(({ name, allowance }) => [name, allowance])), urgent: settings?.responses[0]?.name ?? '', stopsInFocus: settings?.asks.clock_stops_in_focus ?? true,
  }
}

async function sessionToken({ app, now }: Stage, workspaceId: string, personId: string): Promise<string> {
  const { token, hash } = freshToken('session', workspaceId)
  const at = now()
  await app.platform.db.insertInto('credential').values({
    workspace_id: workspaceId, id: crypto.randomUUID(), person_id: personId, kind: 'session', secret_hash: hash, scopes: [...SCOPES], label: 'simulation',
    created_by: null, created_at: at, expires_at: null, last_used_at: at, used_at: null, revoked_at: null,
  }).execute()
  return token
}
