import { Choice } from '../../ui/Choice.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import type { Content, TextField } from '../words.ts'
import { FIELD_WORDS } from '../words.ts'
import { placeOf } from './checked-text.ts'
import { ClaimFields } from './ClaimFields.tsx'
import { DecisionText } from './DecisionText.tsx'
import type { Wrong } from './draft.ts'
import { OptionFields } from './OptionFields.tsx'
import { t } from '../../ui/words.ts'

type Props = { content: Content, onChange: (content: Content) => void, wrong: Wrong }
const HINTS: Partial<Record<TextField, string>> = {
  needed: t`The question, in one or two sentences.`, context: t`What one needs to know to choose.`, criteria: t`Costs, speed, what can be undone.`, objectionsForeseen: t`What will be said against it, and what you would answer.`,
  consequences: t`Good and bad.`, confirmation: t`A test, a number, a review.`,
}
const LATER: readonly TextField[] = ['objectionsForeseen', 'consequences', 'confirmation', 'more']

/** Everything a decision says: the question, the options, what is recommended; the rest unfolds. */
export function TextFields({ content, onChange, wrong }: Props) {
  const area = (field: TextField, rows = 2) => <DecisionText key={field} place={field} label={FIELD_WORDS[field]} hint={HINTS[field]} rows={rows} value={content[field]} onChange={(text) => onChange({ ...content, [field]: text })} error={field === 'needed' ? wrong.needed : undefined} />
  const filled = content.claims.length > 0 || LATER.some((field) => content[field].trim() !== '')
  return (
    <>
      {area('needed')}
      {area('context', 4)}
      {area('criteria')}
      <h2 className="form-part">{t`Options and their trade-offs`}</h2>
      <OptionFields content={content} onChange={onChange} error={wrong.options} />
      <h2 className="form-part">{t`Recommendation`}</h2>
      <RecommendationFields content={content} onChange={onChange} wrong={wrong} />
      <Disclosure summary={t`What is known and assumed, objections foreseen, and what follows`} open={filled}>
        <ClaimFields claims={content.claims} onChange={(claims) => onChange({ ...content, claims })} />
        {LATER.map((field) => area(field))}
      </Disclosure>
    </>
  )
}

const NONE = ''

function RecommendationFields({ content, onChange, wrong }: Props) {
  const { recommendation } = content
  const named = content.options.filter(({ title }) => title.trim() !== '')
  const options = [...named.map(({ id, title }) => ({ value: id, label: title.trim() })), { value: NONE, label: t`None yet` }]
  return (
    <div className="recommendation-fields">
      <Choice legend={t`What you would take`} legendUnseen options={options} value={recommendation.optionId ?? NONE} onChange={(id) => onChange({ ...content, recommendation: { ...recommendation, optionId: id === NONE ? null : id } })} />
      {wrong.recommendation && <p className="field-error">{wrong.recommendation}</p>}
      <DecisionText place={placeOf.recommendation} label={t`Why`} rows={2} value={recommendation.why} onChange={(why) => onChange({ ...content, recommendation: { ...recommendation, why } })} />
    </div>
  )
}
