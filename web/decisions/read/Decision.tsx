import '../decisions.css'
import './read.css'
import { Suspense, useRef, useState } from 'react'
import type { MeView } from '#contract/account.ts'
import type { DecisionView, PositionView } from '#contract/decisions.ts'
import { fieldText } from '#domain/decisions/content-text.ts'
import { useNow } from '../../app/clock.ts'
import { Discussion } from '../../app/discussion.tsx'
import { amid } from '../../ui/amid.ts'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { adrName, DOOR_WORDS, FIELD_WORDS, isRecord, TEXT_FIELDS } from '../words.ts'
import type { TextField } from '../words.ts'
import { CallPart } from './CallPart.tsx'
import { Changes } from './Changes.tsx'
import { DeadlineRibbon } from './DeadlineRibbon.tsx'
import { Doing } from './Doing.tsx'
import { Objections } from './Objections.tsx'
import { Options } from './Options.tsx'
import { Passage } from './Passage.tsx'
import { Rail } from './Rail.tsx'
import { Remarks } from './Remarks.tsx'
import { Said } from './Said.tsx'
import { SelectionRemark } from './SelectionRemark.tsx'
import type { Place, Talk } from './talk.ts'
import { useDecisionKeys } from './use-decision-keys.ts'
import { followsRecommendation, Verdict } from './Verdict.tsx'
import { t } from '../../ui/words.ts'

const BEFORE: readonly TextField[] = ['context', 'criteria']
const AFTER: readonly TextField[] = TEXT_FIELDS.filter((field) => field !== 'needed' && !BEFORE.includes(field))

/** A decision as a document: what is to be decided, the options with who stands where, what stands in the way, and the talk about it. */
export function Decision({ decision, me }: { decision: DecisionView, me: MeView }) {
  const page = useRef<HTMLDivElement>(null)
  const now = useNow()
  const [open, setOpen] = useState<Place>()
  const [begin, setBegin] = useState<{ text: string, turn: number }>()
  const talk: Talk = { decision, me: me.person.id, zone: me.person.zone, now, open, onOpen: setOpen, onClose: () => setOpen(undefined) }
  const answer = ({ text, name }: PositionView) => setBegin((was) => ({ turn: (was?.turn ?? 0) + 1, text: `${text.split('\n').map((line) => `> ${line}`).join('\n')}\n>\n> — ${name}\n\n` }))
  useDecisionKeys({ page, decision, onOpen: setOpen })
  const { content } = decision
  const gone = decision.remarks.filter(({ anchor }) => fieldText(content, anchor.field) === null)
  return (
    <div ref={page} className="decision">
      <Page over={overLine(decision)} title={content.title || t`A decision without a title`} lede={decision.status} head={<DeadlineRibbon {...talk} />} rail={<Rail talk={talk} />} railLabel={t`About this decision`}>
        {isRecord(decision.state) && <Verdict talk={talk} />}
        <Doing talk={talk} me={me} />
        <Changes talk={talk} />
        <div className="decision-needed"><Passage talk={talk} field="needed" text={content.needed} name={amid(FIELD_WORDS.needed)} /></div>
        {BEFORE.map((field) => <Part key={field} talk={talk} field={field} />)}
        <Section title={t`Options`}><Options talk={talk} /></Section>
        <Whole talk={talk} />
        <Objections talk={talk} onAnswer={answer} />
        <CallPart talk={talk} />
        {!followsRecommendation(decision) && <Recommendation talk={talk} />}
        {AFTER.map((field) => <Part key={field} talk={talk} field={field} />)}
        {gone.length > 0 && <Section title={t`Remarks on what is gone`}><Remarks talk={talk} remarks={gone} /></Section>}
        <div id="discussion"><Section title={t`Discussion`}><Suspense fallback={<Skeleton lines={3} />}><Discussion number={decision.number} me={me} begin={begin} /></Suspense></Section></div>
      </Page>
      {decision.can.includes('remark') && <SelectionRemark page={page} sourceOf={(field) => fieldText(content, field) ?? ''} onRemark={(field, quote) => setOpen({ at: 'remark', field, quote })} />}
    </div>
  )
}

function overLine({ number, spaceId, spaceName, door, adrNumber }: DecisionView) {
  return <>{adrNumber === null ? t`Decision` : adrName(adrNumber)} #{number} · <a href={`/decisions?space=${spaceId}`}>{spaceName}</a> · {DOOR_WORDS[door]}</>
}

function Part({ talk, field }: { talk: Talk, field: TextField }) {
  const text = talk.decision.content[field]
  if (text.trim() === '') return null
  return <Section title={FIELD_WORDS[field]}><Passage talk={talk} field={field} text={text} name={amid(FIELD_WORDS[field])} /></Section>
}

/** Positions on the whole. */
function Whole({ talk: { decision: { positions } } }: { talk: Talk }) {
  if (!positions.some(({ optionId }) => optionId === null)) return null
  return <div className="whole"><p className="hint">{t`On the whole`}</p><Said positions={positions} optionId={null} tradeOffId={null} about={t`the whole`} /></div>
}

function Recommendation({ talk }: { talk: Talk }) {
  const { content: { recommendation, options }, authorName, source, decidedAt } = talk.decision
  const option = options.find(({ id }) => id === recommendation.optionId)
  if (!option && recommendation.why.trim() === '') return null
  return (
    <Section title={t`Recommendation`} aside={source === null ? authorName : undefined}>
      {option && <p className="recommended">{decidedAt === null ? t`Take “${option.title}”.` : t`“${option.title}” was recommended.`}</p>}
      <Passage talk={talk} field="recommendation" text={recommendation.why} name={t`the recommendation`} />
    </Section>
  )
}
