import './search.css'
import { useRouter, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useNow } from '../app/clock.ts'
import { ask } from '#contract/answers.ts'
import { useRead } from '../app/api.ts'
import { useMe, zoneOf } from '../app/me.ts'
import { useSettled } from '../app/use-settled.ts'
import { Empty } from '../ui/Empty.tsx'
import { Field } from '../ui/Field.tsx'
import { counted } from '../ui/format.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page, RailPart } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { AnswerBox } from './AnswerBox.tsx'
import { HitItem } from './HitItem.tsx'
import { addressOf, isQuestion, narrowings, questionIn } from './question.ts'
import { SavedSearches } from './SavedSearches.tsx'
import { useSearch } from './use-search.ts'
import { t } from '../ui/words.ts'

/** Asked once typing rests. Unit: ms. */
const RESTS = 120
/** As the contract has it. Unit: characters. */
const QUESTION_MAX = 500
const OPERATORS = [['from:ana', t`who wrote it`], ['in:billing', t`the space`], ['kind:decision', t`a wrap, thread, ask, decision …`], ['is:open', t`or decided, answered, overdue`], ['has:link', t`or file, outcome`], ['after:2w', t`or before:2026-03-01`], [t`"exact words"`, t`in this order`], [t`-word`, t`without it`]] as const

/** One search over everything that was written, as one types. The question stands in the address, so that it can be passed on. */
export function SearchPage() {
  const me = useMe().data
  const now = useNow()
  const router = useRouter()
  const asked = questionIn(useRouterState({ select: ({ location }) => location.searchStr }))
  const [typed, setTyped] = useState(asked)
  const [wanted, setWanted] = useState<string | null>(null)
  const place = useFieldFirst()
  const settled = useSettled(typed, RESTS)
  useEffect(() => { if (questionIn(location.search) !== settled.trim()) router.history.replace(addressOf(settled)) }, [settled, router])
  const { answer, items, more, loading, stale, onMore, again, problem } = useSearch(settled)
  const zone = zoneOf(me)
  const question = settled.trim()
  const answers = question !== '' && (wanted === question || question.endsWith('?'))
  const refused = useRead(ask, { q: question }, { when: answers }).data?.outcome === 'refused' && answers
  const shown = () => {
    if (problem) return <Problem {...problem} action={<LinkAction strong onClick={again}>{t`Try again`}</LinkAction>} />
    if (settled.trim() === '') return <Empty text={t`Ask in your own words, or give the words that you remember. Everything that you may read is looked through: wraps, threads, replies, asks, decisions, pages, check-ins and what stands in files.`} />
    if (!items || !answer) return <Skeleton lines={8} />
    if (items.length === 0) return refused ? null : <Empty text={t`Nothing was found. Fewer or other words may help; what you may not read is not looked through.`} />
    return items.map((hit) => <HitItem key={hit.replyId ?? hit.number} hit={hit} zone={zone} now={now} />)
  }
  return (
    <Page title={t`Search`} rail={<><SavedSearches question={settled} onAsk={setTyped} />{answer && answer.total > 0 ? narrowings(settled, answer.facets).map(({ title, lines }) => (
      <RailPart key={title} title={title}><ul className="search-narrow">{lines.map(({ label, count, question }) => <li key={label}><a href={addressOf(question)} onClick={() => setTyped(question)}>{label}</a> <small>{count}</small></li>)}</ul></RailPart>
    )) : <RailPart title={t`To narrow it down`}><dl className="search-operators">{OPERATORS.map(([sign, means]) => <div key={sign}><dt><code>{sign}</code></dt><dd>{means}</dd></div>)}</dl><p className="hint"><a href="/search/language">{t`Language of search`}</a> · <a href="/faq">{t`Asked twice`}</a></p></RailPart>}</>}>
      <div className="search-field" role="search" aria-label={t`Everything`} ref={place}><Field label={t`What are you looking for?`} type="search" value={typed} onChange={setTyped} placeholder={t`Why do we use Valkey?`} maxLength={QUESTION_MAX} onKeyDown={({ key }) => { if (key === 'Enter') setWanted(typed.trim()) }} /></div>
      {answer && answer.understood.length > 0 && <ul className="search-understood">{answer.understood.map(({ text, means, problem: wrong }) => <li key={text} data-problem={wrong || undefined}><code>{text}</code> {means}</li>)}</ul>}
      {answers ? <AnswerBox question={question} zone={zone} now={now} /> : isQuestion(question) && <p className="search-answer"><LinkAction strong onClick={() => setWanted(question)}>{t`Answer this out of the record`}</LinkAction></p>}
      <p className="search-count" aria-live="polite">{answer && settled.trim() !== '' && !(refused && answer.total === 0) ? t`${counted(answer.total, 'text')} found${answer.more ? t`, the newest of more` : ''}` : ''}</p>
      <div className="search-hits" aria-busy={stale || undefined}>{shown()}</div>
      {more && <p className="search-more"><LinkAction busy={loading} onClick={onMore}>{t`More`}</LinkAction></p>}
    </Page>
  )
}

/** Whoever comes here wants to type: the field has focus, once the page has said its title. */
function useFieldFirst() {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const frame = requestAnimationFrame(() => place.current?.querySelector('input')?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  return place
}
