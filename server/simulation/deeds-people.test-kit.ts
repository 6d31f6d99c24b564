import * as attention from '#contract/attention.ts'
import { changeRole, deactivateMember, reactivateMember } from '#contract/members.ts'
import * as people from '#contract/people.ts'
import { addSpaceMember, removeSpaceMember } from '#contract/spaces.ts'
import type { Interval, Weekday } from '#domain/time/types.ts'
import { say, somebody } from './life.test-kit.ts'
import type { Life } from './life.test-kit.ts'
import { PLACES } from './people.test-kit.ts'
import type { Human } from './people.test-kit.ts'

const WORKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5]
export const weekOf = ({ start, end }: { start: string; end: string }): Interval[] => WORKDAYS.map((day) => ({ day, start, end }))

export async function focusBlocks(life: Life): Promise<void> {
  const { dice, stage } = life
  const human = somebody(life)
  const block = human.focus.find(({ kind }) => kind === 'recurring')
  if (block && dice.one(2)) {
    if (await say(life, human, attention.removeFocus, { id: block.id })) human.focus = human.focus.filter((one) => one !== block)
    return
  }
  const hour = 7 + dice.upTo(9)
  const [start, end] = [`${String(hour).padStart(2, '0')}:00`, `${String(hour + 2 + dice.upTo(3)).padStart(2, '0')}:30`]
  const days = WORKDAYS.filter(() => !dice.one(3))
  const from = stage.now().toZonedDateTimeISO(human.zone).toPlainDate().toString()
  const made = days.length > 0 && await say(life, human, attention.addFocus, { days: [...days], start, end, what: 'Quiet work' })
  if (made) human.focus.push({ id: made.id, kind: 'recurring', days: made.days, start, end, from })
}

export async function focusNow(life: Life): Promise<void> {
  const { dice, stage } = life
  const human = somebody(life)
  const now = stage.now()
  const running = human.focus.find((block) => block.kind === 'once' && Temporal.Instant.compare(block.end, now) > 0)
  if (running) {
    if (await say(life, human, attention.endFocus, { gotDone: 'Some.' })) await readFocusAgain(life, human)
    return
  }
  const minutes = 30 * (1 + dice.upTo(8))
  if (await say(life, human, attention.startFocus, { minutes, what: 'Now' })) await readFocusAgain(life, human)
}

/** Starting and ending by hand may shorten what repeats today: what holds from here on is what their own page says. */
async function readFocusAgain(life: Life, human: Human): Promise<void> {
  const running = await say(life, human, attention.readFocus, {})
  human.focus = human.focus.filter(({ kind }) => kind === 'recurring')
  if (running?.now) human.focus.push({ id: running.now.id, kind: 'once', start: Temporal.Instant.from(running.now.startedAt), end: Temporal.Instant.from(running.now.endsAt) })
}

export async function goAway(life: Life): Promise<void> {
  const { dice, stage } = life
  const human = somebody(life)
  const [away] = human.away
  if (away && dice.one(2)) {
    if (await say(life, human, people.cancelAbsence, { id: away.id })) human.away = human.away.filter((one) => one !== away)
    return
  }
  const start = stage.now().add({ hours: dice.upTo(60) })
  const end = start.add({ hours: 5 + dice.upTo(70) })
  const cover = dice.pick(life.people.filter((one) => one !== human && one.active))
  const made = await say(life, human, people.addAbsence, { id: human.id, start: start.toString(), end: end.toString(), coverId: dice.one(2) ? cover.id : null })
  if (made) human.away.push({ id: made.id, start, end })
}

export async function moveHouse(life: Life): Promise<void> {
  const human = somebody(life)
  const place = life.dice.pick(PLACES)
  const week = weekOf(place)
  if (!await say(life, human, people.setHours, { id: human.id, zone: place.zone, weeks: [week] })) return
  human.zone = place.zone
  human.week = week
}

export async function howToBeTold(life: Life): Promise<void> {
  const { dice } = life
  const windows = (['shift-start', 'midday', 'focus-end', 'before-wrap'] as const).filter(() => dice.one(2))
  await say(life, somebody(life), attention.saveAttention, { windows, digest: dice.pick(['daily', 'weekly', 'off'] as const), digestAt: dice.pick([null, '10:00', '02:30']), channels: { mail: dice.pick(['all', 'obligations', 'urgent', 'off'] as const), push: 'off' } })
}

/** Somebody leaves the private room or comes into it; loses or gets a role; is let go and comes back. */
export async function whoIsWho(life: Life): Promise<void> {
  const { dice } = life
  const owner = life.people.find((human) => human.role === 'owner' && human.active)
  const human = dice.pick(life.people.filter((one) => one !== owner))
  const room = life.rooms.find(({ canary }) => canary !== null)
  const inside = room && life.people.find((one) => one !== human && one.active && room.members.has(one.id))
  if (!owner || !room) return
  await dice.pick<() => Promise<void>>([
    async () => {
      const leaves = room.members.has(human.id)
      if (inside && await say(life, inside, leaves ? removeSpaceMember : addSpaceMember, { id: room.id, personId: human.id })) { if (leaves) room.members.delete(human.id); else room.members.add(human.id) }
    },
    async () => {
      const role = dice.pick(['admin', 'member'] as const)
      if (await say(life, owner, changeRole, { id: human.id, role })) human.role = role
    },
    async () => {
      if (!await say(life, owner, human.active ? deactivateMember : reactivateMember, { id: human.id })) return
      human.active = !human.active
      if (human.active) human.call = life.stage.as(await life.sessionFor(human.id))
    },
  ])()
}
