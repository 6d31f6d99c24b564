import { useState } from 'react'
import type { MeView } from '#contract/account.ts'
import type { invitePerson } from '#contract/members.ts'
import type { GivenTo } from '#contract/operation.ts'
import type { Problem } from '#contract/problem.ts'
import type { Role } from '#domain/policy.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Field } from '../ui/Field.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { SendForm } from '../ui/SendForm.tsx'
import { DraftLine } from '../ui/DraftLine.tsx'
import type { DraftHandle } from '../app/drafts.ts'
import { ROLE_CHOICES, rolesFor } from './member-words.ts'
import type { InviteDraft } from './use-invite-draft.ts'
import { t } from '../ui/words.ts'

type Props = {
  /** The reader's own role, which says what they may give. */
  role: Role
  spaces: MeView['spaces']
  draft: DraftHandle<InviteDraft>
  /** The reader’s, for when it was kept. */
  zone: string
  busy: boolean
  problem: Problem | undefined
  onInvite: (invite: GivenTo<typeof invitePerson>) => void
  onCancel: () => void
}

/** Address, role, and the spaces they start in. */
export function InviteForm({ role: mine, spaces, draft, zone, busy, problem, onInvite, onCancel }: Props) {
  const { email } = draft.value
  // What was begun before a role or a space changed is offered no more than what may be given now.
  const role = rolesFor(mine).some(({ value }) => value === draft.value.role) ? draft.value.role : 'member'
  const spaceIds = draft.value.spaceIds.filter((id) => spaces.some((space) => space.id === id))
  const set = (part: Partial<InviteDraft>) => draft.set({ ...draft.value, ...part })
  const [tried, setTried] = useState(false)
  const nowhere = role === 'guest' && spaceIds.length === 0
  const wrong = !/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email.trim())
  const invite = () => {
    setTried(true)
    if (!wrong && !nowhere) onInvite({ email: email.trim(), role, spaceIds })
  }
  return (
    <SendForm submit={t`Invite`} onSubmit={invite} busy={busy} problem={problem} label={t`Invite somebody`} aside={<LinkAction onClick={onCancel}>{t`Leave it`}</LinkAction>}>
      <Field label={t`E-mail`} type="email" value={email} onChange={(typed) => set({ email: typed })} error={tried && wrong ? t`Write their whole e-mail address.` : undefined} />
      <Choice legend={t`Role`} options={rolesFor(mine)} value={role} onChange={(chosen) => set({ role: chosen })} hint={ROLE_CHOICES.find(({ value }) => value === role)?.about} />
      {spaces.length > 0 && (
        <fieldset className="field">
          <legend className="field-label">{t`Spaces to start in`}</legend>
          <div className="member-spaces">{spaces.map(({ id, name }) => <Checkbox key={id} label={name} checked={spaceIds.includes(id)} onChange={(on) => set({ spaceIds: spaceIds.filter((one) => one !== id).concat(on ? [id] : []) })} />)}</div>
          <p className="field-error" aria-live="polite">{tried && nowhere && t`A guest sees only the spaces you choose; choose one at least.`}</p>
        </fieldset>
      )}
      <DraftLine kept={draft.kept} zone={zone} other={draft.other?.email} onTakeOther={draft.takeOther} onKeepMine={draft.keepMine} />
    </SendForm>
  )
}
