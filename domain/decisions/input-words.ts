import { about, clockThere, inList, momentWords, speak, zoneIn } from '../asks/moment-words.ts'
import type { Cast, Viewer } from '../asks/moment-words.ts'
import { spelt } from '../brief/count-words.ts'
import type { Instant } from '../time/types.ts'
import { ENGLISH, amount, inWords, said } from '../words/said.ts'
import type { Said, SaidValue, Words } from '../words/said.ts'
import type { Decision } from './decision.ts'
import { inputIds, readinessOf } from './readiness.ts'
import { readyState } from './words.ts'
import type { Told } from './words.ts'

/** What still stands between it and a signature, or why it is ready. Empty where neither: drafts and what is settled. */
export function readySentence(told: Told, cast: Cast, viewer: Viewer): string {
  const { decision, hidden } = told
  if (decision.state === 'ready') return speak(readyState(told, cast, viewer), viewer)
  if (decision.state !== 'open' && decision.state !== 'call_needed') return ''
  const rest = hidden ? said`What others say is shown once you have taken a position.` : silenceSentence(decision, viewer)
  return [missingInput(told, cast, viewer), rest].filter((part) => part !== '').map((part) => speak(part, viewer)).join(' ')
}

function missingInput({ decision, hidden }: Told, cast: Cast, viewer: Viewer): SaidValue {
  const { missingIds, objections, questions } = readinessOf(decision)
  const asked = questions.filter(({ personId }) => inputIds(decision).includes(personId))
  const asking = new Set(hidden ? [] : asked.map(({ personId }) => personId))
  const silent = missingIds.filter((id) => !asking.has(id))
  const parts: SaidValue[] = [
    ...silent.length === 0 ? [] : [inputWords([...new Set(silent)], cast, viewer)],
    ...hidden || objections.length === 0 ? [] : [objectionWords(objections, cast, viewer)],
    ...hidden || asked.length === 0 ? [] : [questionWords(asked, cast, viewer)],
  ]
  if (parts.length === 0) return ''
  const [first = '', second = ''] = parts
  return said`Before it can be signed: ${parts.length === 2 && silent.length > 1 ? said`${first}, and ${second}` : inList(parts, viewer)}.`
}

/** Whose input it is, the reader’s first: 'your input and Mei’s'. */
function inputWords(ids: readonly string[], cast: Cast, viewer: Viewer): Said {
  const others = ids.filter((id) => id !== viewer.id)
  const names = inList(others.map((id) => cast.get(id)?.name ?? said`somebody who left`), viewer)
  if (others.length === ids.length) return said`the input of ${names}`
  if (others.length === 0) return said`your input`
  return others.length === 1 && cast.has(others[0] ?? '') ? said`your input and ${names}’s` : said`your input and that of ${names}`
}

type One = { readonly personId: string }

const objectionWords = (all: readonly One[], cast: Cast, viewer: Viewer): SaidValue => all.length > 1 ? spelt(amount(all.length, 'objection'), viewer.words ?? ENGLISH)
  : about(all[0]?.personId ?? '', cast, viewer, said`your objection`, (name) => said`${name}’s objection`)

const questionWords = (all: readonly One[], cast: Cast, viewer: Viewer): SaidValue => all.length > 1 ? spelt(amount(all.length, 'question'), viewer.words ?? ENGLISH)
  : about(all[0]?.personId ?? '', cast, viewer, said`your question`, (name) => said`${name}’s question`)

function silenceSentence(decision: Decision, viewer: Viewer): SaidValue {
  if (decision.state !== 'open' || decision.deadline === null || decision.phase === 'asked') return ''
  const { missingIds, objections, questions } = readinessOf(decision)
  if (missingIds.length === 0 || objections.length > 0 || questions.length > 0) return ''
  return decision.door === 'one_way' ? said`It is hard to undo, so silence closes nothing.` : said`Whoever has opened it and says nothing by ${momentWords(decision.deadline, viewer.zone, viewer)} agrees.`
}

/** Why somebody's input is missing. `spokeBefore`: they took a position on an older text. */
export const missingSentence = (facts: { opened: boolean; asked: boolean; spokeBefore: boolean }, words: Words = ENGLISH): string => inWords(missingWords(facts), words)

function missingWords({ opened, asked, spokeBefore }: { opened: boolean; asked: boolean; spokeBefore: boolean }): Said {
  if (asked) return said`Asked a question, which is open.`
  if (spokeBefore) return opened ? said`Has opened the new text, and not said yet whether the position holds.` : said`Took a position on an earlier text, and has not opened this one.`
  return opened ? said`Has opened it, and taken no position yet.` : said`Has not opened it yet.`
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

/**
 * When it is due, on the clock of who sets that and on the reader's.
 * @param setById null where the deadline was chosen; `awayUntil`: the end of that person's absence, where they are away now
 * @example 'Thursday 17:00 Manila (10:00 yours); set by Mei, who is back on Wednesday.'
 */
export function deadlineSentence(deadline: Instant, { setById, awayUntil, phase }: { setById: string | null; awayUntil: Instant | null; phase: Decision['phase'] }, cast: Cast, viewer: Viewer): string {
  const chosen = setById === null || phase !== 'first'
  const zone = chosen ? viewer.zone : zoneIn(cast, setById)
  const moment = capital(momentWords(deadline, zone, viewer))
  if (phase === 'asked') return speak(said`${moment}; by then the accountable decides how it goes on.`, viewer)
  if (phase === 'extended') return speak(said`${moment}; extended once, for the input that is missing.`, viewer)
  if (setById === null) return speak(said`${moment}; chosen, and later than anybody named needs.`, viewer)
  if (awayUntil === null) return speak(about(setById, cast, viewer, said`${moment}; your hours set it.`, (name) => said`${moment}; set by ${name}.`), viewer)
  const day = clockThere(awayUntil, zone, viewer.now, viewer.words).replace(/ \d\d:\d\d$/, '')
  return speak(about(setById, cast, viewer, said`${moment}; your hours set it, and you are back on ${day}.`, (name) => said`${moment}; set by ${name}, who is back on ${day}.`), viewer)
}

/** How long one reader has. @example 'Mei has until Thursday 17:00 Manila (10:00 yours).' */
export function readerSentence(personId: string, endsAt: Instant | null, cast: Cast, viewer: Viewer): string {
  if (endsAt === null) {
    return speak(about(personId, cast, viewer, said`You do not work that much within a year, and are not waited for.`, (name) => said`${name} does not work that much within a year, and is not waited for.`), viewer)
  }
  const until = momentWords(endsAt, zoneIn(cast, personId), viewer)
  return speak(about(personId, cast, viewer, said`You have until ${until}.`, (name) => said`${name} has until ${until}.`), viewer)
}
