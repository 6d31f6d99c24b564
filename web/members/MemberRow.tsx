import { useState } from 'react'
import type { MeView } from '#contract/account.ts'
import type { MemberView } from '#contract/members.ts'
import { Choice } from '../ui/Choice.tsx'
import { CopyLine } from '../ui/CopyLine.tsx'
import { formatClock } from '../ui/format.ts'
import { HereAlone } from '../ui/HereAlone.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Problem } from '../ui/Problem.tsx'
import { DeactivateDialog } from './DeactivateDialog.tsx'
import { memberWords, ROLE_CHOICES, rolesFor } from './member-words.ts'
import type { MemberVerbs } from './MembersPage.tsx'
import { t, tr } from '../ui/words.ts'

type Props = { member: MemberView, me: MeView, zone: string, now: Temporal.Instant, verbs: MemberVerbs }

/** One member with what may be done about them. */
export function MemberRow({ member, me, zone, now, verbs }: Props) {
  const { id, name, email, role, can } = member
  const [choosing, setChoosing] = useState(false)
  const [asking, setAsking] = useState(false)
  const [link, setLink] = useState<{ link: string, expiresAt: string }>()
  const [touched, setTouched] = useState(false)
  const { changeRole, deactivate, reactivate, signInLink } = verbs
  const problem = touched ? changeRole.problem ?? deactivate.problem ?? reactivate.problem ?? signInLink.problem : undefined
  const act = (work: () => void) => {
    setTouched(true)
    work()
  }
  return (
    <li>
      <b><a href={`/people/${id}`}>{name}</a></b> <span className="hint">{email}</span>
      <p className="hint">{memberWords(member, zone, now)}.</p>
      <div className="item-actions">
        {can.includes('change-role') && <LinkAction label={t`Change role of ${name}`} onClick={() => setChoosing(!choosing)}>{t`Change role`}</LinkAction>}
        {can.includes('make-sign-in-link') && <LinkAction label={t`Make a sign-in link for ${name}`} busy={signInLink.busy} onClick={() => act(() => signInLink.send({ id }, setLink))}>{t`Sign-in link`}</LinkAction>}
        {can.includes('deactivate') && <LinkAction label={t`Deactivate ${name}`} onClick={() => setAsking(true)}>{t`Deactivate`}</LinkAction>}
        {can.includes('reactivate') && <LinkAction label={t`Let in again: ${name}`} busy={reactivate.busy} onClick={() => act(() => reactivate.send({ id }))}>{t`Let in again`}</LinkAction>}
      </div>
      {choosing && (
        <div className="member-role">
          <Choice legend={t`Role of ${name}`} legendUnseen options={rolesFor(me.person.role)} value={role} hint={ROLE_CHOICES.find(({ value }) => value === role)?.about} onChange={(next) => act(() => changeRole.send({ id, role: next }, () => setTouched(false)))} />
        </div>
      )}
      {link && <div className="member-link"><p>{tr`Hand this to ${name}. It signs in once, until ${formatClock(Temporal.Instant.from(link.expiresAt), zone)}, and is shown only now.`}</p><CopyLine label={t`Sign-in link for ${name}`} text={link.link} /><HereAlone link={link.link} /></div>}
      {problem && <Problem title={problem.title} next={problem.next} />}
      <DeactivateDialog name={name} open={asking} busy={deactivate.busy} onOpenChange={setAsking} onConfirm={() => act(() => deactivate.send({ id }, () => setAsking(false)))} />
    </li>
  )
}
