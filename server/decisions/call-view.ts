import type { DecisionView } from '#contract/decisions.ts'
import { proposeTimes } from '#domain/asks/call-times.ts'
import type { Cast } from '#domain/asks/moment-words.ts'
import { callMinutes } from '#domain/decisions/change-decision.ts'
import { standingObjections } from '#domain/decisions/readiness.ts'
import { focusSpansOf } from '#server/attention/public.ts'
import { calendarsOf } from '#server/people/public.ts'
import type { Known, Reading } from './head-view.ts'
import { inWords, said } from '#domain/words/said.ts'
import { wordsOf } from '#server/platform/words.ts'

/** How far ahead focus is laid out where a time is looked for. Unit: days. */
const AHEAD_DAYS = 15

/** When the call is, for every reader. */
export const viewCallPlan = ({ decision: { callPlan } }: Known): DecisionView['callPlan'] => callPlan && { startsAt: callPlan.startsAt.toString(), minutes: callPlan.minutes }

/** The call on the objections, for those who would be in it: who objects, and who is accountable. Null for others, and where none is needed. */
export async function viewCallProposal(act: Reading, { decision, row }: Known, cast: Cast): Promise<DecisionView['callProposal']> {
  if (decision.state !== 'call_needed') return null
  const objections = standingObjections(decision)
  const ids = [...new Set([...decision.roles.accountableId === null ? [] : [decision.roles.accountableId], ...objections.map(({ personId }) => personId)])]
  if (!ids.includes(act.actor.personId)) return null
  const minutes = callMinutes(decision)
  const titles = new Map(row.options.map(({ id, title }) => [id, title]))
  return {
    people: ids.map((id) => ({ id, name: cast.get(id)?.name ?? '', zone: cast.get(id)?.zone ?? 'UTC' })), minutes, slots: await slotsFor(act, ids, minutes),
    agenda: objections.map(({ personId, optionId, text }) => {
      const name = cast.get(personId)?.name ?? ''
      return optionId === null ? `${name}: ${text}` : inWords(said`${name} on “${titles.get(optionId) ?? ''}”: ${text}`, wordsOf(act))
    }),
  }
}

async function slotsFor(act: Reading, personIds: readonly string[], minutes: number) {
  const calendars = await calendarsOf(act, personIds)
  const focus = await focusSpansOf(act, calendars, { start: act.now, end: act.now.add({ hours: AHEAD_DAYS * 24 }) })
  const readers = [...calendars].map(([id, calendar]) => ({ id, calendar, focus: focus.get(id) ?? [] }))
  return proposeTimes(readers, minutes, act.now).map(({ start, end }) => ({ start: start.toString(), end: end.toString() }))
}
