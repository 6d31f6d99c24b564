import { Button } from '../ui/Button.tsx'
import { CopyLine } from '../ui/CopyLine.tsx'
import { HereAlone } from '../ui/HereAlone.tsx'
import { StartFrame } from './StartFrame.tsx'
import { t } from '../ui/words.ts'

export type InviteLink = { email: string, link: string }

/** Where no mail server is set, the links are handed over by the one who invites. */
export function Invitations({ links, onGoOn }: { links: readonly InviteLink[], onGoOn: () => void }) {
  return (
    <StartFrame title={t`The workspace stands. Hand these links over.`} lede={t`No mail server is set, so nothing was sent. Each link works once and for seven days; Members makes new ones.`}>
      <ul className="start-links">
        {links.map(({ email, link }) => <li key={email}><b>{email}</b><CopyLine label={t`Invite link for ${email}`} text={link} /></li>)}
      </ul>
      {links[0] && <HereAlone link={links[0].link} />}
      <Button onClick={onGoOn}>{t`Write the first wrap`}</Button>
    </StartFrame>
  )
}
