import './members.css'
import { makeSignInLink } from '#contract/access.ts'
import { changeRole, deactivateMember, invitePerson, listInvites, listMembers, reactivateMember, renewInvite, revokeInvite } from '#contract/members.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { isAdmin, useMe, zoneOf } from '../app/me.ts'
import { NotFound } from '../app/PageProblem.tsx'
import { useSend } from '../app/send.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Members } from './Members.tsx'
import { t } from '../ui/words.ts'

/** Who belongs to the workspace, for those who manage it. */
export function MembersPage() {
  const me = useMe().data
  const manages = me !== undefined && isAdmin(me)
  const zone = zoneOf(me)
  const now = useNow()
  const members = useRead(listMembers, {}, { when: manages })
  const invites = useRead(listInvites, {}, { when: manages })
  const verbs = useMemberVerbs()
  const error = members.error ?? invites.error
  if (me && !manages) return <NotFound />
  if (me && members.data && invites.data) return <Members me={me} members={members.data.members} invites={invites.data.invites} zone={zone} now={now} verbs={verbs} />
  return <Page title={t`Members`}>{error ? <Problem {...problemFrom(error)} action={<LinkAction strong onClick={() => void members.refetch()}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={7} />}</Page>
}

function useMemberVerbs() {
  return {
    invite: useSend(invitePerson, 'invites', 'members'),
    renew: useSend(renewInvite, 'invites', 'outbox'),
    revoke: useSend(revokeInvite, 'invites', 'members'),
    changeRole: useSend(changeRole, 'members', 'people', 'account'),
    deactivate: useSend(deactivateMember, 'members', 'people'),
    reactivate: useSend(reactivateMember, 'members', 'people'),
    signInLink: useSend(makeSignInLink),
  }
}
export type MemberVerbs = ReturnType<typeof useMemberVerbs>
