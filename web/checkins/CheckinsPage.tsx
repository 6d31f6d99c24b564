import './checkins.css'
import { answerPrompt, listForms, listPrompts, pauseForMe, skipPrompt } from '#contract/checkins.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { useMe, zoneOf } from '../app/me.ts'
import { useSend } from '../app/send.ts'
import { capital, counted } from '../ui/format.ts'
import { Empty } from '../ui/Empty.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { FormItem } from './FormItem.tsx'
import { Prompt } from './Prompt.tsx'
import { t } from '../ui/words.ts'

/** What waits for my answer, and the check-ins of my spaces. */
export function CheckinsPage() {
  const me = useMe().data
  const zone = zoneOf(me)
  const now = useNow()
  const prompts = useRead(listPrompts, {})
  const forms = useRead(listForms, {})
  const answer = useSend(answerPrompt, 'checkins', 'asks', 'brief', 'spaces', 'entries')
  const skip = useSend(skipPrompt, 'checkins', 'brief')
  const pause = useSend(pauseForMe, 'checkins')
  const error = prompts.error ?? forms.error
  if (!prompts.data || !forms.data) {
    return <Page title={t`Check-ins`}>{error ? <Problem {...problemFrom(error)} action={<LinkAction strong onClick={() => void prompts.refetch()}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={8} />}</Page>
  }
  return (
    <Page title={titleOf(prompts.data.prompts.length)}>
      {prompts.data.prompts.map((prompt, at) => <Prompt key={prompt.id} prompt={prompt} first={at === 0} zone={zone} now={now} answer={answer} skip={skip} />)}
      <Section title={t`Check-ins of your spaces`} aside={me?.person.role !== 'guest' && <LinkAction href="/check-ins/new">{t`New check-in`}</LinkAction>}>
        {forms.data.forms.map((form) => <FormItem key={form.id} form={form} zone={zone} now={now} busy={pause.busy} onPause={(paused) => pause.send({ id: form.id, paused })} />)}
        {forms.data.forms.length === 0 && <Empty text={t`No check-ins yet. A standup asks everybody when their own shift starts, and fills itself in from last evening’s wrap.`} action={<LinkAction strong href="/check-ins/new">{t`Start a standup`}</LinkAction>} />}
        {pause.problem && <Problem {...pause.problem} />}
      </Section>
    </Page>
  )
}

function titleOf(waiting: number): string {
  const words = capital(counted(waiting, 'check-in'))
  return waiting === 0 ? t`No check-in waits for you.` : waiting === 1 ? t`${words} waits for you.` : t`${words} wait for you.`
}
