import { useParams } from '@tanstack/react-router'
import { answerBatonLink, readBatonLink } from '#contract/handoffs.ts'
import { problemFrom, useRead, useWrite } from '../../app/api.ts'
import { useNow } from '../../app/clock.ts'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Page } from '../../ui/Page.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { BatonLink } from './BatonLink.tsx'
import { t } from '../../ui/words.ts'

/** Reads the baton of a mailed link. Opening the link changes nothing: mail programs open links too. */
export function BatonLinkPage() {
  const { token = '' } = useParams({ strict: false })
  const link = useRead(readBatonLink, { token })
  const answer = useWrite(answerBatonLink)
  const now = useNow()
  if (link.data) {
    return (
      <BatonLink
        {...link.data} baton={answer.data?.baton ?? link.data.baton} now={now} done={answer.data ? (answer.variables?.question === undefined ? 'accepted' : 'asked') : undefined}
        busy={answer.isPending} problem={answer.error ? problemFrom(answer.error) : undefined}
        onAccept={() => answer.mutate({ token })} onAsk={(question) => answer.mutate({ token, question })}
      />
    )
  }
  if (!link.error) return <Page title={t`A baton for you`}><Skeleton lines={4} /></Page>
  return (
    <Page title={t`This link leads nowhere any more.`}>
      <Problem {...problemFrom(link.error)} action={<LinkAction strong href="/batons">{t`Sign in and see your batons`}</LinkAction>} />
    </Page>
  )
}
