import { previewAsk } from '#contract/asks.ts'
import { listPeople } from '#contract/people.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { useMe } from '../app/me.ts'
import { Combobox } from '../ui/Combobox.tsx'
import { Field } from '../ui/Field.tsx'
import { zoneCity } from '../ui/format.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { readOwner } from './answer-draft.ts'
import type { OwnerDraft } from './answer-draft.ts'
import { t } from '../ui/words.ts'

type Props = { spaceId: string, zone: string, value: OwnerDraft, onChange: (value: OwnerDraft) => void, onNobody: () => void }

/** Who is asked to clear a blocker, and when they read it and answer, before it is sent. */
export function BlockerOwner({ spaceId, zone, value, onChange, onNobody }: Props) {
  const me = useMe().data
  const open = me?.spaces.find(({ id }) => id === spaceId)?.visibility === 'open'
  const people = useRead(listPeople, open ? {} : { spaceId }, { when: me !== undefined }).data?.people ?? []
  const owner = readOwner(value, zone)
  const landing = useRead(previewAsk, { spaceId, kind: 'answer', to: '', ...owner }, { when: owner !== undefined })
  const asked = people.filter(({ id, state }) => state === 'active' && id !== me?.person.id).map(({ id, name, availability }) => ({ value: id, label: name, hint: availability }))
  return (
    <div className="blocker-owner">
      <Combobox label={t`Who can clear it?`} options={asked} value={value.to} onChange={(to) => onChange({ ...value, to })} hint={t`They get an ask with a clock on their own hours.`} />
      <Field label={t`When you need it`} type="datetime-local" hint={t`In your time, ${zoneCity(zone)}. Only warns you; may stay empty.`} value={value.needBy} onChange={(needBy) => onChange({ ...value, needBy })} />
      {owner && <p className="hint" role="status">{landing.error ? problemFrom(landing.error).title : [landing.data?.landings[0]?.sentence, landing.data?.warning].filter(Boolean).join(' ')}</p>}
      <LinkAction onClick={onNobody}>{t`Ask nobody`}</LinkAction>
    </div>
  )
}
