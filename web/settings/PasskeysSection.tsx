import { useState } from 'react'
import { choosePasskeysOnly, removePasskey, requirePasskeys } from '#contract/passkeys.ts'
import type { listPasskeys } from '#contract/passkeys.ts'
import type { OutputOf } from '#contract/operation.ts'
import { useSend } from '../app/send.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Empty } from '../ui/Empty.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { capital, counted } from '../ui/format.ts'
import { Problem } from '../ui/Problem.tsx'
import { usedWords } from './access-words.ts'
import { AddPasskey } from './AddPasskey.tsx'
import { t } from '../ui/words.ts'

type Props = OutputOf<typeof listPasskeys> & {
  /** Whether the reader may ask a passkey of everybody. */
  manages: boolean
  zone: string
  now: Temporal.Instant
}

/** Passkeys, and whom they alone let in. What can be changed only right after a sign-in says so. */
export function PasskeysSection({ passkeys, possible, only, required, without, fresh, manages, zone, now }: Props) {
  const [adding, setAdding] = useState(false)
  const remove = useSend(removePasskey, 'account')
  const choose = useSend(choosePasskeysOnly, 'account')
  const ask = useSend(requirePasskeys, 'account')
  const problem = remove.problem ?? choose.problem ?? ask.problem
  const has = passkeys.length > 0
  if (!possible && !has) return <Empty text={t`Passkeys work where Longhand is reached by a name and with encryption. Here it is not; whoever runs it can change that with PUBLIC_URL.`} />
  return (
    <>
      <ul className="settings-list">
        {passkeys.map((passkey) => (
          <li key={passkey.id}>
            <span>{passkey.label}<p className="hint">{usedWords(passkey, zone, now)}{passkey.synced && `; ${t`kept on more than one device`}`}.</p></span>
            {fresh && <LinkAction busy={remove.busy} label={t`Take it away: the passkey ${passkey.label}`} onClick={() => remove.send({ id: passkey.id })}>{t`Take it away`}</LinkAction>}
          </li>
        ))}
      </ul>
      {!has && !adding && <Empty text={t`No passkeys. One lets you in with a fingerprint, a face or a PIN instead of a password. It cannot be guessed, and no false page can take it from you.`} />}
      {!fresh && <p className="settings-line"><LinkAction strong href="/sign-in?back=%2Fsettings">{t`Sign in again to change how you are let in`}</LinkAction></p>}
      {fresh && possible && !adding && <p className="settings-line"><LinkAction strong onClick={() => setAdding(true)}>{t`Add a passkey`}</LinkAction></p>}
      {adding && <AddPasskey look="quiet" onDone={() => setAdding(false)} onLeave={() => setAdding(false)} />}
      {(has || required) && (
        <div className="settings-switches">
          <Checkbox label={t`A passkey alone lets me in`} checked={only || required} disabled={!fresh || required || choose.busy} onChange={(on) => choose.send({ only: on })}
            hint={required ? t`Everybody here needs one.` : t`Your password and mailed links then do not. Add a second passkey first: if you lose the only one, an owner or admin must give you a link.`} />
          {manages && <Checkbox label={t`Everybody here needs a passkey`} checked={required} disabled={!fresh || ask.busy} onChange={(on) => ask.send({ required: on })}
            hint={`${t`Whoever has one is let in by it alone. Whoever has none can do nothing but add one.`} ${without ? t`${capital(counted(without, 'person has', 'people have'))} none yet.` : t`Everybody has one.`}`} />}
        </div>
      )}
      {problem && <Problem title={problem.title} next={problem.next} />}
    </>
  )
}
