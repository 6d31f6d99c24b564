import type { createDecision, DecisionView, editDecision } from '#contract/decisions.ts'
import type { GivenTo } from '#contract/operation.ts'
import { contentProblems, EMPTY_CONTENT } from '#domain/decisions/content.ts'
import { WINDOW_DAYS } from '#domain/decisions/window.ts'
import { chosenMoment, localMoment } from '../../ui/ask/ask-words.ts'
import { numbersIn } from '../numbers.ts'
import type { Content, Option } from '../words.ts'
import type { Roles } from './RoleFields.tsx'
import { inTheirWords, t } from '../../ui/words.ts'

/** A decision that is being written. Moments are day and clock in the writer's zone; lists are as typed, one on each line. */
export type DecisionDraft = {
  /** The version of the decision that it began from; null for a new one. */
  base: number | null
  spaceId: string | null
  content: Content
  roles: Roles
  door: DecisionView['door']
  windowDays: number
  /** Null where the window sets it. */
  deadline: string | null
  hiddenUntilMine: boolean
  reviewOn: string
  triggers: string
  tags: string
  supersedes: string
  /** The whole agreement as it would be; null where it is none of its business. */
  agreementText: string | null
}

const NOBODY: Roles = { accountableId: null, responsibleIds: [], consultedIds: [], informedIds: [] }

/** The next short id that nothing in the content has: `option-3`, `point-7`. */
export function nextId(kind: 'option' | 'point', { options }: Pick<Content, 'options'>): string {
  const taken = options.flatMap(({ id, tradeOffs }) => [id, ...tradeOffs.map((one) => one.id)]).flatMap((id) => Number(/^(?:option|point)-(\d+)$/.exec(id)?.[1] ?? Number.NaN)).filter((count) => !Number.isNaN(count))
  return `${kind}-${Math.max(0, ...taken) + 1}`
}

const newOption = (content: Pick<Content, 'options'>): Option => ({ id: nextId('option', content), title: '', body: '', tradeOffs: [] })

export const withOption = (content: Content): Content => ({ ...content, options: [...content.options, newOption(content)] })

/** The content with places for two options at least, since one is no choice. */
const withTwoOptions = (content: Content): Content => (content.options.length >= 2 ? content : withTwoOptions(withOption(content)))

/** Without an option; what was recommended is not any more where it was that one. */
export const withoutOption = (content: Content, id: string): Content => ({
  ...content, options: content.options.filter((option) => option.id !== id), recommendation: content.recommendation.optionId === id ? { ...content.recommendation, optionId: null } : content.recommendation,
})

/** An empty page, with what was brought along. */
export function newDraft(brought: Partial<DecisionDraft> = {}): DecisionDraft {
  const { content = emptyContent(), ...rest } = brought
  return {
    base: null, spaceId: null, roles: NOBODY, door: 'two-way', windowDays: WINDOW_DAYS, deadline: null, hiddenUntilMine: false, reviewOn: '', triggers: '', tags: '', supersedes: '', agreementText: null,
    ...rest, content: withTwoOptions(content),
  }
}

const emptyContent = (): Content => ({ ...EMPTY_CONTENT, claims: [], options: [], recommendation: { ...EMPTY_CONTENT.recommendation } })

/** A decision that exists, to be written on. */
export function draftFrom(decision: DecisionView, roles: Roles, zone: string): DecisionDraft {
  const { version, spaceId, content, door, windowDays, chosenDeadline, hiddenUntilMine, reviewOn, triggers, tags, agreement } = decision
  return {
    base: version, spaceId, content: withTwoOptions(content), roles, door, windowDays, deadline: chosenDeadline === null ? null : localMoment(Temporal.Instant.from(chosenDeadline), zone), hiddenUntilMine,
    reviewOn: reviewOn ?? '', triggers: triggers.join('\n'), tags: tags.join(', '), supersedes: '', agreementText: agreement?.text ?? null,
  }
}

/** Everything that a version of a draft says, for somebody who has to choose between two. */
export function wholeText({ title, needed, context, criteria, claims, options, recommendation, objectionsForeseen, consequences, confirmation, more }: Content): string {
  const parts = [...claims.map(({ text }) => text), ...options.flatMap(({ title: name, body, tradeOffs }) => [name, body, ...tradeOffs.map(({ text }) => text)])]
  return [title, needed, context, criteria, ...parts, recommendation.why, objectionsForeseen, consequences, confirmation, more].filter((text) => text.trim() !== '').join('\n\n')
}

