import { useState } from 'react'
import * as decisions from '#contract/decisions.ts'
import type { MeView } from '#contract/account.ts'
import { chosenMoment, localMoment } from '../../ui/ask/ask-words.ts'
import { Combobox } from '../../ui/Combobox.tsx'
import { Field } from '../../ui/Field.tsx'
import { zoneCity } from '../../ui/format.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { SendForm } from '../../ui/SendForm.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useRead } from '../../app/api.ts'
import { STATE_WORDS } from '../words.ts'
import { RoleFields } from '../write/RoleFields.tsx'
import type { Roles } from '../write/RoleFields.tsx'
import { noneIn, useSpacePeople } from '../write/use-space-people.ts'
import { rolesOf } from './roles-of.ts'
import type { Talk } from './talk.ts'
import { useDecisionWrite } from './use-decision-write.ts'
import { t } from '../../ui/words.ts'

/** A form that unfolds at the head of the page, one at a time. */
export type Part = 'withdraw' | 'deprecate' | 'supersede' | 'review' | 'roles' | 'more-time'
type Props = { talk: Talk, me: MeView, onClose: () => void }

/** The form of a part. */
export function PartForm({ part, ...props }: Props & { part: Part }) {
  switch (part) {
    case 'withdraw': return <Withdraw {...props} />
    case 'deprecate': return <Deprecate {...props} />
    case 'supersede': return <Supersede {...props} />
    case 'review': return <Review {...props} />
    case 'roles': return <ChangeRoles {...props} />
    case 'more-time': return <MoreTime {...props} />
  }
}

function Withdraw({ talk, onClose }: Props) {
  const { send, busy, problem } = useDecisionWrite(decisions.withdrawDecision)
  return <InlineForm label={t`Why it is taken back`} hint={t`It stays on the page; it can be taken up again as a draft.`} send={t`Withdraw it`} busy={busy} problem={problem} onSend={(reason) => send({ number: talk.decision.number, reason }, onClose)} onCancel={onClose} />
}

function Deprecate({ talk, onClose }: Props) {
  const { send, busy, problem } = useDecisionWrite(decisions.deprecateDecision)
  return <InlineForm label={t`Why it no longer holds`} hint={t`Where another one holds instead, say that it is superseded.`} send={t`It no longer holds`} busy={busy} problem={problem} onSend={(reason) => send({ number: talk.decision.number, reason }, onClose)} onCancel={onClose} />
}

function Supersede({ talk: { decision }, onClose }: Props) {
  const { send, busy, problem } = useDecisionWrite(decisions.supersedeDecision)
  const [by, setBy] = useState<string | null>(null)
  const others = useRead(decisions.listDecisions, { of: 'records' }).data?.items.filter(({ number }) => number !== decision.number) ?? []
  return (
    <SendForm label={t`Superseded by`} look="quiet" submit={t`Both pages show it`} busy={busy} problem={problem} onSubmit={() => { if (by !== null) send({ number: decision.number, by: Number(by) }, onClose) }} aside={<><LinkAction href={`/decisions/new?supersedes=${decision.number}`}>{t`Write the new one`}</LinkAction><LinkAction onClick={onClose}>{t`Leave it`}</LinkAction></>}>
      <Combobox label={t`The decision that holds now`} options={others.map(({ number, title, state }) => ({ value: String(number), label: `#${number} ${title}`, hint: STATE_WORDS[state] }))} value={by} onChange={setBy} placeholder={t`Its title or number`} none={t`No record by that name.`} error={by === null ? t`Choose the newer one.` : undefined} />
    </SendForm>
  )
}

function Review({ talk: { decision }, onClose }: Props) {
  const { send, busy, problem } = useDecisionWrite(decisions.reviewDecision)
  const [note, setNote] = useState('')
  const [on, setOn] = useState('')
  const submit = () => { if (note.trim() !== '') send({ number: decision.number, note: note.trim(), reviewOn: on === '' ? null : on }, onClose) }
  return (
    <SendForm label={t`Review`} look="quiet" submit={t`It was looked at again`} busy={busy} problem={problem} onSubmit={submit} aside={<LinkAction onClick={onClose}>{t`Leave it`}</LinkAction>}>
      <TextArea label={t`What you found`} value={note} onChange={setNote} rows={2} onSubmit={submit} error={note.trim() === '' ? t`Say in a sentence whether it still holds.` : undefined} />
      <Field label={t`Look at it again on`} type="date" value={on} onChange={setOn} hint={t`May stay empty.`} />
    </SendForm>
  )
}

function ChangeRoles({ talk: { decision, now }, me, onClose }: Props) {
  const { send, busy, problem } = useDecisionWrite(decisions.setDecisionRoles)
  const [roles, setRoles] = useState<Roles>(() => rolesOf(decision))
  const people = useSpacePeople(me, decision.spaceId, now)
  const { accountableId } = roles
  const submit = () => { if (accountableId !== null) send({ number: decision.number, roles: { ...roles, accountableId, responsibleIds: [...roles.responsibleIds], consultedIds: [...roles.consultedIds], informedIds: [...roles.informedIds] } }, onClose) }
  return (
    <SendForm label={t`Who does what`} look="quiet" submit={t`Keep the roles`} busy={busy} problem={problem} onSubmit={submit} aside={<LinkAction onClick={onClose}>{t`Leave it`}</LinkAction>}>
      <RoleFields roles={roles} people={people} none={noneIn(decision.spaceId)} onChange={setRoles} error={accountableId === null ? t`Choose who signs.` : undefined} />
    </SendForm>
  )
}

function MoreTime({ talk: { decision, zone, now }, onClose }: Props) {
  const { send, busy, problem } = useDecisionWrite(decisions.moreTimeForDecision)
  const [until, setUntil] = useState(() => localMoment(decision.deadline === null ? now : Temporal.Instant.from(decision.deadline), zone))
  const at = chosenMoment(until, zone)
  const wrong = at === undefined ? t`Choose a day and a time.` : undefined
  return (
    <SendForm label={t`More time`} look="quiet" submit={t`Give it more time`} busy={busy} problem={problem} onSubmit={() => { if (at) send({ number: decision.number, deadline: at.toString() }, onClose) }} aside={<LinkAction onClick={onClose}>{t`Leave it`}</LinkAction>}>
      <Field label={t`Open until`} type="datetime-local" value={until} onChange={setUntil} hint={t`In your time, ${zoneCity(zone)}.`} error={wrong} />
    </SendForm>
  )
}
