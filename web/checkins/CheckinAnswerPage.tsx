import './checkins.css'
import { readAnswer } from '#contract/checkins.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { useMe, zoneOf } from '../app/me.ts'
import { NotFound } from '../app/PageProblem.tsx'
import { formatWhen } from '../ui/format.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Answers } from './Answers.tsx'
import { OwnerForm } from './OwnerForm.tsx'
import { t } from '../ui/words.ts'

/** One person's answer by its number: `/131`. */
export function CheckinAnswerPage({ number }: { number: number }) {
  const answer = useRead(readAnswer, { number })
  const zone = zoneOf(useMe().data)
  const now = useNow()
  const problem = answer.error ? problemFrom(answer.error) : undefined
  if (problem?.code === 'not_found') return <NotFound />
  if (!answer.data) return <Page title={`#${number}`}>{problem ? <Problem {...problem} action={<LinkAction strong onClick={() => void answer.refetch()}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={6} />}</Page>
  const { form, personName, publishedAt, date, mine, answers, asks, can } = answer.data
  return (
    <Page over={`#${number} · ${form.name} · ${form.spaceName}`} title={`${mine ? t`You` : personName}, ${formatWhen(Temporal.Instant.from(publishedAt), zone, now)}.`} lede={<LinkAction href={`/check-ins/${form.id}/${date}`}>{t`The whole round`}</LinkAction>}>
      <div className="answer"><Answers answers={answers} asks={asks} />{can.includes('ask-blocker') && <OwnerForm answer={answer.data} spaceId={form.spaceId} zone={zone} />}</div>
    </Page>
  )
}
