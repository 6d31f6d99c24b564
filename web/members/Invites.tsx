import type { InviteView, MadeInvite, renewInvite, revokeInvite } from '#contract/members.ts'
import type { GivenTo } from '#contract/operation.ts'
import type { Send } from '../app/send.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Problem } from '../ui/Problem.tsx'
import { inviteWords } from './member-words.ts'
import { t } from '../ui/words.ts'

type Props = {
  invites: readonly InviteView[]
  zone: string
  now: Temporal.Instant
  renew: Send<GivenTo<typeof renewInvite>, MadeInvite>
  revoke: Send<GivenTo<typeof revokeInvite>>
  onMade: (made: MadeInvite) => void
}

/** Invites that nobody has accepted. A new link makes the old one stop. */
export function Invites({ invites, zone, now, renew, revoke, onMade }: Props) {
  const problem = renew.problem ?? revoke.problem
  return (
    <>
      <ul className="member-list">
        {invites.map((invite) => (
          <li key={invite.id}>
            <b>{invite.email}</b>
            <p className="hint">{inviteWords(invite, zone, now)}.</p>
            <div className="item-actions">
              <LinkAction busy={renew.busy} label={t`New link for ${invite.email}`} onClick={() => renew.send({ id: invite.id }, onMade)}>{t`New link`}</LinkAction>
              <LinkAction busy={revoke.busy} label={t`Take it back: the invite of ${invite.email}`} onClick={() => revoke.send({ id: invite.id })}>{t`Take it back`}</LinkAction>
            </div>
          </li>
        ))}
      </ul>
      {problem && <Problem title={problem.title} next={problem.next} />}
    </>
  )
}
