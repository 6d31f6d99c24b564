import { useState } from 'react'
import type { EndpointView, WebhookType } from '#contract/webhooks.ts'
import type { Problem } from '#contract/problem.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Field } from '../ui/Field.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Select } from '../ui/Select.tsx'
import { SendForm } from '../ui/SendForm.tsx'
import { t } from '../ui/words.ts'

export type EndpointDraft = { url: string, types: WebhookType[], spaceId: string | null }
type Props = {
  label: string
  submit: string
  /** What stands there already, when it is changed. */
  from?: EndpointView
  offers: readonly { type: WebhookType, does: string }[]
  spaces: readonly { id: string, name: string }[]
  busy: boolean
  problem: Problem | undefined
  onSend: (draft: EndpointDraft) => void
  onCancel: () => void
}

/** The value that stands for every space. */
const ALL = 'all'

/** Where another program listens, and what it is told of. */
export function EndpointForm({ label, submit, from, offers, spaces, busy, problem, onSend, onCancel }: Props) {
  const [url, setUrl] = useState(from?.url ?? '')
  const [types, setTypes] = useState<readonly WebhookType[]>(from?.types ?? [])
  const [space, setSpace] = useState(from?.spaceId ?? ALL)
  const [tried, setTried] = useState(false)
  const noUrl = url.trim() === ''
  const send = () => {
    setTried(true)
    if (!noUrl && types.length > 0) onSend({ url: url.trim(), types: [...types], spaceId: space === ALL ? null : space })
  }
  return (
    <div className="webhook-form"><SendForm submit={submit} look="quiet" label={label} busy={busy} problem={problem} onSubmit={send} aside={<LinkAction onClick={onCancel}>{t`Leave it`}</LinkAction>} wide>
      <Field label={t`Its address`} type="url" inputMode="url" value={url} onChange={setUrl} placeholder="https://hooks.example.com/longhand" error={tried && noUrl ? t`Say where it listens.` : undefined} hint={t`An https address on the public internet.`} />
      <Select label={t`Where`} options={[{ value: ALL, label: t`Everywhere that you see` }, ...spaces.map(({ id, name }) => ({ value: id, label: t`Only in ${name}` }))]} value={space} onChange={setSpace} />
      <fieldset className="field">
        <legend className="field-label">{t`It is told when`}</legend>
        <div className="webhook-types">
          {offers.map(({ type, does }) => <Checkbox key={type} label={does.replace(/\.$/, '')} hint={<code>{type}</code>} checked={types.includes(type)} onChange={(tell) => setTypes(types.filter((one) => one !== type).concat(tell ? [type] : []))} />)}
        </div>
        <p className="field-error" aria-live="polite">{tried && types.length === 0 && t`Choose at least one.`}</p>
      </fieldset>
    </SendForm></div>
  )
}
