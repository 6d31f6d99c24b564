import { useState } from 'react'
import type { Problem } from '#contract/problem.ts'
import { Field } from '../ui/Field.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Notice } from '../ui/Notice.tsx'
import { SendForm } from '../ui/SendForm.tsx'
import { stillWrong } from '../ui/still-wrong.ts'
import { isEmail } from './emails.ts'
import { t } from '../ui/words.ts'

type Props = {
  email: string
  onEmail: (email: string) => void
  mailWorks: boolean
  /** Whether a passkey could let somebody in here. */
  passkeys: boolean
  busy: boolean
  problem: Problem | undefined
  /** Where a link was just sent, known there or not. */
  sentTo: string | undefined
  onPassword: (password: string) => void
  onLink: () => void
  onPasskey: () => void
  /** Why the browser gave no passkey, in a sentence. */
  refused: string | undefined
  demo: boolean
}

type Errors = { email?: string, password?: string }
const EMAIL_ERROR = { email: t`Write your whole e-mail address.` }

/** E-mail and password, with the other way in beside the button. */
export function SignInForm({ email, onEmail, mailWorks, passkeys, busy, problem, sentTo, onPassword, onLink, onPasskey, refused, demo }: Props) {
  const [password, setPassword] = useState('')
  const [errors, setErrors] = useState<Errors>({})
  const wrong: Errors = { ...(!isEmail(email) && EMAIL_ERROR), ...(password === '' && { password: t`Write your password.` }) }
  const shown = stillWrong(errors, wrong)
  const submit = () => {
    setErrors(wrong)
    if (Object.keys(wrong).length === 0) onPassword(password)
  }
  const link = () => {
    setErrors(isEmail(email) ? {} : EMAIL_ERROR)
    onLink()
  }
  return (
    <>
      <SendForm submit={t`Sign in`} onSubmit={submit} busy={busy} problem={problem} aside={<>{passkeys && <LinkAction onClick={onPasskey}>{t`Use a passkey`}</LinkAction>}{mailWorks && <LinkAction onClick={link}>{t`Mail me a link instead`}</LinkAction>}</>}>
        <Field label={t`E-mail`} name="email" type="email" autoComplete="username" value={email} onChange={onEmail} error={shown.email} />
        <Field label={t`Password`} name="password" type="password" autoComplete="current-password" value={password} onChange={setPassword} error={shown.password} />
      </SendForm>
      <Notice tone={refused ? 'plain' : 'settled'}>{refused ?? (sentTo && t`If ${sentTo} is known here, a link is on its way. It works once, for 30 minutes.`)}</Notice>
      <p className="hint">
        {!mailWorks && t`Forgot the password? No mail is sent from here. Ask an owner or admin for a sign-in link; whoever runs this server makes one with “longhand sign-in-link EMAIL”. `}
        {demo && <a href="/start">{t`Look around the demo instead`}</a>}
      </p>
    </>
  )
}
