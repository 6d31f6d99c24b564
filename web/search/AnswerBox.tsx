import { ask } from '#contract/answers.ts'
import type { Answer, Quote } from '#contract/answers.ts'
import { namedTitle } from '#domain/search/named-title.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { KIND_WORDS } from '../app/entry-kinds.ts'
import { Item } from '../ui/Item.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Markdown } from '../ui/Markdown.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Time } from '../ui/Time.tsx'
import { amid } from '../ui/amid.ts'
import { t, tr } from '../ui/words.ts'

type Read = { zone: string, now: Temporal.Instant }

/** What the record says to a question: passages with their sources, or whom to ask, or why it is not asked. */
export function AnswerBox({ question, zone, now }: Read & { question: string }) {
  const { data, error } = useRead(ask, { q: question })
  return (
    <Section title={t`Out of the record`} aside={data?.outcome === 'quoted' && data.sentence}>
      {error ? <Problem {...problemFrom(error)} /> : data ? <Answered answer={data} zone={zone} now={now} /> : <Skeleton lines={4} />}
    </Section>
  )
}

function Answered({ answer: { outcome, sentence, quotes, draft, ask: prepared, refused }, zone, now }: Read & { answer: Answer }) {
  return (
    <div className="answer">
      {outcome !== 'quoted' && <p className="answer-sentence" role="status">{sentence}</p>}
      {refused && <p className="hint">{refused.next}</p>}
      {draft && <div className="answer-draft"><Markdown text={draft.text} headingsBelow={2} /><p className="hint">{tr`Drafted by ${draft.by} out of ${draft.sources.map((number) => `#${number}`).join(', ')}. The passages themselves follow.`}</p></div>}
      {quotes.map((quote) => <QuoteItem key={`${quote.number} ${quote.replyId ?? ''}`} quote={quote} zone={zone} now={now} />)}
      {prepared && (
        <p className="answer-ask">{prepared.why} <LinkAction strong href={prepared.path}>{prepared.to ? t`Ask ${prepared.to.name}` : t`Ask somebody`}</LinkAction></p>
      )}
    </div>
  )
}

/** One passage, word for word, under what it stands in. */
function QuoteItem({ quote: { number, kind, title, replyId, headings, text, authorName, spaceName, at, holds, standing, state }, zone, now }: Read & { quote: Quote }) {
  return (
    <Item
      text={<a className="hit-title" href={replyId === null ? `/${number}` : `/${number}#reply-${replyId}`} aria-keyshortcuts="Enter o">{namedTitle(kind, [{ text: title }]).map(({ text }) => text)}</a>}
      by={<>{replyId === null ? KIND_WORDS[kind] : t`Reply in ${amid(KIND_WORDS[kind])}`} #{number} · {authorName} · {spaceName} · <Time at={Temporal.Instant.from(at)} zone={zone} now={now} />{headings.length > 0 && <> · {headings.join(' › ')}</>}</>}
      clock={standing} tone={state === 'decided' || state === 'verified' ? 'settled' : 'plain'}
      {...(holds && { actions: <LinkAction strong href={`/${holds.number}`}>{tr`Read #${holds.number}, which holds`}</LinkAction> })}
    >
      <blockquote className="answer-quote"><Markdown text={text} headingsBelow={3} /></blockquote>
    </Item>
  )
}
