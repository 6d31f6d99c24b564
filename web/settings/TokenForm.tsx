import { useState } from 'react'
import type { createToken } from '#contract/access.ts'
import type { GivenTo } from '#contract/operation.ts'
import type { Problem } from '#contract/problem.ts'
import { READ_SCOPES } from '#contract/scopes.ts'
import type { Scope } from '#contract/scopes.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Field } from '../ui/Field.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { useSaidAt } from '../ui/said-at.ts'
import { SendForm } from '../ui/SendForm.tsx'
import { grantable, scopeWords } from './access-words.ts'
import { endOf, ENDS } from './token-draft.ts'
import type { Ends } from './token-draft.ts'
import { t } from '../ui/words.ts'

type Props = { manages: boolean, now: Temporal.Instant, busy: boolean, problem: Problem | undefined, onCreate: (token: GivenTo<typeof createToken>) => void, onCancel: () => void }

/** What the token is for, what it may do, and until when. Begins with reading only. */
export function TokenForm({ manages, now, busy, problem, onCreate, onCancel }: Props) {
  const [label, setLabel] = useState('')
  const [scopes, setScopes] = useState<readonly Scope[]>(READ_SCOPES)
  const [ends, setEnds] = useState<Ends>('90')
  const [tried, setTried] = useState(false)
  const said = useSaidAt(problem, 'label', label)
  const noLabel = label.trim() === ''
  const create = () => {
    setTried(true)
    const expiresAt = endOf(ends, now)
    if (!noLabel && scopes.length > 0) onCreate({ label: label.trim(), scopes: [...scopes], ...(expiresAt && { expiresAt }) })
  }
  return (
    <SendForm submit={t`Make the token`} look="quiet" onSubmit={create} busy={busy} problem={problem} saysAt={['label']} label={t`A token`} aside={<LinkAction onClick={onCancel}>{t`Leave it`}</LinkAction>} wide>
      <Field label={t`What it is for`} value={label} onChange={setLabel} error={tried && noLabel ? t`Name it, so that you know later what it was for.` : said} />
      <fieldset className="field">
        <legend className="field-label">{t`It may`}</legend>
        <div className="scopes">
          {grantable(manages).map((scope) => <Checkbox key={scope} label={scopeWords(scope)} checked={scopes.includes(scope)} onChange={(may) => setScopes(scopes.filter((one) => one !== scope).concat(may ? [scope] : []))} />)}
        </div>
        <p className="field-error" aria-live="polite">{tried && scopes.length === 0 && t`Choose at least one.`}</p>
      </fieldset>
      <Choice legend={t`It ends`} options={ENDS} value={ends} onChange={setEnds} />
    </SendForm>
  )
}
