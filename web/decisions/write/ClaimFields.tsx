import { Choice } from '../../ui/Choice.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import type { Content } from '../words.ts'
import { placeOf } from './checked-text.ts'
import { DecisionText } from './DecisionText.tsx'
import { t } from '../../ui/words.ts'

type Claim = Content['claims'][number]
type Props = { claims: readonly Claim[], onChange: (claims: Claim[]) => void }
const BASES = [{ value: 'known', label: t`Known` }, { value: 'assumed', label: t`Assumed` }] as const
const CONFIDENCE = [{ value: 'high', label: t`Sure` }, { value: 'medium', label: t`Fairly sure` }, { value: 'low', label: t`Not sure` }] as const

/** What is known and what is assumed, each with how sure it is. */
export function ClaimFields({ claims, onChange }: Props) {
  const change = (at: number, part: Partial<Claim>) => onChange(claims.map((claim, place) => (place === at ? { ...claim, ...part } : claim)))
  return (
    <fieldset className="claim-fields">
      <legend className="field-label">{t`Known and assumed`}</legend>
      {claims.map((claim, at) => (
        <div key={at} className="claim-field">
          <DecisionText slim rows={1} place={placeOf.claim(at)} label={t`Claim ${at + 1}`} value={claim.text} onChange={(text) => change(at, { text })} />
          <div className="claim-marks">
            <Choice legend={t`What claim ${at + 1} rests on`} legendUnseen options={BASES} value={claim.basis} onChange={(basis) => change(at, { basis })} />
            <Choice legend={t`How sure claim ${at + 1} is`} legendUnseen options={CONFIDENCE} value={claim.confidence} onChange={(confidence) => change(at, { confidence })} />
            <LinkAction label={t`Take out claim ${at + 1}`} onClick={() => onChange(claims.filter((_, place) => place !== at))}>{t`Take out`}</LinkAction>
          </div>
        </div>
      ))}
      <p><LinkAction onClick={() => onChange([...claims, { text: '', basis: 'known', confidence: 'medium' }])}>{t`Add a claim`}</LinkAction></p>
    </fieldset>
  )
}
