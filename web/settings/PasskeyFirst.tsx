import { listPasskeys } from '#contract/passkeys.ts'
import { useRead } from '../app/api.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { AddPasskey } from './AddPasskey.tsx'
import { Loaded } from './Loaded.tsx'
import { t } from '../ui/words.ts'

/** All that somebody sees who has yet to add the passkey that their workspace asks for. Once it is there, the page they wanted is. */
export function PasskeyFirst() {
  const keys = useRead(listPasskeys, {})
  return (
    <Page title={t`Add a passkey first`} lede={t`Everybody in this workspace signs in with one: a fingerprint, a face or a PIN instead of a password. It takes half a minute, and then all is here.`}>
      <Loaded id="passkey" title={t`Your passkey`} read={keys}>
        {({ fresh }) => fresh
          ? <AddPasskey look="primary" onDone={() => {}} />
          : <p className="settings-line"><LinkAction strong href={`/sign-in?back=${encodeURIComponent(window.location.pathname)}`}>{t`Sign in again to change how you are let in`}</LinkAction></p>}
      </Loaded>
    </Page>
  )
}
