import { useState } from 'react'
import type { Problem } from '#contract/problem.ts'
import { Choice } from '../ui/Choice.tsx'
import { CopyLine } from '../ui/CopyLine.tsx'
import { Field } from '../ui/Field.tsx'
import { Section } from '../ui/Section.tsx'
import { SendForm } from '../ui/SendForm.tsx'
import { lengths } from './focus-words.ts'
import { t } from '../ui/words.ts'

type Props = { floorMinutes: number, announcement: string | null, busy: boolean, problem: Problem | undefined, onStart: (minutes: number, what: string) => void }

/** Focus from now on, for so long. */
export function StartFocus({ floorMinutes, announcement, busy, problem, onStart }: Props) {
  const [what, setWhat] = useState('')
  const options = lengths(floorMinutes)
  const [minutes, setMinutes] = useState(options[0]?.value ?? String(floorMinutes))
  return (
    <Section title={t`Start now`}>
      <SendForm submit={t`Start focus`} busy={busy} problem={problem} onSubmit={() => onStart(Number(minutes), what)} label={t`Start focus`}>
        <Choice legend={t`For how long`} options={options} value={minutes} onChange={setMinutes} />
        <Field label={t`What for`} hint={t`Stands in the sentence that you can copy; may stay empty.`} value={what} onChange={setWhat} maxLength={200} />
      </SendForm>
      {announcement && <CopyLine label={t`A sentence for whoever should know of your next block`} text={announcement} />}
    </Section>
  )
}
