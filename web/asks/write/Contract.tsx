import { useState } from 'react'
import type { AgreementSettings } from '#domain/agreement/settings.ts'
import { allowanceWords } from '#domain/agreement/setting-words.ts'
import { ASK_KINDS, KIND_RULES } from '#domain/asks/kinds.ts'
import type { AskKind } from '#domain/asks/kinds.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Combobox } from '../../ui/Combobox.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Field } from '../../ui/Field.tsx'
import { capital, counted, zoneCity } from '../../ui/format.ts'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Select } from '../../ui/Select.tsx'
import type { Option } from '../../ui/Select.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { isUrgent, urgencyOf } from './ask-draft.ts'
import type { AskDraft, Wrong } from './ask-draft.ts'
import { MoreFields } from './MoreFields.tsx'
import { inTheirWords, t } from '../../ui/words.ts'
import { spoken } from '../../ui/spoken.ts'

export type ContractProps = {
  draft: AskDraft
  set: (part: Partial<AskDraft>) => void
  wrong: Wrong
  /** Spaces to choose from; none where it stands in a thread. */
  spaces: readonly Option[] | undefined
  spaceId: string | null
  people: readonly Option[]
  responses: AgreementSettings['responses']
  zone: string
  /** The moment at which it would be due, to begin a chosen one from; `2026-03-24T14:00`. */
  dueNow: string
}

const KINDS = ASK_KINDS.map((kind) => ({ value: kind, label: inTheirWords(KIND_RULES[kind].label) }))

/** The contract of an ask: what is wanted, of whom, by when, and what else its reader should know. */
export function Contract(props: ContractProps) {
  const { draft, set, wrong, spaces, spaceId } = props
  return (
    <>
      <div className="rail-part">
        <Select label={t`What is wanted`} options={KINDS} value={draft.kind} onChange={(kind) => set({ kind: kind as AskKind })} />
        {spaces && <Select label={t`Space`} options={spaces} value={spaceId} onChange={(id) => set({ spaceId: id })} placeholder={t`Choose a space`} error={wrong.space} />}
      </div>
      <WhoFields {...props} />
      <WhenFields {...props} />
      <MoreFields {...props} />
    </>
  )
}

function WhoFields({ draft, set, wrong, people }: ContractProps) {
  const others = people.filter(({ value }) => value !== draft.to)
  const count = others.filter(({ value }) => draft.others.includes(value)).length
  const toggle = (id: string, on: boolean) => set({ others: on ? [...draft.others, id] : draft.others.filter((one) => one !== id) })
  return (
    <div className="rail-part">
      <Combobox label={t`Who answers`} options={people} value={draft.to} onChange={(to) => set({ to })} placeholder={t`One person`} none={t`Nobody by that name can see this.`} error={wrong.to} />
      <Disclosure summary={count === 0 ? t`Nobody else is asked to add` : t`${capital(counted(count, 'other'))} may add`}>
        <p className="hint">{t`They may add; nobody waits for them.`}</p>
        {others.map(({ value, label, hint }) => <Checkbox key={value} label={label} {...(hint !== undefined && { hint })} checked={draft.others.includes(value)} onChange={(on) => toggle(value, on)} />)}
      </Disclosure>
    </div>
  )
}

const DUE = [{ value: 'agreement', label: t`As agreed` }, { value: 'chosen', label: t`A time I choose` }] as const

function WhenFields({ draft, set, wrong, responses, zone, dueNow }: ContractProps) {
  const name = urgencyOf(draft, responses)
  const response = responses.find((one) => one.name === name)
  const yours = t`In your time, ${zoneCity(zone)}.`
  return (
    <div className="rail-part">
      <Select
        label={t`Urgency`} options={responses.map((one) => ({ value: one.name, label: capital(one.name), hint: allowanceWords(one.allowance, spoken()) }))} value={name ?? null}
        onChange={(urgency) => set({ urgency })} hint={response?.meaning}
      />
      {isUrgent(draft, responses) && (
        <>
          <TextArea label={t`Why it cannot wait`} rows={2} value={draft.urgentReason} onChange={(urgentReason) => set({ urgentReason })} hint={t`Urgent reaches people in focus and off work, and repeats until somebody says that they are on it.`} error={wrong.urgentReason} name="urgentReason" required />
          <TextArea label={t`What is blocked until then`} rows={2} value={draft.blockedPath} onChange={(blockedPath) => set({ blockedPath })} error={wrong.blockedPath} required />
        </>
      )}
      <Choice legend={t`Due`} options={DUE} value={draft.due === null ? 'agreement' : 'chosen'} onChange={(due) => set({ due: due === 'chosen' ? dueNow : null })} />
      {draft.due !== null && <Field label={t`Due on`} type="datetime-local" hint={yours} value={draft.due} onChange={(due) => set({ due })} error={wrong.dueAt} />}
      <NeedBy yours={yours} value={draft.needBy} onChange={(needBy) => set({ needBy })} />
    </div>
  )
}

/** Until when its writer needs an answer: beside the time by which it is due it is the one that few fill in, so it waits behind a line. */
function NeedBy({ yours, value, onChange }: { yours: string, value: string, onChange: (needBy: string) => void }) {
  const [open, setOpen] = useState(value !== '')
  if (!open && value === '') return <p><LinkAction onClick={() => setOpen(true)}>{t`Be warned if that is too late for you`}</LinkAction></p>
  return <Field label={t`When you need it`} type="datetime-local" hint={t`${yours} Only warns you; may stay empty.`} value={value} onChange={onChange} />
}
