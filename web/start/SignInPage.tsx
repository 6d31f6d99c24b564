import { useRouter, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { requestMagicLink } from '#contract/access.ts'
import { signIn } from '#contract/account.ts'
import { beginPasskeySignIn, signInByPasskey } from '#contract/passkeys.ts'
import { problemFrom, useWrite } from '../app/api.ts'
import { askForPasskey } from '../app/passkey-browser.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { safeBack } from './back.ts'
import { isEmail } from './emails.ts'
import { SignInForm } from './SignInForm.tsx'
import { StartFrame } from './StartFrame.tsx'
import { useEnter } from './use-enter.ts'
import { useLedOn } from './use-led-on.ts'
import { useStart } from './use-start.ts'
import { t } from '../ui/words.ts'

const HERE = '/sign-in'

/** Sign in by password, or have a one-time link mailed. Where nothing is set up yet, this leads to the welcome; whoever is signed in is led on. */
export function SignInPage() {
  const start = useStart()
  const { history } = useRouter()
  const back = safeBack(useSearch({ strict: false }).back)
  const enter = useEnter()
  const [email, setEmail] = useState('')
  const byPassword = useWrite(signIn, { onDone: () => enter(back) })
  const byLink = useWrite(requestMagicLink)
  const begin = useWrite(beginPasskeySignIn)
  const byPasskey = useWrite(signInByPasskey, { onDone: () => enter(back) })
  const [refused, setRefused] = useState<string>()
  const forget = () => { for (const way of [byPassword, byLink, begin, byPasskey]) way.reset(); setRefused(undefined) }
  const askPasskey = () => {
    forget()
    begin.mutate({}, { onSuccess: ({ options }) => { askForPasskey(options).then((key) => byPasskey.mutate({ key }), (error: unknown) => setRefused(error instanceof Error ? error.message : String(error))) } })
  }
  const asked = useLedOn(HERE, back)
  const fresh = asked && start.data?.setUp === false
  useEffect(() => { if (fresh) history.replace('/start') }, [fresh, history])
  const problem = byPassword.error ?? byLink.error ?? begin.error ?? byPasskey.error
  if (!asked) return <StartFrame title={t`Sign in`}><Skeleton lines={3} /></StartFrame>
  return (
    <StartFrame title={t`Sign in`} lede={back === '/' ? undefined : t`Afterwards you are where you wanted to go.`}>
      <SignInForm
        email={email} onEmail={setEmail} mailWorks={start.data?.mailWorks ?? false} passkeys={start.data?.passkeys ?? false} busy={byPassword.isPending || byLink.isPending || byPasskey.isPending}
        problem={problem ? problemFrom(problem) : undefined} sentTo={byLink.isSuccess ? byLink.variables.email : undefined}
        onPassword={(password) => { forget(); byPassword.mutate({ email: email.trim(), password }) }}
        onPasskey={askPasskey} refused={refused}
        onLink={() => { forget(); if (isEmail(email)) byLink.mutate({ email: email.trim() }) }}
        demo={start.data?.demo ?? false}
      />
    </StartFrame>
  )
}
