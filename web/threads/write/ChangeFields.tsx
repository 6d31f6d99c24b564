import { listPeople } from '#contract/people.ts'
import { useRead } from '../../app/api.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Field } from '../../ui/Field.tsx'
import { capital, counted } from '../../ui/format.ts'
import { RailPart } from '../../ui/Page.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import type { Missing, NewThread } from './new-thread.ts'
import { t } from '../../ui/words.ts'

type Change = NewThread['change']
type Props = { change: Change, spaceId: string | null, missing: Missing, onChange: (change: Partial<Change>) => void }

/** What a notice of a change says, and who must have read it. */
export function ChangeFields({ change, spaceId, missing, onChange }: Props) {
  const people = useRead(listPeople, spaceId === null ? {} : { spaceId }, { when: spaceId !== null }).data?.people.filter(({ state }) => state === 'active') ?? []
  const toggle = (id: string, on: boolean) => onChange({ mustRead: on ? [...change.mustRead, id] : change.mustRead.filter((one) => one !== id) })
  const count = change.mustRead.length
  return (
    <RailPart title={t`The change`}>
      <TextArea label={t`Was`} rows={1} value={change.was} onChange={(was) => onChange({ was })} error={missing.was} />
      <TextArea label={t`Now`} rows={1} value={change.now} onChange={(now) => onChange({ now })} error={missing.now} />
      <Field label={t`Since`} type="date" value={change.since} onChange={(since) => onChange({ since })} error={missing.since} />
      <TextArea label={t`Why`} rows={2} value={change.why} onChange={(why) => onChange({ why })} error={missing.why} />
      <Disclosure summary={count === 0 ? t`Nobody must confirm it` : t`${capital(counted(count, 'person', 'people'))} must confirm it`}>
        {people.length === 0 && <p className="hint">{t`Choose a space first.`}</p>}
        {people.map(({ id, name }) => <Checkbox key={id} label={name} checked={change.mustRead.includes(id)} onChange={(on) => toggle(id, on)} />)}
      </Disclosure>
    </RailPart>
  )
}
