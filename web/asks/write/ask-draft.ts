import type { GivenTo } from '#contract/operation.ts'
import type { FileLink } from '#contract/threads.ts'
import type { postAsk } from '#contract/asks.ts'
import type { AgreementSettings } from '#domain/agreement/settings.ts'
import type { AskKind, AskScope } from '#domain/asks/kinds.ts'
import { chosenMoment } from '../../ui/ask/ask-words.ts'
import { t } from '../../ui/words.ts'

/** An ask that is being written. Moments are day and clock in the writer's zone, `2026-03-24T14:00`, empty where none is chosen. */
export type AskDraft = {
  spaceId: string | null
  title: string
  body: string
  files: readonly FileLink[]
  kind: AskKind
  to: string | null
  others: readonly string[]
  /** Null for the usual one. */
  urgency: string | null
  /** Null for what the agreement gives. */
  due: string | null
  needBy: string
  scope: AskScope
  criteria: string
  blockedPath: string
  urgentReason: string
  silentDefault: string
}

/** Everything that a version of a draft says, for somebody who has to choose between two. */
export const wholeText = ({ title, body, criteria, blockedPath, urgentReason, silentDefault }: AskDraft): string => [title, body, criteria, blockedPath, urgentReason, silentDefault].filter((text) => text.trim() !== '').join('\n\n')

export const NEW_ASK: AskDraft = {
  spaceId: null, title: '', body: '', files: [], kind: 'answer', to: null, others: [], urgency: null, due: null, needBy: '', scope: 'brief', criteria: '', blockedPath: '', urgentReason: '', silentDefault: '',
}

type Responses = AgreementSettings['responses']

/** Nothing was written by hand yet, so that a text from elsewhere may take the place. */
export const isBlank = ({ title, body }: Pick<AskDraft, 'title' | 'body'>): boolean => title.trim() === '' && body.trim() === ''

/** The urgency that holds: the chosen one while the agreement names it, else the first that is not urgent and ends with a working day. */
export function urgencyOf({ urgency }: Pick<AskDraft, 'urgency'>, responses: Responses): string | undefined {
  const [, ...calm] = responses
  const usual = calm.find(({ allowance }) => 'working_days' in allowance) ?? calm[0] ?? responses[0]
  return responses.find(({ name }) => name === urgency)?.name ?? usual?.name
}

/** The first response time of the agreement is the urgent one. */
export const isUrgent = (draft: Pick<AskDraft, 'urgency'>, responses: Responses): boolean => responses.length > 0 && urgencyOf(draft, responses) === responses[0]?.name

type Fields = Omit<GivenTo<typeof postAsk>, 'spaceId' | 'threadNumber' | 'title' | 'body' | 'files' | 'fromReplyId'>

/** What an ask says besides its text, as it is previewed and sent. What an urgent ask needs, or may not have, goes with urgent asks alone. */
export function fieldsOf(draft: AskDraft & { to: string }, responses: Responses, zone: string): Fields {
  const urgent = isUrgent(draft, responses)
  const urgency = urgencyOf(draft, responses)
  const silence = draft.silentDefault.trim()
  return {
    kind: draft.kind, to: draft.to, others: draft.others.filter((id) => id !== draft.to), ...(urgency !== undefined && { urgency }),
    dueAt: (draft.due === null ? undefined : chosenMoment(draft.due, zone))?.toString() ?? null, needBy: chosenMoment(draft.needBy, zone)?.toString() ?? null,
    scope: draft.scope, criteria: draft.criteria.trim(), blockedPath: draft.blockedPath.trim(), urgentReason: urgent ? draft.urgentReason.trim() : '', silentDefault: urgent || silence === '' ? null : silence,
  }
}

/** Fields of the form beside which something can be said. */
export type AskField = 'space' | 'title' | 'body' | 'to' | 'urgentReason' | 'blockedPath' | 'silentDefault' | 'dueAt'
export type Wrong = Partial<Record<AskField, string>>

/** What is missing before it can be sent, in a sentence each. @param hasPlace it stands in a thread, or its space is known */
export function missingIn(draft: AskDraft, { hasPlace, urgent }: { hasPlace: boolean, urgent: boolean }): Wrong {
  const blank = (text: string) => text.trim() === ''
  return {
    ...(!hasPlace && { space: t`Choose the space it stands in.` }), ...(blank(draft.title) && { title: t`Put what you ask into one line.` }), ...(blank(draft.body) && { body: t`Write what the reader needs to know.` }),
    ...(draft.to === null && { to: t`Choose the one person who answers.` }), ...(draft.due === '' && { dueAt: t`Choose the day and the time, or leave it to the agreement.` }),
    ...(urgent && blank(draft.urgentReason) && { urgentReason: t`Say in a sentence why it cannot wait.` }), ...(urgent && blank(draft.blockedPath) && { blockedPath: t`Name what stands still until it is answered.` }),
  }
}
/** Said only once somebody tried to send: beside an empty field nobody has come to yet it would only be noise. */
const LATE: readonly string[] = ['urgentReason', 'blockedPath']

/** What the server found wrong, by field. */
export function wrongFrom(problems: readonly { field: string, message: string }[]): Wrong {
  return Object.fromEntries(problems.filter(({ field }) => !LATE.includes(field)).map(({ field, message }) => [field, message]))
}
