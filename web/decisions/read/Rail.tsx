import type { DecisionView } from '#contract/decisions.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { capital, counted } from '../../ui/format.ts'
import { longDay } from '../../ui/calendar-words.ts'
import { InlineText } from '../../ui/InlineText.tsx'
import { RailPart } from '../../ui/Page.tsx'
import { Time } from '../../ui/Time.tsx'
import { adrName, STATE_WORDS } from '../words.ts'
import { People } from './People.tsx'
import type { Talk } from './talk.ts'
import { t, tr } from '../../ui/words.ts'
import { amid } from '../../ui/amid.ts'

/** So many claims stand in the margin; the others unfold. */
const CLAIMS_SHOWN = 5
const CONFIDENCE = { high: t`high confidence`, medium: t`medium confidence`, low: t`low confidence` } as const

/** The contract of the page: who, what would change our mind, what is known, and what it belongs with. */
export function Rail({ talk }: { talk: Talk }) {
  const { decision, zone, now } = talk
  return (
    <>
      <People talk={talk} />
      <Mind decision={decision} />
      <Claims claims={decision.content.claims} />
      {decision.agreement && <RailPart title={t`The agreement`}><p>{decision.agreement.applied ? t`Its change is in force.` : t`It proposes a change of version ${decision.agreement.baseVersion}; signing the proposal puts it into force.`} <a href="/agreement">{t`Read the agreement`}</a></p></RailPart>}
      <Record decision={decision} />
      <Links title={t`Supersedes`} links={decision.supersedesLinks} />
      <Links title={t`Depends on`} links={decision.dependsOn} />
      <Links title={t`Others depend on it`} links={decision.neededBy} />
      {decision.threadNumber !== null && <RailPart title={t`Began in`}><p><a href={`/${decision.threadNumber}`}>#{decision.threadNumber}</a></p></RailPart>}
      {decision.tags.length > 0 && <RailPart title={t`Tags`}><p>{decision.tags.map((tag, at) => <span key={tag}>{at > 0 && ' · '}<a href={`/decisions?tag=${encodeURIComponent(tag)}`}>{tag}</a></span>)}</p></RailPart>}
      <RailPart title={t`What happened`}>
        <Disclosure summary={capital(counted(decision.steps.length, 'step'))}>
          <ol className="steps">{decision.steps.map(({ at, sentence }, place) => <li key={`${at} ${place}`}>{sentence} <small><Time at={Temporal.Instant.from(at)} zone={zone} now={now} /></small></li>)}</ol>
        </Disclosure>
      </RailPart>
    </>
  )
}

function Mind({ decision: { triggers, reviewOn } }: { decision: DecisionView }) {
  if (triggers.length === 0 && reviewOn === null) return null
  return (
    <RailPart title={t`What would change our mind`}>
      {triggers.map((trigger) => <p key={trigger}><InlineText text={trigger} /></p>)}
      {reviewOn !== null && <p>{tr`Review on ${longDay(Temporal.PlainDate.from(reviewOn).toZonedDateTime('UTC').toInstant(), 'UTC', true)}.`}</p>}
    </RailPart>
  )
}

function Claims({ claims }: { claims: DecisionView['content']['claims'] }) {
  if (claims.length === 0) return null
  const draw = ({ text, basis, confidence }: DecisionView['content']['claims'][number], at: number) => <p key={at}><b>{basis === 'known' ? t`Known` : t`Assumed`}:</b> <InlineText text={text} /> <small className="hint">{CONFIDENCE[confidence]}</small></p>
  const more = claims.slice(CLAIMS_SHOWN)
  return (
    <RailPart title={t`Known and assumed`}>
      <div className="claims">{claims.slice(0, CLAIMS_SHOWN).map(draw)}</div>
      {more.length > 0 && <Disclosure summary={`${capital(counted(more.length, 'more claim'))}`}><div className="claims">{more.map(draw)}</div></Disclosure>}
    </RailPart>
  )
}

function Record({ decision: { adrNumber, fileName, source } }: { decision: DecisionView }) {
  if (adrNumber === null && source === null) return null
  return (
    <RailPart title={t`On record`}>
      <p>{adrNumber !== null && adrName(adrNumber)}{adrNumber !== null && fileName !== null && ', '}{fileName !== null && <code>{fileName}</code>}</p>
      {source && <p className="hint">{tr`Brought in by ${source.broughtInBy}.`}</p>}
      {source && source.notes.map((note) => <p key={note} className="hint">{note}</p>)}
    </RailPart>
  )
}

function Links({ title, links }: { title: string, links: DecisionView['supersedesLinks'] }) {
  if (links.length === 0) return null
  return <RailPart title={title}><ul className="decision-links">{links.map(({ number, title: name, state }) => <li key={number}><a href={`/${number}`}>{name}</a><small>#{number} · {amid(STATE_WORDS[state])}</small></li>)}</ul></RailPart>
}
