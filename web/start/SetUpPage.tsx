import { useRouter, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { setUpWorkspace } from '#contract/account.ts'
import { problemFrom, useWrite } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { useDraft } from '../app/drafts.ts'
import { locale } from '../ui/spoken.ts'
import { stillWrong } from '../ui/still-wrong.ts'
import { browserZone } from '../ui/zones.ts'
import { emailsIn } from './emails.ts'
import { Invitations } from './Invitations.tsx'
import type { InviteLink } from './Invitations.tsx'
import { firstWrong, lacksOnlyPassword, noAnswers, passwordError, wrongWith } from './questions.ts'
import type { Answers, FieldErrors } from './questions.ts'
import { PasswordAgain } from './PasswordAgain.tsx'
import { Question } from './Question.tsx'
import { SetUpAlready } from './SetUpAlready.tsx'
import { stepAfter, stepBefore, stepIn } from './steps.ts'
import type { Step } from './steps.ts'
import { useEnter } from './use-enter.ts'
import { useStart } from './use-start.ts'

/** Set-up: four questions, one at a time, kept while one thinks; then straight into the first wrap. */
export function SetUpPage() {
  const start = useStart()
  const step = stepIn(useSearch({ strict: false }).step)
  const { go, back } = useSteps(step)
  const enter = useEnter()
  const draft = useDraft<Answers>('set-up', noAnswers(browserZone()))
  const [password, setPassword] = useState('')
  const [given, setGiven] = useState(false)
  const [restored] = useState(() => lacksOnlyPassword(draft.value))
  const [errors, setErrors] = useState<FieldErrors>({})
  const [links, setLinks] = useState<InviteLink[]>([])
  const now = useNow()
  const make = useWrite(setUpWorkspace, {
    onDone: ({ invites }) => {
      draft.clear()
      const open = invites.flatMap(({ email, link }) => (link === null ? [] : [{ email, link }]))
      if (open.length === 0) enter('/wrap')
      else setLinks(open)
    },
  })
  const again = step !== 'you' && !given && lacksOnlyPassword(draft.value)
  const wrongHere = { ...wrongWith(step, draft.value, password), ...(again && passwordError(password)) }
  const next = () => {
    setErrors(wrongHere)
    if (Object.keys(wrongHere).length > 0) return
    setGiven(given || step === 'you' || again)
    const following = stepAfter(step)
    if (following) return go(following)
    const missing = firstWrong(draft.value, password)
    if (!missing) return make.mutate(requestOf(draft.value, password))
    setErrors(wrongWith(missing, draft.value, password))
    go(missing)
  }
  if (links.length > 0) return <Invitations links={links} onGoOn={() => enter('/wrap')} />
  if (start.data?.setUp) return <SetUpAlready />
  return (
    <Question
      step={step} answers={draft.value} onAnswers={draft.set} password={password} onPassword={setPassword} errors={stillWrong(errors, wrongHere)} now={now} kept={draft.kept !== undefined || restored}
      busy={make.isPending} problem={make.error ? problemFrom(make.error) : undefined} onNext={next} onBack={stepBefore(step) ? back : undefined}
      first={again && <PasswordAgain password={password} onPassword={setPassword} error={stillWrong(errors, wrongHere).password} />}
    />
  )
}

function requestOf({ name, workspace, email, zone, week, preset, invite }: Answers, password: string) {
  return { name: name.trim(), workspace: workspace.trim(), email: email.trim(), password, zone, weeks: [week], locale: locale(), preset: preset ?? '002', invite: emailsIn(invite).emails }
}

/** Each question has an address of its own, so that the browser's way back works; its title gets the focus. */
function useSteps(step: Step) {
  const { history } = useRouter()
  useEffect(() => document.querySelector<HTMLElement>('#main h1')?.focus({ preventScroll: true }), [step])
  const go = (to: Step) => history.push(`/start/set-up?step=${to}`)
  return { go, back: () => go(stepBefore(step) ?? 'you') }
}
