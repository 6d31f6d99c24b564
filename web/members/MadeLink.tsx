import type { MadeInvite } from '#contract/members.ts'
import { CopyLine } from '../ui/CopyLine.tsx'
import { HereAlone } from '../ui/HereAlone.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { t } from '../ui/words.ts'

/** The link of an invite that was just made; it is shown this once. */
export function MadeLink({ made: { invite, link, mailed }, onDone }: { made: MadeInvite, onDone: () => void }) {
  return (
    <div className="member-link" role="status">
      <p>{mailed ? t`${invite.email} is invited by mail. The same link, to hand over by other means:` : t`No mail is sent from here. Hand this link to ${invite.email}; it is shown only now.`}</p>
      <CopyLine label={t`Invite link for ${invite.email}`} text={link} />
      <HereAlone link={link} />
      <LinkAction onClick={onDone}>{t`Done¦close`}</LinkAction>
    </div>
  )
}
