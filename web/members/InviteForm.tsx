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
import { ROLE_CHOICES, rolesFor } from './member-words.ts'
import { t } from '../ui/words.ts'

type Props = {
  /** The reader's own role, which says what they may give. */
  role: Role
  spaces: MeView['spaces']
  busy: boolean
  problem: Problem | undefined
  onInvite: (invite: GivenTo<typeof invitePerson>) => void
  onCancel: () => void
}

/** Address, role, and the spaces they start in. */
export function InviteForm({ role: mine, spaces, busy, problem, onInvite, onCancel }: Props) {
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('member')
  const [spaceIds, setSpaces] = useState<readonly string[]>([])
  const [tried, setTried] = useState(false)
  const nowhere = role === 'guest' && spaceIds.length === 0
  const wrong = !/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email.trim())
  const invite = () => {
    setTried(true)
    if (!wrong && !nowhere) onInvite({ email: email.trim(), role, spaceIds: [...spaceIds] })
  }
  return (
    <SendForm submit={t`Invite`} onSubmit={invite} busy={busy} problem={problem} label={t`Invite somebody`} aside={<LinkAction onClick={onCancel}>{t`Leave it`}</LinkAction>}>
      <Field label={t`E-mail`} type="email" value={email} onChange={setEmail} error={tried && wrong ? t`Write their whole e-mail address.` : undefined} />
      <Choice legend={t`Role`} options={rolesFor(mine)} value={role} onChange={setRole} hint={ROLE_CHOICES.find(({ value }) => value === role)?.about} />
      {spaces.length > 0 && (
        <fieldset className="field">
          <legend className="field-label">{t`Spaces to start in`}</legend>
          <div className="member-spaces">{spaces.map(({ id, name }) => <Checkbox key={id} label={name} checked={spaceIds.includes(id)} onChange={(on) => setSpaces(spaceIds.filter((one) => one !== id).concat(on ? [id] : []))} />)}</div>
          <p className="field-error" aria-live="polite">{tried && nowhere && t`A guest sees only the spaces you choose; choose one at least.`}</p>
        </fieldset>
      )}
    </SendForm>
  )
}
