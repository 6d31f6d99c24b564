import { about, doer, nameIn, speak, withWhom } from '../asks/moment-words.ts'
import type { Cast, Reader } from '../asks/moment-words.ts'
import { said } from '../words/said.ts'
import type { Said, SaidValue } from '../words/said.ts'
import type { DecisionStep } from './decision.ts'

/** One line of the history, complete without the lines around it. `hidden`: others' positions are kept from this reader. */
export const stepSentence = (step: DecisionStep, cast: Cast, reader: Reader, hidden = false): string => speak(stepWords(step, cast, reader, hidden), reader)

function stepWords({ kind, actorId, personId, text }: DecisionStep, cast: Cast, reader: Reader, hidden: boolean): Said {
  const actor = doer(actorId, cast, reader)
  const kept = hidden && actorId !== reader.id
  const colon = text.trim() === '' ? '.' : `: ${text}`
  switch (kind) {
    case 'drafted': return said`${actor} wrote a draft.`
    case 'opened': return said`${actor} opened it for positions.`
    case 'edited': return said`${actor} changed the text, and whoever had taken a position was asked again.`
    case 'took_position': return kept ? said`${actor} took a position.` : tookWords(text, actor)
    case 'lifted': return kept ? said`${actor} took a position.` : said`${actor} lifted an objection.`
    case 'roles_changed': return personId === null ? said`${actor} changed who is asked.` : about(personId, cast, reader, said`${actor} changed who is asked: you sign.`, (name) => said`${actor} changed who is asked: ${name} signs.`)
    case 'waived': return personId === reader.id ? said`${actor} went on without your input${colon}` : said`${actor} went on without the input of ${withWhom(personId, cast, reader)}${colon}`
    case 'extended': return said`Input was missing at the deadline, and there is more time, once.`
    case 'accountable_asked': return personId === reader.id ? said`Input is missing still, and you were asked to decide how to go on.` : said`Input is missing still, and ${personId === null ? said`nobody¦who` : nameIn(cast, personId)} was asked to decide how to go on.`
    case 'deadline_moved': return actorId === null ? said`The hours of somebody changed, and there is more time.` : said`${actor} gave more time.`
    case 'call_needed': return actorId === null ? said`An objection stands, and a call is needed.` : said`${actor} proposed a call on the objections.`
    case 'call_placed': return text.trim() === '' ? said`${actor} chose when the call is.` : said`${actor} chose when the call is: ${text.trim().replace(/\.$/, '')}.`
    case 'call_held': return said`${actor} wrote down what came of the call${colon}`
    case 'ready': return said`It became ready to be signed.`
    case 'no_longer_ready': return said`It was no longer ready to be signed.`
    case 'signed': return said`${actor} signed it${colon}`
    case 'withdrawn': return said`${actor} withdrew it${colon}`
    case 'resumed': return said`${actor} took it up again as a draft.`
    case 'lapsed': return said`It lapsed: nobody decided in time.`
    case 'expired': return said`It expired: nobody confirmed it in time.`
    case 'confirmed': return said`${actor} confirmed that it holds.`
    case 'superseded': return text.trim() === '' ? said`Another decision superseded it.` : said`${text} superseded it.`
    case 'deprecated': return said`${actor} said that it no longer holds${colon}`
    case 'reviewed': return said`${actor} looked at it again${colon}`
    case 'review_due': return said`It was time to look at it again${colon}`
    case 'imported': return said`${actor} imported it${colon}`
  }
}

/** @param taken the kind of the position */
function tookWords(taken: string, actor: SaidValue): Said {
  switch (taken) {
    case 'support': return said`${actor} supported it.`
    case 'no_concern': return said`${actor} had no concern.`
    case 'question': return said`${actor} asked a question.`
    case 'objection': return said`${actor} objected.`
    case 'abstain': return said`${actor} abstained.`
    default: return said`${actor} took a position.`
  }
}
