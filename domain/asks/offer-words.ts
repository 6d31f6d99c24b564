import { minutesIn } from '../time/spans.ts'
import { durationWords } from '../time/time-words.ts'
import type { Span } from '../time/types.ts'
import type { Lateness, LatenessOffer } from './lateness.ts'
import { inList, momentWords, nameIn, object, subject, verb, zoneIn } from './moment-words.ts'
import type { Cast, Viewer } from './moment-words.ts'
import type { AskPlan } from './plan-ask.ts'
import type { CallOffer } from './rounds.ts'

/** @example 'Mei reads this 3 h after you need it.', 'It is due 1 h 30 min after you need it.' */
export function latenessSentence({ why, needBy, lateMinutes }: Lateness, plan: AskPlan, cast: Cast, viewer: Viewer): string {
  if (why === 'due') return `It is due ${durationWords(Math.ceil(lateMinutes))} after you need it.`
  const minutes = minutesIn({ start: needBy, end: plan.readsAt })
  return `${subject(plan.answererId, cast, viewer)} ${verb(plan.answererId, viewer, 'read')} this ${durationWords(Math.ceil(minutes))} after you need it.`
}

/** @example 'Ask Ben: due 17:00.', 'Make it urgent: due 10:30. It then needs a reason.' */
export function latenessOfferSentence({ kind, plan }: LatenessOffer, cast: Cast, viewer: Viewer): string {
  const id = plan.takeover?.coverId ?? plan.answererId
  const due = `due ${momentWords(plan.dueAt, zoneIn(cast, id), viewer)}`
  switch (kind) {
    case 'cover': return `Ask ${object(id, cast, viewer)}, who covers for them: ${due}.`
    case 'person': return `Ask ${object(id, cast, viewer)}: ${due}.`
    case 'urgent': return `Make it urgent: ${due}. It then needs a reason.`
  }
}

/** Why a call is offered, whom it concerns, and the other way. */
export function callOfferSentence({ why, count, limit, peopleIds, agenda, options }: CallOffer, cast: Cast, viewer: Viewer): string {
  const names = inList(peopleIds.filter((id) => id !== viewer.id).map((id) => nameIn(cast, id)))
  const who = peopleIds.includes(viewer.id) ? `You and ${names}` : names
  const points = agenda.length === 1 ? '1 open point' : `${agenda.length} open points`
  return `${reason(why, count, limit)} ${who} could settle ${points} in a call of ${options[0].minutes} minutes, or in a written decision.`
}

function reason(why: CallOffer['why'], count: number, limit: number): string {
  switch (why) {
    case 'rounds': return `This question went back and forth ${count} times; the agreement says ${limit}.`
    case 'messages': return `This thread has ${count} messages and open points; the agreement says ${limit}.`
    case 'days': return `This question went back and forth, and is open for ${count} days; the agreement says ${limit}.`
  }
}

/** A slot on somebody's clock, with the viewer's beside it. @example 'Thursday 15:00 Berlin (14:00 yours), 15 min' */
export function slotWords(slot: Span, zone: string, viewer: Viewer): string {
  const minutes = Math.round(minutesIn(slot))
  return `${momentWords(slot.start, zone, viewer)}, ${durationWords(minutes)}`
}
