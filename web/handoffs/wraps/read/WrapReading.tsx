import './reading.css'
import type { ReactNode } from 'react'
import type { LineView, WrapView } from '#contract/handoffs.ts'
import type { Problem as ProblemView } from '#contract/problem.ts'
import { formatAt, formatWhen, zoneCity } from '../../../ui/format.ts'
import { InlineText } from '../../../ui/InlineText.tsx'
import { Markdown } from '../../../ui/Markdown.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { Section } from '../../../ui/Section.tsx'
import { ReadLines } from './ReadLines.tsx'
import type { LineContext } from './ReadLines.tsx'
import type { LineVerb } from './line-words.ts'
import { t, tr } from '../../../ui/words.ts'

type Props = LineContext & {
  wrap: WrapView
  /** The batons, with what can be done with them. */
  batons: ReactNode
  rail: ReactNode
  /** Why a line could not be cleared. */
  problem: ProblemView | undefined
}

/** A wrap as it is read: its one sentence large, then where things stand and what comes next. */
export function WrapReading({ wrap, batons, rail, problem, ...context }: Props) {
  const { zone, now } = context
  const at = Temporal.Instant.from(wrap.publishedAt)
  const there = wrap.authorZone === zone ? '' : t`, ${formatWhen(at, wrap.authorZone, now)} in ${zoneCity(wrap.authorZone)}`
  return (
    <Page over={tr`Wrap #${wrap.number} · ${<a href={`/spaces/${wrap.spaceId}`}>{wrap.spaceName}</a>}`} title={<InlineText text={wrap.mostImportant} />} lede={t`${wrap.authorName} signed it ${formatAt(at, zone, now)}${there}.`} rail={rail} railLabel={t`About this wrap`}>
      {problem && <Problem {...problem} />}
      <Text title={t`State¦wrap`} text={wrap.state} />
      <Text title={t`Next action`} text={wrap.nextAction} />
      <Lines title={t`Blocked`} lines={wrap.blockers} {...context} clears={t`Mark as cleared`} verb="can clear it" />
      {wrap.batons.length > 0 && <Section title={t`Batons`}>{batons}</Section>}
      <Lines title={t`Open questions`} lines={wrap.questions} {...context} clears={t`Mark as answered`} verb="can answer it" />
      <Lines title={t`Decided`} lines={wrap.decisions} {...context} />
      <Lines title={t`Done`} lines={wrap.done} {...context} />
    </Page>
  )
}

function Text({ title, text }: { title: string, text: string }) {
  return <Section title={title}><div className="reading-text"><Markdown text={text} /></div></Section>
}

function Lines({ title, lines, ...rest }: LineContext & { title: string, lines: readonly LineView[], clears?: string, verb?: LineVerb }) {
  return lines.length === 0 ? null : <Section title={title}><div className="reading-lines"><ReadLines lines={lines} {...rest} /></div></Section>
}
