import { useState } from 'react'
import { addPasskey, beginPasskey } from '#contract/passkeys.ts'
import { makePasskey } from '../app/passkey-browser.ts'
import { useSend } from '../app/send.ts'
import { Field } from '../ui/Field.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Notice } from '../ui/Notice.tsx'
import { SendForm } from '../ui/SendForm.tsx'
import { agentWords } from './access-words.ts'
import { t } from '../ui/words.ts'

type Props = { look: 'primary' | 'quiet', onDone: () => void, onLeave?: () => void }

/** A name for the device, then the browser's own dialogue. */
export function AddPasskey({ look, onDone, onLeave }: Props) {
  const begin = useSend(beginPasskey)
  const add = useSend(addPasskey, 'account')
  const [label, setLabel] = useState(() => agentWords(navigator.userAgent))
  const [asking, setAsking] = useState(false)
  const [refused, setRefused] = useState<string>()
  const [tried, setTried] = useState(false)
  const noLabel = label.trim() === ''
  const make = () => {
    setTried(true)
    if (noLabel) return
    setRefused(undefined)
    add.reset()
    begin.send({}, ({ options }) => {
      setAsking(true)
      makePasskey(options)
        .then((key) => add.send({ label: label.trim(), key }, onDone), (error: unknown) => setRefused(error instanceof Error ? error.message : String(error)))
        .finally(() => setAsking(false))
    })
  }
  return (
    <>
      <SendForm submit={t`Add a passkey`} look={look} onSubmit={make} busy={begin.busy || asking || add.busy} problem={begin.problem ?? add.problem} label={t`A passkey`} aside={onLeave && <LinkAction onClick={onLeave}>{t`Leave it`}</LinkAction>}>
        <Field label={t`What you call it`} value={label} onChange={setLabel} hint={t`So that you know later which device it is.`} error={tried && noLabel ? t`Name it, so that you know later which device it is.` : undefined} />
      </SendForm>
      <Notice>{asking ? t`Your browser asks for it now.` : refused}</Notice>
    </>
  )
}