/** Nothing was written by hand yet, so that a text from elsewhere may take the place. */
export const isBlank = ({ content }: Pick<DecisionDraft, 'content'>): boolean =>
  [content.title, content.needed, content.context, content.recommendation.why, ...content.options.flatMap(({ title, body }) => [title, body])].every((text) => text.trim() === '')

const linesOf = (text: string, at: RegExp): string[] => text.split(at).map((line) => line.trim()).filter((line) => line !== '')

/** The content as it is kept: places that stayed empty are left out. */
export function contentOf({ content }: Pick<DecisionDraft, 'content'>): Content {
  const options = content.options.map((option) => ({ ...option, title: option.title.trim(), tradeOffs: option.tradeOffs.filter(({ text }) => text.trim() !== '') }))
    .filter(({ title, body, tradeOffs }) => title !== '' || body.trim() !== '' || tradeOffs.length > 0)
  return { ...content, title: content.title.trim(), claims: content.claims.filter(({ text }) => text.trim() !== ''), options }
}

/** What of a draft stands in its fields besides the text. */
const aroundOf = ({ reviewOn, triggers, tags, agreementText }: DecisionDraft) => ({
  reviewOn: reviewOn === '' ? null : reviewOn, triggers: linesOf(triggers, /\n/), tags: linesOf(tags, /[,\n]/), ...(agreementText !== null && { agreementText }),
})

/** How long it is open, and how; as it is previewed and sent. */
export const settingsOf = ({ door, windowDays, deadline, hiddenUntilMine }: DecisionDraft, zone: string) =>
  ({ door, windowDays, chosenDeadline: (deadline === null ? undefined : chosenMoment(deadline, zone))?.toString() ?? null, hiddenUntilMine })

/** Roles as they are sent; undefined until somebody signs. */
export const sentRoles = ({ accountableId, responsibleIds, consultedIds, informedIds }: Roles) =>
  (accountableId === null ? undefined : { accountableId, responsibleIds: [...responsibleIds], consultedIds: [...consultedIds], informedIds: [...informedIds] })

/** A new decision as it is sent, without whether it is opened. */
export function createdFrom(draft: DecisionDraft & { spaceId: string }, zone: string): Omit<GivenTo<typeof createDecision>, 'open'> {
  const roles = sentRoles(draft.roles)
  return { spaceId: draft.spaceId, content: contentOf(draft), ...(roles && { roles }), ...settingsOf(draft, zone), ...aroundOf(draft), supersedes: numbersIn(draft.supersedes) }
}

/** A change as it is sent. While it is open, the time and who is asked are changed on its page. @param asked it is open for positions */
export function editedFrom(draft: DecisionDraft & { base: number }, number: number, { zone, asked }: { zone: string, asked: boolean }): GivenTo<typeof editDecision> {
  return { number, version: draft.base, content: contentOf(draft), ...aroundOf(draft), ...(!asked && settingsOf(draft, zone)) }
}

/** Fields of the form beside which something can be said. */
export type Wrong = Partial<Record<'space' | 'accountable' | 'title' | 'needed' | 'options' | 'recommendation' | 'deadline', string>>

/** What is missing before it can be opened, in a sentence each. */
export function missingIn(draft: DecisionDraft): Wrong {
  const found: Wrong = {}
  for (const { field, message, next } of contentProblems(contentOf(draft))) found[field] ??= `${inTheirWords(message)} ${inTheirWords(next)}`
  return { ...missingInDraft(draft), ...(draft.roles.accountableId === null && { accountable: t`Choose the one person who signs.` }), ...(draft.deadline === '' && { deadline: t`Choose the day and the time, or leave it to the window.` }), ...found }
}

/** What even a draft needs: a place, and words by which to find it again. */
export const missingInDraft = (draft: DecisionDraft): Wrong => ({ ...(draft.spaceId === null && { space: t`Choose the space it stands in.` }), ...(draft.content.title.trim() === '' && { title: t`Put what is decided into one line.` }) })
