import { useState } from 'react'
import type { FocusNow } from '#contract/attention.ts'
import type { Problem } from '#contract/problem.ts'
import { CopyLine } from '../ui/CopyLine.tsx'
import { SendForm } from '../ui/SendForm.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { heldWords } from './focus-words.ts'
import { t } from '../ui/words.ts'

type Props = { running: NonNullable<FocusNow['now']>, announcement: string | null, busy: boolean, problem: Problem | undefined, onEnd: (gotDone: string) => void }

/** The focus that runs: what it is for, what waits, and a door to leave. */
export function Running({ running, announcement, busy, problem, onEnd }: Props) {
  const [gotDone, setGotDone] = useState('')
  return (
    <div className="focus-running">
      {running.what !== '' && <p className="focus-what">{running.what}</p>}
      <p className="hint">{heldWords(running.held)}</p>
      <SendForm submit={t`End the focus`} look="quiet" busy={busy} problem={problem} onSubmit={() => onEnd(gotDone)} label={t`End the focus`}>
        <TextArea label={t`What got done?`} hint={t`For you alone.`} rows={3} value={gotDone} onChange={setGotDone} onSubmit={() => onEnd(gotDone)} />
      </SendForm>
      {announcement && <CopyLine label={t`A sentence for whoever should know`} text={announcement} />}
    </div>
  )
}
