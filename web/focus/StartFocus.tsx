import { useState } from 'react'
import type { Problem } from '#contract/problem.ts'
import { Choice } from '../ui/Choice.tsx'
import { CopyLine } from '../ui/CopyLine.tsx'
import { Field } from '../ui/Field.tsx'
import { Section } from '../ui/Section.tsx'
import { SendForm } from '../ui/SendForm.tsx'
import { lengths } from './focus-words.ts'

type Props = { floorMinutes: number, announcement: string | null, busy: boolean, problem: Problem | undefined, onStart: (minutes: number, what: string) => void }

/** Focus from now on, for so long. */
export function StartFocus({ floorMinutes, announcement, busy, problem, onStart }: Props) {
  const [what, setWhat] = useState('')
  const options = lengths(floorMinutes)
  const [minutes, setMinutes] = useState(options[0]?.value ?? String(floorMinutes))
  return (
    <Section title="Start now">
      <SendForm submit="Start focus" busy={busy} problem={problem} onSubmit={() => onStart(Number(minutes), what)} label="Start focus">
        <Choice legend="For how long" options={options} value={minutes} onChange={setMinutes} />
        <Field label="What for" hint="Stands in the sentence that you can copy; may stay empty." value={what} onChange={setWhat} maxLength={200} />
      </SendForm>
      {announcement && <CopyLine label="A sentence for whoever should know of your next block" text={announcement} />}
    </Section>
  )
}
