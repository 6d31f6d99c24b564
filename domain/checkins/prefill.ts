import type { CheckinKind, Question } from './forms.ts'

/** A wrap as far as it can answer a check-in. Blockers are those still open. */
export type WrapWords = {
  number: number; done: readonly string[]; nextAction: string; blockers: readonly string[]; questions: readonly string[]
  decisions: readonly { text: string; why: string }[]
}
export type Prefill = Record<string, { text: string; source: number }>

type Line = { text: string; source: number }

/**
 * What a person's wraps answer already; they keep, change or drop each answer before it is published.
 * @param wraps oldest first: the last one for a standup, those of the week for a weekly form
 */
export function prefillFrom(kind: CheckinKind, questions: readonly Question[], wraps: readonly WrapWords[]): Prefill {
  const last = wraps.at(-1)
  if (last === undefined || kind === 'custom') return {}
  const lines = kind === 'standup' ? standupLines(last) : weeklyLines(wraps, last)
  const prefill: Prefill = {}
  for (const { key } of questions) {
    const found = Object.hasOwn(lines, key) ? lines[key] ?? [] : []
    const newest = found.at(-1)
    if (newest !== undefined) prefill[key] = { text: written(found), source: newest.source }
  }
  return prefill
}

const from = (wrap: WrapWords, texts: readonly string[]): Line[] => texts.filter((text) => text.trim() !== '').map((text) => ({ text, source: wrap.number }))

function standupLines(last: WrapWords): Record<string, Line[]> {
  return { yesterday: from(last, last.done), today: from(last, [last.nextAction]), blockers: from(last, last.blockers) }
}

/** The two weekly forms of the seeds ask the same things under different names. */
function weeklyLines(wraps: readonly WrapWords[], last: WrapWords): Record<string, Line[]> {
  const done = wraps.flatMap((wrap) => from(wrap, wrap.done))
  const next = from(last, [last.nextAction])
  const blockers = wraps.flatMap((wrap) => from(wrap, wrap.blockers))
  const decisions = wraps.flatMap((wrap) => from(wrap, wrap.decisions.map(({ text, why }) => why === '' ? text : `${text}, because ${why}`)))
  return {
    progress: done, shipped: done, plans: next, next, blockers, blocked: blockers, learnings: decisions,
    help: wraps.flatMap((wrap) => from(wrap, wrap.questions)),
  }
}

/** One line stands alone; several become a list, each with its wrap where they come from more than one. */
function written(lines: readonly Line[]): string {
  const [only] = lines
  if (lines.length === 1 && only) return only.text
  const several = new Set(lines.map((line) => line.source)).size > 1
  return lines.map(({ text, source }) => `- ${text.replaceAll('\n', ' ')}${several ? ` (#${source})` : ''}`).join('\n')
}
