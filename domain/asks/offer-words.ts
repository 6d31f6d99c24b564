import { minutesIn } from '../time/spans.ts'
import { durationWords } from '../time/time-words.ts'
import type { Span } from '../time/types.ts'
import { said } from '../words/said.ts'
import type { Said } from '../words/said.ts'
import type { Lateness, LatenessOffer } from './lateness.ts'
import { about, inList, momentWords, nameIn, speak, whom, zoneIn } from './moment-words.ts'
import type { Cast, Viewer } from './moment-words.ts'
import type { AskPlan } from './plan-ask.ts'
import type { CallOffer } from './rounds.ts'

/** @example 'Mei reads this 3 h after you need it.', 'It is due 1 h 30 min after you need it.' */
export function latenessSentence({ why, needBy, lateMinutes }: Lateness, plan: AskPlan, cast: Cast, viewer: Viewer): string {
  if (why === 'due') return speak(said`It is due ${durationWords(Math.ceil(lateMinutes))} after you need it.`, viewer)
  const late = durationWords(Math.ceil(minutesIn({ start: needBy, end: plan.readsAt })))
  return speak(about(plan.answererId, cast, viewer, said`You read this ${late} after you need it.`, (name) => said`${name} reads this ${late} after you need it.`), viewer)
}

/** @example 'Ask Ben: due 17:00.', 'Make it urgent: due 10:30. It then needs a reason.' */
export function latenessOfferSentence({ kind, plan }: LatenessOffer, cast: Cast, viewer: Viewer): string {
  const id = plan.takeover?.coverId ?? plan.answererId
  const due = momentWords(plan.dueAt, zoneIn(cast, id), viewer)
  switch (kind) {
    case 'cover': return speak(said`Ask ${whom(id, cast, viewer)}, who covers for them: due ${due}.`, viewer)
    case 'person': return speak(said`Ask ${whom(id, cast, viewer)}: due ${due}.`, viewer)
    case 'urgent': return speak(said`Make it urgent: due ${due}. It then needs a reason.`, viewer)
  }
}

/** Why a call is offered, whom it concerns, and the other way. */
export function callOfferSentence({ why, count, limit, peopleIds, agenda, options }: CallOffer, cast: Cast, viewer: Viewer): string {
  const names = inList(peopleIds.filter((id) => id !== viewer.id).map((id) => nameIn(cast, id)), viewer)
  const who = peopleIds.includes(viewer.id) ? said`You and ${names}` : names
  const points = agenda.length === 1 ? said`1 open point` : said`${agenda.length} open points`
  return speak(said`${reason(why, count, limit)} ${who} could settle ${points} in a call of ${options[0].minutes} minutes, or in a written decision.`, viewer)
}

function reason(why: CallOffer['why'], count: number, limit: number): Said {
  switch (why) {
    case 'rounds': return said`This question went back and forth ${count} times; the agreement says ${limit}.`
    case 'messages': return said`This thread has ${count} messages and open points; the agreement says ${limit}.`
    case 'days': return said`This question went back and forth, and is open for ${count} days; the agreement says ${limit}.`
  }
}

/** A slot on somebody's clock, with the viewer's beside it. @example 'Thursday 15:00 Berlin (14:00 yours), 15 min' */
export function slotWords(slot: Span, zone: string, viewer: Viewer): string {
  const minutes = Math.round(minutesIn(slot))
  return `${momentWords(slot.start, zone, viewer)}, ${durationWords(minutes)}`
}
