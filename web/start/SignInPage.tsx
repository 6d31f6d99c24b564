import { useRouter, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { requestMagicLink } from '#contract/access.ts'
import { signIn } from '#contract/account.ts'
import { problemFrom, useWrite } from '../app/api.ts'
import { safeBack } from './back.ts'
import { isEmail } from './emails.ts'
import { SignInForm } from './SignInForm.tsx'
import { StartFrame } from './StartFrame.tsx'
import { useEnter } from './use-enter.ts'
import { useStart } from './use-start.ts'
import { t } from '../ui/words.ts'

/** Sign in by password, or have a one-time link mailed. Where nothing is set up yet, this leads to the welcome. */
export function SignInPage() {
  const start = useStart()
  const { history } = useRouter()
  const back = safeBack(useSearch({ strict: false }).back)
  const enter = useEnter()
  const [email, setEmail] = useState('')
  const byPassword = useWrite(signIn, { onDone: () => enter(back) })
  const byLink = useWrite(requestMagicLink)
  const fresh = start.data?.setUp === false
  useEffect(() => { if (fresh) history.replace('/start') }, [fresh, history])
  const problem = byPassword.error ?? byLink.error
  return (
    <StartFrame title={t`Sign in`} lede={back === '/' ? undefined : t`Afterwards you are where you wanted to go.`}>
      <SignInForm
        email={email} onEmail={setEmail} mailWorks={start.data?.mailWorks ?? false} busy={byPassword.isPending || byLink.isPending}
        problem={problem ? problemFrom(problem) : undefined} sentTo={byLink.isSuccess ? byLink.variables.email : undefined}
        onPassword={(password) => { byLink.reset(); byPassword.mutate({ email: email.trim(), password }) }}
        onLink={() => { byPassword.reset(); if (isEmail(email)) byLink.mutate({ email: email.trim() }) }}
        demo={start.data?.demo ?? false}
      />
    </StartFrame>
  )
}
