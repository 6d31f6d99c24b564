import { said } from '../words/said.ts'
import type { Said } from '../words/said.ts'
import type { AskStep } from './ask.ts'
import { about, doer, nameIn, speak, whom, withWhom } from './moment-words.ts'
import type { Cast, Reader } from './moment-words.ts'

/** One line of the history, complete without the lines around it. */
export const stepSentence = (step: AskStep, cast: Cast, reader: Reader): string => speak(stepWords(step, cast, reader), reader)

function stepWords({ kind, actorId, personId, text }: AskStep, cast: Cast, reader: Reader): Said {
  const actor = doer(actorId, cast, reader)
  switch (kind) {
    case 'asked': return said`${actor} asked ${whom(personId, cast, reader)}.`
    case 'seen': return said`${actor} opened it.`
    case 'asked_back': return said`${actor} asked back, and the clock stands still: ${text}`
    case 'clarified': return said`${actor} answered the question, and the clock runs again: ${text}`
    case 'answered': return said`${actor} answered.`
    case 'declined': return personId === null ? said`${actor} declined: ${text}` : said`${actor} declined and named ${whom(personId, cast, reader)}: ${text}`
    case 'added': return said`${actor} added something.`
    case 'reassigned': return said`${actor} asked ${whom(personId, cast, reader)} instead.`
    case 'withdrawn': return said`${actor} withdrew it: ${text}`
    case 'overdue': return said`It was due, and ${withWhom(personId, cast, reader)} had not answered.`
    case 'lapsed': return said`Nobody replied in time, so silence counts: ${text}`
    case 'escalated': return personId === null ? said`It is overdue, and everybody in the space was told.` : about(personId, cast, reader, said`It is overdue, and you were told.`, (name) => said`It is overdue, and ${name} was told.`)
    case 'acknowledged': return said`${actor} confirmed that it arrived.`
    case 'replanned': return personId === reader.id ? said`Your hours changed, and there is more time.` : said`The hours of ${withWhom(personId, cast, reader)} changed, and there is more time.`
    case 'covered': return personId === reader.id ? said`You cover, with the whole time from then on.` : said`${other(personId, cast)} covers, with the whole time from then on.`
    case 'left': return personId === reader.id ? said`You cannot answer it any more.` : said`${other(personId, cast)} cannot answer it any more.`
    case 'rated': return said`${actor} said how urgent it was.`
    case 'due_changed': return said`${actor} gave more time.`
    case 'reopened': return said`${actor} reopened it: ${text}`
  }
}

const other = (id: string | null, cast: Cast) => id === null ? said`Nobody` : nameIn(cast, id)
