import { InlineText } from '../../ui/InlineText.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import type { Option } from '../words.ts'
import { Passage } from './Passage.tsx'
import { PositionForm } from './PositionForm.tsx'
import { Said } from './Said.tsx'
import { mineAt } from './said.ts'
import type { Talk } from './talk.ts'
import { t } from '../../ui/words.ts'

const SIDES = { good: t`for it`, neutral: t`to know`, bad: t`costs` } as const
const MARKS = { chosen: t`chosen`, recommended: t`recommended` } as const

/** The options side by side, each with what speaks for and against it, and who stands where. */
export function Options({ talk }: { talk: Talk }) {
  const { decision } = talk
  const chosen = decision.content.options.find(({ title }) => decision.decidedAt !== null && title === decision.chosen)?.id
  return (
    <div className="options">
      {decision.content.options.map((option) => <OptionColumn key={option.id} talk={talk} option={option} mark={markOf(option, talk, chosen)} />)}
    </div>
  )
}

function markOf({ id }: Option, { decision }: Talk, chosen: string | undefined): 'chosen' | 'recommended' | undefined {
  if (chosen !== undefined) return chosen === id ? 'chosen' : undefined
  return decision.content.recommendation.optionId === id ? 'recommended' : undefined
}

function OptionColumn({ talk, option, mark }: { talk: Talk, option: Option, mark: 'chosen' | 'recommended' | undefined }) {
  const { decision, open, onOpen } = talk
  const point = { optionId: option.id, tradeOffId: null }
  const isOpen = open?.at === 'position' && open.optionId === option.id && open.tradeOffId === null
  return (
    <article className="option" data-mark={mark} data-item tabIndex={-1} id={`option-${option.id}`} aria-labelledby={`option-${option.id}-title`}>
      <h3 id={`option-${option.id}-title`}>{option.title}</h3>
      {mark && <p className="option-mark">{MARKS[mark]}</p>}
      <Passage talk={talk} field={`option:${option.id}`} text={option.body} name={option.title} headingsBelow={3} />
      {option.tradeOffs.length > 0 && <ul className="trade-offs">{option.tradeOffs.map((tradeOff) => <TradeOffLine key={tradeOff.id} talk={talk} option={option} tradeOff={tradeOff} />)}</ul>}
      <Said positions={decision.positions} {...point} about={option.title} />
      {decision.can.includes('position') && !isOpen && (
        <p><LinkAction strong keys="p" label={mineAt(decision.positions, talk.me, point) ? t`Change your position on ${option.title}` : t`Take a position on ${option.title}`} onClick={() => onOpen({ at: 'position', ...point })}>{mineAt(decision.positions, talk.me, point) ? t`Change your position` : t`Take a position`}</LinkAction></p>
      )}
      {isOpen && <PositionForm talk={talk} {...point} about={option.title} />}
    </article>
  )
}

function TradeOffLine({ talk, option, tradeOff }: { talk: Talk, option: Option, tradeOff: Option['tradeOffs'][number] }) {
  const { decision, open, onOpen } = talk
  const point = { optionId: option.id, tradeOffId: tradeOff.id }
  const isOpen = open?.at === 'position' && open.tradeOffId === tradeOff.id && open.optionId === option.id
  return (
    <li className="trade-off" data-side={tradeOff.side} id={`point-${tradeOff.id}`}>
      <p><b>{SIDES[tradeOff.side]}:</b> <InlineText text={tradeOff.text} />{decision.can.includes('position') && !isOpen && <> <LinkAction label={t`Say where you stand on “${tradeOff.text}”`} onClick={() => onOpen({ at: 'position', ...point })}>{t`Say`}</LinkAction></>}</p>
      <Said positions={decision.positions} {...point} about={tradeOff.text} />
      {isOpen && <PositionForm talk={talk} {...point} about={`“${tradeOff.text}”`} />}
    </li>
  )
}
