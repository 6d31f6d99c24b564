import { useState } from 'react'
import type { FocusNow } from '#contract/attention.ts'
import type { Problem } from '#contract/problem.ts'
import { formatAt } from '../ui/format.ts'
import { Section } from '../ui/Section.tsx'
import { SendForm } from '../ui/SendForm.tsx'
import { TextArea } from '../ui/TextArea.tsx'

type Props = { ended: NonNullable<FocusNow['ended']>, zone: string, now: Temporal.Instant, busy: boolean, problem: Problem | undefined, onNote: (gotDone: string) => void }

/** Asks what got done in the block that ended last. */
export function DoneNote({ ended, zone, now, busy, problem, onNote }: Props) {
  const [gotDone, setGotDone] = useState('')
  return (
    <Section title="What got done?" aside={`Your focus ended ${formatAt(Temporal.Instant.from(ended.endedAt), zone, now)}.`}>
      <SendForm submit="Keep it" look="quiet" busy={busy} problem={problem} onSubmit={() => onNote(gotDone.trim() === '' ? 'Nothing to say.' : gotDone)} label="What got done">
        <TextArea label={ended.what === '' ? 'In that block' : ended.what} hint="For you alone; your next wrap may take it from here." rows={3} value={gotDone} onChange={setGotDone} onSubmit={() => onNote(gotDone)} />
      </SendForm>
    </Section>
  )
}
