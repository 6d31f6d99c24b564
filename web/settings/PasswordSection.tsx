import { useState } from 'react'
import { PASSWORD_MIN } from '#contract/account.ts'
import type { editMe } from '#contract/account.ts'
import type { GivenTo } from '#contract/operation.ts'
import type { Send } from '../app/send.ts'
import { Field } from '../ui/Field.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Section.tsx'
import { SendForm } from '../ui/SendForm.tsx'
import { t } from '../ui/words.ts'

type Props = { email: string, edit: Send<GivenTo<typeof editMe>> }

/** A new password signs the other sessions out. */
export function PasswordSection({ email, edit }: Props) {
  const [open, setOpen] = useState(false)
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState(false)
  const short = next.length < PASSWORD_MIN
  const close = () => {
    edit.reset()
    setOpen(false)
    setCurrent('')
    setNext('')
    setTried(false)
  }
  const save = () => {
    setTried(true)
    if (!short) edit.send({ password: { ...(current !== '' && { current }), next } }, () => { close(); setDone(true) })
  }
  return (
    <Section id="password" title={t`Password`}>
      <Notice tone="settled">{done && !open && t`The password is changed. Your other browsers are signed out.`}</Notice>
      {!open && <p className="settings-line"><LinkAction strong onClick={() => { setOpen(true); setDone(false) }}>{t`Change the password`}</LinkAction></p>}
      {open && (
        <SendForm submit={t`Change the password`} look="quiet" onSubmit={save} busy={edit.busy} problem={edit.problem} label={t`Password`} aside={<LinkAction onClick={close}>{t`Leave it`}</LinkAction>}>
          <input className="unseen" type="text" autoComplete="username" value={email} readOnly tabIndex={-1} aria-hidden />
          <Field label={t`Password now`} type="password" autoComplete="current-password" hint={t`Leave it empty if you never had one.`} value={current} onChange={setCurrent} />
          <Field label={t`New password`} type="password" autoComplete="new-password" hint={t`At least ${PASSWORD_MIN} characters.`} value={next} onChange={setNext} error={tried && short ? t`Write at least ${PASSWORD_MIN} characters.` : undefined} />
        </SendForm>
      )}
    </Section>
  )
}
