import './checkins.css'
import { answerPrompt, listForms, listPrompts, pauseForMe, skipPrompt } from '#contract/checkins.ts'
import type { PromptView } from '#contract/checkins.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { useMe, zoneOf } from '../app/me.ts'
import { useEverythingWaiting } from '../app/offline/list.ts'
import type { Waiting } from '../app/offline/list.ts'
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
  const skip = useSend(skipPrompt, 'checkins', 'brief')
  const pause = useSend(pauseForMe, 'checkins')
  const waiting = answeredIn(useEverythingWaiting(me?.person.id ?? '').others)
  const error = prompts.error ?? forms.error
  if (!prompts.data || !forms.data) {
    return <Page title={t`Check-ins`}>{error ? <Problem {...problemFrom(error)} action={<LinkAction strong onClick={() => void prompts.refetch()}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={8} />}</Page>
  }
  const open = prompts.data.prompts.filter(({ id }) => !waiting.has(id))
  return (
    <Page title={titleOf(open.length)}>
      {open.map((prompt, at) => <Prompt key={prompt.id} prompt={prompt} first={at === 0} zone={zone} now={now} personId={me?.person.id} skip={skip} />)}
      {prompts.data.prompts.filter(({ id }) => waiting.has(id)).map((prompt) => <Answered key={prompt.id} prompt={prompt} />)}
      <Section title={t`Check-ins of your spaces`} aside={me?.person.role !== 'guest' && <LinkAction href="/check-ins/new">{t`New check-in`}</LinkAction>}>
        {forms.data.forms.map((form) => <FormItem key={form.id} form={form} zone={zone} now={now} busy={pause.busy} onPause={(paused) => pause.send({ id: form.id, paused })} />)}
        {forms.data.forms.length === 0 && <Empty text={t`No check-ins yet. A standup asks everybody when their own shift starts, and fills itself in from last evening’s wrap.`} action={me?.person.role !== 'guest' && <LinkAction strong href="/check-ins/new">{t`Start a standup`}</LinkAction>} />}
        {pause.problem && <Problem {...pause.problem} />}
      </Section>
    </Page>
  )
}

/** Prompts whose answers wait on this device; what was refused is open again. */
const answeredIn = (waiting: readonly Waiting[]): ReadonlySet<string> => new Set(waiting.flatMap(({ operation, input, refused }) => operation === answerPrompt.name && !refused ? [(input as { id: string }).id] : []))

function Answered({ prompt: { id, form } }: { prompt: PromptView }) {
  return (
    <section className="prompt" aria-labelledby={`prompt-${id}`}>
      <h2 id={`prompt-${id}`}>{form.name}, {form.spaceName}</h2>
      <p className="hint">{t`Your answers wait on this device, and are sent once the server answers.`} <a href="/drafts">{t`See what waits`}</a></p>
    </section>
  )
}

function titleOf(waiting: number): string {
  const words = capital(counted(waiting, 'check-in'))
  return waiting === 0 ? t`No check-in waits for you.` : waiting === 1 ? t`${words} waits for you.` : t`${words} wait for you.`
}
