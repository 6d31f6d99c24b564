import type { PositionView } from '#contract/decisions.ts'
import { countInWords } from '../../ui/format.ts'
import { InlineText } from '../../ui/InlineText.tsx'
import { Item } from '../../ui/Item.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Section } from '../../ui/Section.tsx'
import { Time } from '../../ui/Time.tsx'
import { pointWords } from '../words.ts'
import { openObjections, openQuestions } from './said.ts'
import type { Talk } from './talk.ts'
import { t, tr } from '../../ui/words.ts'

type Props = { talk: Talk, onAnswer: (position: PositionView) => void }

/** What stands in the way, first the objections, then the questions; what a call has heard stays on record. */
export function Objections({ talk, onAnswer }: Props) {
  const { positions } = talk.decision
  const objections = openObjections(positions)
  const questions = openQuestions(positions)
  const heard = positions.filter(({ kind, onRecord }) => kind === 'objection' && onRecord)
  return (
    <>
      {objections.length > 0 && <Section title={objections.length === 1 ? t`Open objection` : t`Open objections`} aside={t`${countInWords(objections.length)} left`}>{objections.map((one) => <Against key={keyOf(one)} position={one} talk={talk} onAnswer={onAnswer} />)}</Section>}
      {questions.length > 0 && <Section title={questions.length === 1 ? t`Open question` : t`Open questions`}>{questions.map((one) => <Against key={keyOf(one)} position={one} talk={talk} onAnswer={onAnswer} />)}</Section>}
      {heard.length > 0 && <Section title={heard.length === 1 ? t`Objection on record` : t`Objections on record`}>{heard.map((one) => <Against key={keyOf(one)} position={one} talk={talk} onAnswer={onAnswer} />)}</Section>}
    </>
  )
}

const keyOf = ({ personId, optionId, tradeOffId, at }: PositionView): string => [personId, optionId, tradeOffId, at].join(' ')

function Against({ position, talk, onAnswer }: { position: PositionView, talk: Talk, onAnswer: (position: PositionView) => void }) {
  const { decision, me, zone, now, onOpen } = talk
  const about = pointWords(position, decision.content)
  const mine = position.personId === me
  const may = decision.can.includes('position')
  return (
    <Item
      text={<InlineText text={position.text} />}
      by={<>{mine ? t`You` : position.name}{about === undefined ? t`, about the whole` : <>{tr`, about ${about}`}</>}{!position.current && t`, said of an earlier text`} · <Time at={Temporal.Instant.from(position.at)} zone={zone} now={now} /></>}
      actions={may && (mine
        ? <LinkAction strong keys="e" label={position.kind === 'objection' ? t`Change or lift it: what you said` : t`Change it: what you said`} onClick={() => onOpen({ at: 'position', optionId: position.optionId, tradeOffId: position.tradeOffId })}>{position.kind === 'objection' ? t`Change or lift it` : t`Change it`}</LinkAction>
        : <LinkAction strong keys="e" label={t`Answer ${position.name}`} onClick={() => onAnswer(position)}>{t`Answer`}</LinkAction>)}
    />
  )
}
