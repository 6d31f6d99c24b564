import type { postWrap } from '#contract/handoffs.ts'
import type { GivenTo } from '#contract/operation.ts'
import type { WrapText, WrittenReceiver } from '#domain/handoffs/wrap-text.ts'
import type { Reader } from '../context.ts'
import type { Directory } from '../directory.ts'
import { UsageError } from '../errors.ts'
import { oneLine } from '../text/clean.ts'
import { readWhen, whenWords } from '../text/when.ts'

export type WrapInput = GivenTo<typeof postWrap>

export const emptyDraft = (): WrapText => ({ state: '', done: [], nextAction: '', mostImportant: '', blockers: [], decisions: [], questions: [], batons: [] })
export const isEmpty = (draft: WrapText): boolean => Object.values(draft).every((field) => field.length === 0)
export const isWhole = ({ state, nextAction, mostImportant }: WrapText): boolean => [state, nextAction, mostImportant].every((text) => text.trim() !== '')

export type WrapFlags = {
  state?: string; done?: string[]; next?: string; important?: string; blocker?: string[]; decision?: string[]; question?: string[]; baton?: string[]
}

const SHAPES = {
  blocker: '"text | owner | when", such as "Staging is down | Mei | Thursday 16:00"', decision: '"text | why"', question: '"text | who can answer"',
} as const

/** `'text | second | third'` → its parts; the first must say something. */
function partsOf(flag: keyof typeof SHAPES, given: string): { text: string; second: string; third: string } {
  const [text = '', second = '', third = '', ...more] = given.split('|').map((part) => part.trim())
  const tooMany = more.length > 0 || (third !== '' && flag !== 'blocker')
  if (text === '' || tooMany) throw new UsageError(`--${flag} "${given}" cannot be read.`, `Write it as ${SHAPES[flag]}.`)
  return { text, second, third }
}

/** What was said in flags, laid over what is there already: a field replaces, a list adds. Times stay in their words. */
export function withFlags(draft: WrapText, flags: WrapFlags): WrapText {
  const read = (flag: keyof typeof SHAPES) => (flags[flag] ?? []).map((one) => partsOf(flag, one))
  return {
    state: flags.state ?? draft.state, nextAction: flags.next ?? draft.nextAction, mostImportant: flags.important ?? draft.mostImportant,
    done: [...draft.done, ...(flags.done ?? []).map((text) => ({ text, source: null }))],
    blockers: [...draft.blockers, ...read('blocker').map(({ text, second, third }) => ({ text, owner: second || null, eta: third || null }))],
    decisions: [...draft.decisions, ...read('decision').map(({ text, second }) => ({ text, why: second }))],
    questions: [...draft.questions, ...read('question').map(({ text, second }) => ({ text, answerer: second || null }))],
    batons: [...draft.batons, ...(flags.baton ?? []).map(readBaton)],
  }
}

/** `'text -> receiver'`; the last arrow counts, since texts may hold arrows too. */
export function readBaton(given: string): WrapText['batons'][number] {
  const match = /^(.+)(?:->|→)(?!.*(?:->|→))(.+)$/s.exec(given)
  const text = match?.[1]?.trim() ?? ''
  const to = match?.[2]?.trim() ?? ''
  if (text === '' || to === '') throw new UsageError(`--baton "${given}" names no receiver.`, 'Write it as "text -> Mei", "text -> @on call" or "text -> next shift".')
  return { text, nextStep: '', to: readReceiver(to) }
}

/** `next shift`, `@role`, or a person. */
export function readReceiver(given: string): WrittenReceiver {
  if (/^(the )?next shift$/i.test(given)) return { kind: 'shift' }
  return given.startsWith('@') ? { kind: 'role', name: given.slice(1).trim() } : { kind: 'person', name: given }
}

/** @throws {UsageError} naming the first field that a wrap cannot do without */
export function requireWhole(draft: WrapText): void {
  const fields = [['state', draft.state, 'Where things stand'], ['next', draft.nextAction, 'The single next action'], ['important', draft.mostImportant, 'The one most important thing']] as const
  const missing = fields.filter(([, text]) => text.trim() === '')
  const [first] = missing
  if (first) throw new UsageError(`${first[2]} is missing.`, `Add ${missing.map(([flag]) => `--${flag}`).join(', ')}, or run \`longhand wrap\` in a terminal to be asked.`)
}

/** Times in words become moments, so that the wrap can be written as Markdown. */
export function withMoments(draft: WrapText, { now, zone }: Reader): WrapText {
  return { ...draft, blockers: draft.blockers.map((one) => ({ ...one, eta: one.eta === null ? null : readWhen(one.eta, now, zone).toString() })) }
}

/** The same for an editor, in which a time that means nothing is mended: it stays as it was written. */
export function withMomentsIfAny(draft: WrapText, reader: Reader): WrapText {
  const blockers = draft.blockers.map((one) => {
    try { return withMoments({ ...draft, blockers: [one] }, reader).blockers[0] ?? one } catch (error) {
      if (error instanceof UsageError) return one
      throw error
    }
  })
  return { ...draft, blockers }
}

const LISTS = ['done', 'blockers', 'decisions', 'questions', 'batons'] as const

/** Whether what was sent is what was kept, mended: its three sentences are the same, and no line is missing. */
export const isMended = (kept: WrapText, sent: WrapText): boolean =>
  kept.state === sent.state && kept.nextAction === sent.nextAction && kept.mostImportant === sent.mostImportant && LISTS.every((list) => sent[list].length >= kept[list].length)

/** A sentence for each blocker whose moment has passed: it may be told as it was, and is a slip as often. */
export function passedWords({ blockers }: Pick<WrapInput, 'blockers'>, { now, zone }: Reader): string[] {
  return (blockers ?? []).flatMap(({ text, eta }) => {
    const at = eta ? Temporal.Instant.from(eta) : null
    return at && Temporal.Instant.compare(at, now) < 0 ? [`“${oneLine(text)}” is needed by ${whenWords(at, now, zone)}, which has passed.`] : []
  })
}

type Setting = { spaceId: string; book: Directory; reader: Reader; secondsTaken: number | null }

/** Turns names into people and words into moments. @throws {UsageError} for names and times that mean nothing here */
export async function resolveDraft(draft: WrapText, { spaceId, book, reader, secondsTaken }: Setting): Promise<WrapInput> {
  const person = (name: string | null) => name === null ? null : book.person(name)
  const { blockers, ...rest } = withMoments(draft, reader)
  return {
    spaceId, secondsTaken, ...rest,
    blockers: await Promise.all(blockers.map(async ({ text, owner, eta }) => ({ text, ownerId: await person(owner), eta }))),
    questions: await Promise.all(draft.questions.map(async ({ text, answerer }) => ({ text, answererId: await person(answerer) }))),
    batons: await Promise.all(draft.batons.map(async ({ text, nextStep, to }) => ({ text, nextStep, to: await book.receiver(to) }))),
  }
}
