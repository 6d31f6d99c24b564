import { stepsOf } from './steps.ts'
import type { Step } from './steps.ts'

/** What a run says about one of its steps that the page does not say. */
export type Differing = {
  /** Its place in the run, from 0. */
  readonly index: number
  readonly title: string
  readonly body: string
  /** What went differently: `Different on 3 March (Mei)` and the words. */
  readonly remarks: readonly { readonly head: string; readonly text: string }[]
}

/**
 * A page with what went differently in a run, each beside its step as a quote, so that who reads the proposal sees what is
 * new. Steps that the page does not have any more stand at its end.
 *
 * @param sameVersion the page reads as it did when the run began
 * @param heading above what has no place any more
 */
export function proposalFor(text: string, differing: readonly Differing[], { sameVersion, heading }: { sameVersion: boolean; heading: string }): string {
  if (differing.length === 0) return text
  const eol = text.includes('\r\n') ? '\r' : ''
  const steps = stepsOf(text)
  const lines = text.split('\n')
  const placed = differing.map((one) => ({ one, step: sameVersion ? steps[one.index] : stepLike(steps, one) }))
  const inside = placed.flatMap(({ one, step }) => step ? [{ step, quote: quoteOf(one, step.content) }] : []).toSorted((a, b) => b.step.until - a.step.until)
  for (const { step, quote } of inside) lines.splice(step.until, 0, ...quote.map((line) => line + eol))
  const lost = placed.flatMap(({ one, step }) => step ? [] : [one])
  const told = lines.join('\n')
  return lost.length === 0 ? told : atEnd(told, [`## ${heading}`, ...lost.flatMap((one) => ['', `**${one.title}**`, '', ...quoteOf(one, 0)])].map((line) => line + eol))
}

/** The step that reads as it did, or the only one of its title. */
function stepLike(steps: readonly Step[], { title, body }: Differing): Step | undefined {
  const [named, ...others] = steps.filter((step) => step.title === title)
  return steps.find((step) => step.title === title && step.body === body) ?? (others.length === 0 ? named : undefined)
}

function quoteOf({ remarks }: Differing, columns: number): string[] {
  return remarks.flatMap(({ head, text }, at) => [...at === 0 ? [] : ['>'], ...`${head}: ${text.trim()}`.split('\n').map((line) => `> ${line.trimEnd()}`.trimEnd())]).map((line) => ' '.repeat(columns) + line)
}

function atEnd(text: string, lines: readonly string[]): string {
  const gap = text === '' ? '' : text.endsWith('\n') ? '\n' : '\n\n'
  return `${text}${gap}${lines.join('\n')}\n`
}
