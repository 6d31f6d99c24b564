import '../InlineForm.css'
import './ask.css'
import { useEffect, useRef, useState } from 'react'
import type { AskView } from '#contract/asks.ts'
import type { Problem as ProblemView } from '#contract/problem.ts'
import { capital, counted } from '../format.ts'
import { Disclosure } from '../Disclosure.tsx'
import { InlineText } from '../InlineText.tsx'
import { Item } from '../Item.tsx'
import { LinkAction } from '../LinkAction.tsx'
import { Markdown } from '../Markdown.tsx'
import { Problem } from '../Problem.tsx'
import { QuoteBlock } from '../QuoteBlock.tsx'
import type { Option } from '../Select.tsx'
import { Time } from '../Time.tsx'
import { AskForms } from './AskForms.tsx'
import { MAIN_VERBS, VERB_KEYS, verbsOf, verbWords } from './ask-verbs.ts'
import type { AskAct, AskVerb } from './ask-verbs.ts'
import { factsOf, toneOf, whoLine } from './ask-words.ts'
import { t, tr } from '../words.ts'

/** How far something asked of an ask has come. */
export type AskProgress = { busy?: AskVerb, said?: string, problem?: ProblemView }
type Props = {
  ask: AskView
  /** Id of the reader. */
  me: string
  zone: string
  now: Temporal.Instant
  progress?: AskProgress
  /** Answers whether it was done; a text that was not sent stays in its form. */
  onDo: (act: AskAct) => Promise<boolean>
  /** Whom it can be given to; read once `onNeedPeople` was called. */
  people?: readonly Option[]
  onNeedPeople?: () => void
  /** `list` says where it stands, and shows what was answered; in a `thread` the answer stands below; on its own `page` the title does, too. */
  place?: 'list' | 'thread' | 'page'
  /** Verbs that the page offers elsewhere: the answer, where the reply box gives it. */
  leftOut?: readonly AskVerb[]
}

