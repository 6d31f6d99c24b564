import type { mentionCost } from '#contract/threads.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { mentionCost as costOf, mentionCostWords, parseMentions, peopleCalled } from '#domain/asks/mentions.ts'
import type { Callable, Mention, Reach } from '#domain/asks/mentions.ts'
import type { Called } from '#domain/threads/readers.ts'
import { unknownCalls } from '#domain/threads/unknown-calls.ts'
import { calendarsOf, holdersByRole, teamRoles, visiblePeople } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { membersOf, spaceFor, whoSees } from '#server/spaces/public.ts'
import type { Space } from '#server/spaces/public.ts'
import { wordsOf } from '#server/platform/words.ts'

type Writer = Pick<Act, 'tx' | 'actor' | 'now'>
type Place = Pick<Space, 'id' | 'visibility' | 'archived_at'>
type Reading = { mentions: Mention[]; reach: Reach; callable: Callable }

/** Whether a text may call anybody at all; most do not, and cost nothing. */
const MAY_CALL = /@[\p{L}\p{N}]/u
const NOBODY: Called = { named: [], everybody: [] }

async function read(act: Writer, place: Place, text: string): Promise<Reading> {
  const [people, allRoles, holders] = await Promise.all([visiblePeople(act), teamRoles(act), holdersByRole(act)])
  const callable = { people, roles: allRoles.filter((role) => role.archived_at === null) }
  const mentions = parseMentions(text, callable)
  const all = mentions.some(({ kind }) => kind === 'here' || kind === 'space')
  const memberIds = all ? await membersOf(act, place.id) : []
  const calendars = mentions.some(({ kind }) => kind === 'here') ? await calendarsOf(act, memberIds) : new Map()
  return { mentions, callable, reach: { memberIds, holdersOf: holders, calendars } }
}

const byName = ({ kind }: Mention): boolean => kind === 'person' || kind === 'role'

/** Whom a text calls of those who may see the place it stands in; never its author. */
export async function calledIn(act: Writer, place: Place, text: string): Promise<Called> {
  if (!MAY_CALL.test(text)) return NOBODY
  const { mentions, reach } = await read(act, place, text)
  const idsOf = (some: readonly Mention[]) => peopleCalled(some, act.actor.personId, reach, act.now)
  const everybody = idsOf(mentions.filter((mention) => !byName(mention)))
  return { named: await whoSees(act, place, idsOf(mentions.filter(byName))), everybody }
}

/** What the mentions of a text would cost if it were sent now. */
export async function viewCost(act: Writer, { spaceId, text }: InputOf<typeof mentionCost>): Promise<OutputOf<typeof mentionCost>> {
  const space = await spaceFor(act, spaceId, 'space.see')
  const { mentions, reach, callable } = await read(act, space, text)
  const idsOf = (some: readonly Mention[]) => peopleCalled(some, act.actor.personId, reach, act.now)
  const visible = new Set(callable.people.map(({ id }) => id))
  const called = (await whoSees(act, space, idsOf(mentions))).filter((id) => visible.has(id))
  const cost = costOf([...await calendarsOf(act, called)].map(([, calendar]) => calendar), act.now)
  const seen = new Set(called)
  return {
    people: cost.people, offWork: cost.offWork, asleep: cost.asleep, sentence: mentionCostWords(cost, wordsOf(act)),
    mentions: [
      ...mentions.flatMap((mention) => mention.kind === 'entry' ? [] : [{
        written: text.slice(mention.start, mention.end), kind: mention.kind, personIds: idsOf([mention]).filter((id) => seen.has(id)),
      }]),
      ...unknownCalls(text, mentions).map((written) => ({ written, kind: 'unknown' as const, personIds: [] })),
    ],
  }
}
