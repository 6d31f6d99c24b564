import type { PositionView } from '#contract/decisions.ts'
import { InlineText } from '../../ui/InlineText.tsx'
import { Initials, InitialsRow } from '../Initials.tsx'
import { POSITION_WORDS } from '../words.ts'
import { saidAt } from './said.ts'
import { t } from '../../ui/words.ts'

type Props = { positions: readonly PositionView[], optionId: string | null, tradeOffId: string | null, /** `A table in Postgres`. */ about: string }

/** Who stands where on one point: initials, and beside them the words of those who said why. */
export function Said({ positions, optionId, tradeOffId, about }: Props) {
  const { silent, worded } = saidAt(positions, { optionId, tradeOffId })
  if (silent.length + worded.length === 0) return null
  return (
    <div className="said" role="group" aria-label={t`Positions on ${about}`}>
      {worded.map((one, at) => (
        <p key={`${one.personId} ${at}`} className="said-line">
          <Initials said={one} bare />
          <span><b>{one.name}</b> {POSITION_WORDS[one.kind].theirs}{one.onRecord && t`, on record`}{!one.current && !one.onRecord && t`, of an earlier text`}: <q><InlineText text={one.text} /></q></span>
        </p>
      ))}
      {[...Map.groupBy(silent, ({ kind }) => kind).values()].map(([first, ...rest]) => first && <InitialsRow key={first.kind} said={[first, ...rest]} />)}
    </div>
  )
}
