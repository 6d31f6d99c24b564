import { object, subject, verb } from '../asks/moment-words.ts'
import type { Cast, Viewer } from '../asks/moment-words.ts'
import type { DecisionStep } from './decision.ts'

const TAKEN: Readonly<Record<string, string>> = {
  support: 'supported it', no_concern: 'had no concern', question: 'asked a question', objection: 'objected', abstain: 'abstained',
}

/** One line of the history, complete without the lines around it. `hidden`: others' positions are kept from this reader. */
export function stepSentence({ kind, actorId, personId, text }: DecisionStep, cast: Cast, viewer: Pick<Viewer, 'id'>, hidden = false): string {
  const actor = actorId === null ? 'Longhand' : subject(actorId, cast, viewer)
  const whom = personId === null ? 'nobody' : object(personId, cast, viewer)
  const colon = text.trim() === '' ? '.' : `: ${text}`
  switch (kind) {
    case 'drafted': return `${actor} wrote a draft.`
    case 'opened': return `${actor} opened it for positions.`
    case 'edited': return `${actor} changed the text, and whoever had taken a position was asked again.`
    case 'took_position': return hidden && actorId !== viewer.id ? `${actor} took a position.` : `${actor} ${TAKEN[text] ?? 'took a position'}.`
    case 'lifted': return hidden && actorId !== viewer.id ? `${actor} took a position.` : `${actor} lifted an objection.`
    case 'roles_changed': return personId === null ? `${actor} changed who is asked.` : `${actor} changed who is asked: ${whom} ${verb(personId, viewer, 'sign')}.`
    case 'waived': return `${actor} went on without the input of ${whom}${colon}`
    case 'extended': return 'Input was missing at the deadline, and there is more time, once.'
    case 'accountable_asked': return `Input is missing still, and ${whom} ${personId === null ? 'was' : verb(personId, viewer, 'were', 'was')} asked to decide how to go on.`
    case 'deadline_moved': return actorId === null ? 'The hours of somebody changed, and there is more time.' : `${actor} gave more time.`
    case 'call_needed': return actorId === null ? 'An objection stands, and a call is needed.' : `${actor} proposed a call on the objections.`
    case 'call_placed': return text.trim() === '' ? `${actor} chose when the call is.` : `${actor} chose when the call is: ${text.trim().replace(/\.$/, '')}.`
    case 'call_held': return `${actor} wrote down what came of the call${colon}`
    case 'ready': return 'It became ready to be signed.'
    case 'no_longer_ready': return 'It was no longer ready to be signed.'
    case 'signed': return `${actor} signed it${colon}`
    case 'withdrawn': return `${actor} withdrew it${colon}`
    case 'resumed': return `${actor} took it up again as a draft.`
    case 'lapsed': return 'It lapsed: nobody decided in time.'
    case 'expired': return 'It expired: nobody confirmed it in time.'
    case 'confirmed': return `${actor} confirmed that it holds.`
    case 'superseded': return text.trim() === '' ? 'Another decision superseded it.' : `${text} superseded it.`
    case 'deprecated': return `${actor} said that it no longer holds${colon}`
    case 'reviewed': return `${actor} looked at it again${colon}`
    case 'review_due': return `It was time to look at it again${colon}`
    case 'imported': return `${actor} imported it${colon}`
  }
}
