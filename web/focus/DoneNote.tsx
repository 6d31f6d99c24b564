import { useState } from 'react'
import type { FocusNow } from '#contract/attention.ts'
import type { Problem } from '#contract/problem.ts'
import { formatAt } from '../ui/format.ts'
import { Section } from '../ui/Section.tsx'
import { SendForm } from '../ui/SendForm.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { t } from '../ui/words.ts'

type Props = { ended: NonNullable<FocusNow['ended']>, zone: string, now: Temporal.Instant, busy: boolean, problem: Problem | undefined, onNote: (gotDone: string) => void }

/** Asks what got done in the block that ended last. */
export function DoneNote({ ended, zone, now, busy, problem, onNote }: Props) {
  const [gotDone, setGotDone] = useState('')
  return (
    <Section title={t`What got done?`} aside={t`Your focus ended ${formatAt(Temporal.Instant.from(ended.endedAt), zone, now)}.`}>
      <SendForm submit={t`Keep it`} look="quiet" busy={busy} problem={problem} onSubmit={() => onNote(gotDone.trim() === '' ? t`Nothing to say.` : gotDone)} label={t`What got done`}>
        <TextArea label={ended.what === '' ? t`In that block` : ended.what} hint={t`For you alone; your next wrap may take it from here.`} rows={3} value={gotDone} onChange={setGotDone} onSubmit={() => onNote(gotDone)} />
      </SendForm>
    </Section>
  )
}
