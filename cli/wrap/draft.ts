import type { postWrap } from '#contract/handoffs.ts'
import type { GivenTo } from '#contract/operation.ts'
import type { Reader } from '../context.ts'
import type { Directory } from '../directory.ts'
import { UsageError } from '../errors.ts'
import { readWhen } from '../text/when.ts'

export type WrapInput = GivenTo<typeof postWrap>
type DoneSource = NonNullable<NonNullable<WrapInput['done']>[number]['source']>

/** A wrap as people write it: names and times still in their words. */
export type WrapDraft = {
  state: string; done: { text: string; source: DoneSource | null }[]; next: string; important: string
  blockers: { text: string; owner: string; eta: string }[]
  decisions: { text: string; why: string }[]
  questions: { text: string; who: string }[]
  batons: { text: string; nextStep: string; to: string }[]
}

export const emptyDraft = (): WrapDraft => ({ state: '', done: [], next: '', important: '', blockers: [], decisions: [], questions: [], batons: [] })

export type WrapFlags = {
  state?: string; done?: string[]; next?: string; important?: string; blocker?: string[]; decision?: string[]; question?: string[]; baton?: string[]
}

/** `'text|owner|eta'` → its parts; the first must say something. */
function parts(given: string, flag: string): [string, string, string] {
  const [text = '', second = '', third = '', ...more] = given.split('|').map((part) => part.trim())
  if (text === '' || more.length > 0) throw new UsageError(`--${flag} "${given}" cannot be read.`, `Write it as ${SHAPES[flag]}.`)
  return [text, second, third]
}

const SHAPES: Record<string, string> = {
  blocker: '"text | owner | when", such as "Staging is down | Mei | Thursday 16:00"', decision: '"text | why"', question: '"text | who can answer"',
}

/** What was said in flags, laid over what is there already: a field replaces, a list adds. */
export function withFlags(draft: WrapDraft, flags: WrapFlags): WrapDraft {
  const three = (list: string[] | undefined, flag: string) => (list ?? []).map((one) => parts(one, flag))
  return {
    state: flags.state ?? draft.state, next: flags.next ?? draft.next, important: flags.important ?? draft.important,
    done: [...draft.done, ...(flags.done ?? []).map((text) => ({ text, source: null }))],
    blockers: [...draft.blockers, ...three(flags.blocker, 'blocker').map(([text, owner, eta]) => ({ text, owner, eta }))],
    decisions: [...draft.decisions, ...three(flags.decision, 'decision').map(([text, why]) => ({ text, why }))],
    questions: [...draft.questions, ...three(flags.question, 'question').map(([text, who]) => ({ text, who }))],
    batons: [...draft.batons, ...(flags.baton ?? []).map(readBaton)],
  }
}

/** `'text -> receiver'`; the last arrow counts, since texts may hold arrows too. */
export function readBaton(given: string): WrapDraft['batons'][number] {
  const match = /^(.+)(?:->|→)([^→]+)$/s.exec(given)
  const text = match?.[1]?.trim() ?? ''
  const to = match?.[2]?.trim() ?? ''
  if (text === '' || to === '') throw new UsageError(`--baton "${given}" names no receiver.`, 'Write it as "text -> Mei", "text -> @on call" or "text -> next shift".')
  return { text, nextStep: '', to }
}

/** @throws {UsageError} naming the first field that a wrap cannot do without */
export function requireWhole(draft: WrapDraft): void {
  const missing = ([['state', draft.state, 'Where things stand'], ['next', draft.next, 'The single next action'], ['important', draft.important, 'The one most important thing']] as const)
    .filter(([, text]) => text.trim() === '')
  const [first] = missing
  if (first) throw new UsageError(`${first[2]} is missing.`, `Add ${missing.map(([flag]) => `--${flag}`).join(', ')}, or run \`longhand wrap\` in a terminal to be asked.`)
}

type Setting = { spaceId: string; book: Directory; reader: Reader; secondsTaken: number | null }

/** Turns names into people and words into moments. @throws {UsageError} for names and times that mean nothing here */
export async function resolveDraft(draft: WrapDraft, { spaceId, book, reader, secondsTaken }: Setting): Promise<WrapInput> {
  const person = (name: string) => name === '' ? null : book.person(name)
  const moment = (words: string) => words === '' ? null : readWhen(words, reader.now, reader.zone).toString()
  return {
    spaceId, state: draft.state, nextAction: draft.next, mostImportant: draft.important, done: draft.done, secondsTaken, decisions: draft.decisions,
    blockers: await Promise.all(draft.blockers.map(async ({ text, owner, eta }) => ({ text, ownerId: await person(owner), eta: moment(eta) }))),
    questions: await Promise.all(draft.questions.map(async ({ text, who }) => ({ text, answererId: await person(who) }))),
    batons: await Promise.all(draft.batons.map(async ({ text, nextStep, to }) => ({ text, nextStep, to: await book.receiver(to) }))),
  }
}