/** One ask wherever it is shown: who wants what of whom, how it stands and who moves next, its clock, and what the reader can do. */
export function AskBlock({ ask, me, zone, now, progress = {}, onDo, people = [], onNeedPeople, place = 'list', leftOut = [] }: Props) {
  const [open, setOpen] = useState<AskVerb>()
  const spot = useRef<HTMLSpanElement>(null)
  const verb = open && ask.can.includes(open) ? open : undefined
  useStayingFocus(spot, progress.said)
  const backToItem = () => spot.current?.closest<HTMLElement>('[data-item]')?.focus({ preventScroll: true })
  const leave = () => {
    setOpen(undefined)
    backToItem()
  }
  const act = async (done: AskAct) => {
    const isDone = await onDo(done)
    if (isDone) setOpen(undefined)
    return isDone
  }
  const press = (pressed: AskVerb) => {
    if (pressed === 'acknowledge') return void act({ verb: pressed })
    if (pressed === 'snooze' && ask.snoozedUntil !== null) return void act({ verb: pressed, until: null })
    if (pressed === 'decline' || pressed === 'reassign') onNeedPeople?.()
    return setOpen(pressed)
  }
  const clock = progress.said ?? ask.clock
  return (
    <div className="ask" data-place={place}>
      <Item
        text={place === 'page' ? <InlineText text={ask.status} /> : <a className="ask-title" href={hrefOf(ask, place)}>{ask.title}</a>}
        by={<><ByLine ask={ask} me={me} place={place} />{place !== 'page' && <span className="ask-status"><InlineText text={ask.status} /></span>}</>}
        actions={verb ? undefined : <Verbs ask={ask} leftOut={leftOut} busy={progress.busy} onPress={press} />}
        clock={clock === '' ? undefined : clock} tone={progress.said ? 'settled' : toneOf(ask, now)}
        why={<AskMore ask={ask} zone={zone} now={now} />}
      >
        {place === 'list' && ask.body !== '' && <div className="ask-body"><Disclosure summary={t`Read it here`}><Markdown text={ask.body} /></Disclosure></div>}
        <Facts ask={ask} />
        {ask.question !== null && <QuoteBlock text={ask.question} authorName={ask.answererId === me ? t`You asked back` : t`${ask.answererName} asks back`} />}
        {place === 'list' && ask.answer !== null && <QuoteBlock text={ask.answer} authorName={t`The answer`} href={`/${ask.threadNumber}${ask.answerReplyId === null ? '' : `#reply-${ask.answerReplyId}`}`} />}
        {verb && <AskForms ask={ask} verb={verb} zone={zone} people={people} busy={progress.busy === verb} problem={progress.problem} onAct={act} onLeave={leave} />}
        {progress.problem && !verb && <Problem {...progress.problem} />}
        <span ref={spot} />
      </Item>
    </div>
  )
}

/** An ask in a list leads to the thread it stands in; in a thread, to its own page. */
const hrefOf = (ask: AskView, place: 'list' | 'thread'): string => (place === 'thread' || ask.threadNumber === ask.number ? `/${ask.number}` : `/${ask.threadNumber}#ask-${ask.number}`)

function ByLine({ ask, me, place }: { ask: AskView, me: string, place: 'list' | 'thread' | 'page' }) {
  return (
    <>
      {ask.urgent && <b className="ask-urgent">{t`Urgent.`} </b>}
      {whoLine(ask, me)}
      {place === 'list' && ` · ${ask.spaceName} · #${ask.number}`}
      {place === 'thread' && <> · <a href={`/${ask.number}`}>#{ask.number}</a></>}
      {place === 'page' && ask.threadNumber !== ask.number && <> · {tr`stands in ${<a href={`/${ask.threadNumber}`}>#{ask.threadNumber}</a>}`}</>}
    </>
  )
}

function Facts({ ask }: { ask: AskView }) {
  const facts = factsOf(ask)
  if (facts.length === 0) return null
  return <dl className="ask-facts">{facts.map(({ name, text }) => <div key={name}><dt>{name}</dt><dd><InlineText text={text} /></dd></div>)}</dl>
}

type VerbsProps = { ask: AskView, leftOut: readonly AskVerb[], busy: AskVerb | undefined, onPress: (verb: AskVerb) => void }

function Verbs({ ask, leftOut, busy, onPress }: VerbsProps) {
  const [all, setAll] = useState(false)
  const { shown, folded } = verbsOf(ask.can, leftOut)
  const inSight = all ? [...shown, ...folded] : shown
  if (inSight.length === 0) return null
  return (
    <>
      {inSight.map((verb, index) => (
        <LinkAction key={verb} strong={index === 0 && MAIN_VERBS.has(verb)} {...(VERB_KEYS[verb] && { keys: VERB_KEYS[verb] })} label={`${verbWords(verb, ask)}: ${ask.title}`} busy={busy === verb} onClick={() => onPress(verb)}>
          {verbWords(verb, ask)}
        </LinkAction>
      ))}
      {folded.length > 0 && <LinkAction label={t`${all ? t`Less` : t`More`} to do with: ${ask.title}`} onClick={() => setAll(!all)}>{all ? t`Less` : t`More`}</LinkAction>}
    </>
  )
}

/** Everything that happened to it, folded. */
function AskMore({ ask, zone, now }: { ask: AskView, zone: string, now: Temporal.Instant }) {
  if (ask.steps.length === 0) return null
  return (
    <div className="ask-steps">
      <Disclosure summary={t`${capital(counted(ask.steps.length, 'step'))} so far`}>
        <ol>
          {ask.steps.map((step, index) => (
            <li key={index}><Time at={Temporal.Instant.from(step.at)} zone={zone} now={now} /><span><InlineText text={step.sentence} /></span></li>
          ))}
        </ol>
      </Disclosure>
    </div>
  )
}

/** What was pressed goes away once it is done; focus then stays with the ask, so that `j` goes on from here. */
function useStayingFocus(spot: { current: HTMLElement | null }, said: string | undefined) {
  useEffect(() => {
    if (said !== undefined && (document.activeElement === document.body || document.activeElement === null)) spot.current?.closest<HTMLElement>('[data-item]')?.focus({ preventScroll: true })
  }, [said, spot])
}
