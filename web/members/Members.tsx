import { useState } from 'react'
import type { MeView } from '#contract/account.ts'
import type { InviteView, MadeInvite, MemberView } from '#contract/members.ts'
import { capital, counted } from '../ui/format.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { InviteForm } from './InviteForm.tsx'
import { Invites } from './Invites.tsx'
import { MadeLink } from './MadeLink.tsx'
import { MemberRow } from './MemberRow.tsx'
import type { MemberVerbs } from './MembersPage.tsx'
import { useInviteDraft } from './use-invite-draft.ts'
import { t } from '../ui/words.ts'

type Props = { me: MeView, members: readonly MemberView[], invites: readonly InviteView[], zone: string, now: Temporal.Instant, verbs: MemberVerbs }

/** Everybody with role and state; whoever is invited; a way to invite. */
export function Members({ me, members, invites, zone, now, verbs }: Props) {
  const draft = useInviteDraft(me.person.id)
  const [opened, setOpened] = useState(false)
  // Somebody who comes back to it goes on; from then on it stays open while its address is written anew.
  if (!opened && draft.value.email !== '') setOpened(true)
  const [made, setMade] = useState<MadeInvite>()
  const here = members.filter(({ state }) => state === 'active').length
  const close = () => {
    verbs.invite.reset()
    draft.clear()
    setOpened(false)
  }
  return (
    <Page title={t`${capital(counted(here, 'person', 'people'))} in ${me.workspace.name}.`} lede={invites.length > 0 ? t`${capital(counted(invites.length, 'invite'))} not accepted yet.` : undefined}>
      {!opened && <p className="page-first"><LinkAction strong onClick={() => { setOpened(true); setMade(undefined) }}>{t`Invite somebody`}</LinkAction></p>}
      {opened && <InviteForm role={me.person.role} spaces={me.spaces} draft={draft} zone={zone} busy={verbs.invite.busy} problem={verbs.invite.problem} onCancel={close} onInvite={(input) => verbs.invite.send(input, (output) => { setMade(output); close() })} />}
      {made && <MadeLink made={made} onDone={() => setMade(undefined)} />}
      {invites.length > 0 && <Section title={t`Invited`}><Invites invites={invites} zone={zone} now={now} renew={verbs.renew} revoke={verbs.revoke} onMade={setMade} /></Section>}
      <Section title={t`Members`}>
        <ul className="member-list">
          {members.filter(({ state }) => state !== 'invited').map((member) => <MemberRow key={member.id} member={member} me={me} zone={zone} now={now} verbs={verbs} />)}
        </ul>
      </Section>
    </Page>
  )
}
