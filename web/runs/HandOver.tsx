import { useState } from 'react'
import { handOverRun } from '#contract/runs.ts'
import { announce } from '../app/Announcer.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { SendForm } from '../ui/SendForm.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import type { Told } from './Step.tsx'
import { useRunPeople } from './use-run-people.ts'
import { useRunWrite } from './use-run-write.ts'
import { t } from '../ui/words.ts'

/** Gives the run into somebody else's hands, with a word on where it stands. */
export function HandOver({ run, me, now }: Told) {
  const [open, setOpen] = useState(false)
  const [to, setTo] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const { send, busy, problem } = useRunWrite(handOverRun)
  const people = useRunPeople(run.spaceId, me.person.id, now).filter(({ value }) => value !== run.holderId)
  if (!open) return <p><LinkAction onClick={() => setOpen(true)}>{t`Hand it over`}</LinkAction></p>
  const submit = () => {
    if (to !== null) send({ id: run.id, to, note: note.trim() }, (fresh) => {
      setOpen(false)
      announce(t`${fresh.holderName} has it now, and is told.`)
    })
  }
  return (
    <SendForm label={t`Hand the run over`} submit={t`Hand it over`} look="quiet" onSubmit={submit} busy={busy} problem={problem} aside={<LinkAction onClick={() => setOpen(false)}>{t`Leave it`}</LinkAction>}>
      <Combobox label={t`To whom`} options={people} value={to} onChange={setTo} />
      <TextArea label={t`Where it stands`} value={note} onChange={setNote} onSubmit={submit} rows={2} />
    </SendForm>
  )
}
