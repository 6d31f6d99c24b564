import { useState } from 'react'
import { askInStep } from '#contract/runs.ts'
import type { RunStep } from '#contract/runs.ts'
import { announce } from '../app/Announcer.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { SendForm } from '../ui/SendForm.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import type { Told } from './Step.tsx'
import { useRunPeople } from './use-run-people.ts'
import { useRunWrite } from './use-run-write.ts'
import { t } from '../ui/words.ts'

/** Asks one person from a step, with a clock; what the page says stands there already. */
export function AskStep({ step, run, me, now, onClose }: Told & { step: RunStep, onClose: () => void }) {
  const { send, busy, problem } = useRunWrite(askInStep)
  const [to, setTo] = useState<string | null>(step.ask?.personId ?? null)
  const [question, setQuestion] = useState(step.ask?.question ?? '')
  const [ticks, setTicks] = useState(step.ask?.ticks ?? true)
  const [tried, setTried] = useState(false)
  const people = useRunPeople(run.spaceId, me.person.id, now)
  const submit = () => {
    setTried(true)
    if (to === null || question.trim() === '') return
    send({ id: run.id, step: step.step, to, question: question.trim(), ticks }, () => {
      onClose()
      announce(t`Asked; the clock runs in their working time.`)
    })
  }
  return (
    <div className="run-form">
      <SendForm label={t`Ask somebody`} submit={t`Ask`} look="quiet" onSubmit={submit} busy={busy} problem={problem} aside={<LinkAction onClick={onClose}>{t`Leave it`}</LinkAction>}>
        <Combobox label={t`Whom`} options={people} value={to} onChange={setTo} error={tried && to === null ? t`Choose one person; asking a crowd gets no answer.` : undefined} />
        <TextArea label={t`The question`} value={question} onChange={setQuestion} onSubmit={submit} rows={2} error={tried && question.trim() === '' ? t`Write what you want to know.` : undefined} />
        <Checkbox label={t`Tick the step when it is answered`} checked={ticks} onChange={setTicks} />
      </SendForm>
    </div>
  )
}
