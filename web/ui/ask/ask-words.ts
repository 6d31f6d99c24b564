import type { AskView } from '#contract/asks.ts'
import { silenceOf } from '#domain/asks/kinds.ts'
import type { AskKind } from '#domain/asks/kinds.ts'
import { listInWords } from '../format.ts'
import { t } from '../words.ts'

/** From here on a clock is running out. Unit: minutes. */
const RUNNING_OUT = 60
const LATE: readonly AskView['state'][] = ['overdue', 'escalated']
const SETTLED: readonly AskView['state'][] = ['answered', 'lapsed']

/** What the words of the clock say, repeated by colour. */
export function toneOf({ state, dueAt, running }: Pick<AskView, 'state' | 'dueAt' | 'running'>, now: Temporal.Instant): 'plain' | 'clock' | 'late' | 'settled' {
  if (LATE.includes(state)) return 'late'
  if (SETTLED.includes(state)) return 'settled'
  return running && dueAt !== null && now.until(Temporal.Instant.from(dueAt)).total('minutes') <= RUNNING_OUT ? 'clock' : 'plain'
}

/** What `KIND_RULES` say is wanted, after the name of whoever is asked. */
const WANTED: Readonly<Record<AskKind, string>> = {
  answer: t`to answer`, review: t`to review it`, approve: t`to approve it`, feedback: t`to give feedback; no decision is needed`, input: t`to give input`, fyi: t`to say so if there are concerns`,
}

type Who = Pick<AskView, 'askerId' | 'askerName' | 'answererId' | 'answererName' | 'firstAnswererName' | 'kind'>

/** Who wants what of whom: `Ana Duarte asks you to review it`, `You ask Mei Tanaka, covering for Ben Adler, to answer`. */
export function whoLine(ask: Who, me: string): string {
  const asks = ask.askerId === me ? t`You ask` : t`${ask.askerName} asks`
  const cover = ask.firstAnswererName === null ? '' : t`, in place of ${ask.firstAnswererName},`
  return `${asks} ${ask.answererId === me ? t`you¦are asked` : ask.answererName}${cover} ${WANTED[ask.kind]}`
}

type Facts = Pick<AskView, 'criteria' | 'blockedPath' | 'urgentReason' | 'scope' | 'silentDefault' | 'kind' | 'others'>

/** What the ask says beyond its question, in the order a reader needs it. What was left empty is left out. */
export function factsOf(ask: Facts): { name: string, text: string }[] {
  const silence = silenceOf(ask)
  return [
    { name: t`Urgent because`, text: ask.urgentReason }, { name: t`Blocked until then`, text: ask.blockedPath }, { name: t`Judged by`, text: ask.criteria },
    { name: t`How closely`, text: ask.scope === 'detailed' ? t`In detail.` : '' }, { name: t`Silence means`, text: silence ?? '' },
    { name: t`May add`, text: listInWords(ask.others.map(({ name }) => name)) },
  ].filter(({ text }) => text !== '')
}

/** The instant of a day and clock that somebody chose in their own zone: `2026-03-24T14:00`; undefined while it is not one. */
export function chosenMoment(local: string, zone: string): Temporal.Instant | undefined {
  try {
    return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant()
  } catch {
    return undefined
  }
}

/** A moment as `<input type="datetime-local">` wants it, in somebody's zone: `2026-03-24T14:00`. */
export const localMoment = (at: Temporal.Instant, zone: string): string => at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
