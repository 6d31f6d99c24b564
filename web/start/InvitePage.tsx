import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { acceptInvite, readInvite } from '#contract/members.ts'
import type { OutputOf } from '#contract/operation.ts'
import { problemFrom, useRead, useWrite } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { useDraft } from '../app/drafts.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { locale } from '../ui/spoken.ts'
import { stillWrong } from '../ui/still-wrong.ts'
import { browserZone } from '../ui/zones.ts'
import { InviteForm, wrongWithInvite } from './InviteForm.tsx'
import type { InviteAnswers } from './InviteForm.tsx'
import { usualWeek } from './questions.ts'
import type { FieldErrors } from './questions.ts'
import { StartFrame } from './StartFrame.tsx'
import { useEnter } from './use-enter.ts'
import { useStart } from './use-start.ts'
import { t } from '../ui/words.ts'

/** Behind an invite link: who invites, and what one says of oneself to come in. */
export function InvitePage() {
  const { token = '' } = useParams({ strict: false })
  const invite = useRead(readInvite, { token })
  useStart()
  if (invite.data) return <Invited token={token} invite={invite.data} />
  if (!invite.error) return <StartFrame title={t`An invitation`}><Skeleton lines={4} /></StartFrame>
  const { title, next } = problemFrom(invite.error)
  return <StartFrame title={t`This invitation does not open.`}><Problem title={title} next={next} action={<LinkAction strong href="/sign-in">{t`Go to the sign-in`}</LinkAction>} /></StartFrame>
}

function Invited({ token, invite }: { token: string, invite: OutputOf<typeof readInvite> }) {
  const enter = useEnter()
  const now = useNow()
  // The password is never kept; the rest is, until one is in.
  const draft = useDraft<Omit<InviteAnswers, 'password'>>(`invite:${invite.email}`, { name: invite.name ?? '', zone: browserZone(), week: usualWeek() })
  const [password, setPassword] = useState('')
  const answers = { ...draft.value, password }
  const setAnswers = ({ password: typed, ...kept }: InviteAnswers) => {
    setPassword(typed)
    if (JSON.stringify(kept) !== JSON.stringify(draft.value)) draft.set(kept)
  }
  const [errors, setErrors] = useState<FieldErrors>({})
  const accept = useWrite(acceptInvite, { onDone: () => { draft.clear(); enter() } })
  const submit = () => {
    const wrong = wrongWithInvite(answers)
    setErrors(wrong)
    const { week, ...rest } = answers
    if (Object.keys(wrong).length === 0) accept.mutate({ ...rest, name: rest.name.trim(), token, weeks: [week], locale: locale() })
  }
  return (
    <StartFrame title={t`${invite.invitedBy} invites you to ${invite.workspace}.`} lede={t`You sign in with ${invite.email}. Say when you work, so that nothing is due while you are off.`}>
      <InviteForm answers={answers} onAnswers={setAnswers} errors={stillWrong(errors, wrongWithInvite(answers))} now={now} busy={accept.isPending} problem={accept.error ? problemFrom(accept.error) : undefined} onSubmit={submit} />
    </StartFrame>
  )
}
