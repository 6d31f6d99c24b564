import { useState } from 'react'
import { abandonRun, finishRun } from '#contract/runs.ts'
import { announce } from '../app/Announcer.tsx'
import { Button } from '../ui/Button.tsx'
import { capital, counted } from '../ui/format.ts'
import { InlineForm } from '../ui/InlineForm.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Problem } from '../ui/Problem.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import type { Told } from './Step.tsx'
import { useRunWrite } from './use-run-write.ts'
import { isThrough } from './words.ts'
import { t } from '../ui/words.ts'

/** How a run ends: finished once every step is ticked or skipped, or given up with the reason. */
export function Ending({ run }: Told) {
  const [outcome, setOutcome] = useState('')
  const [leaving, setLeaving] = useState(false)
  const finish = useRunWrite(finishRun)
  const abandon = useRunWrite(abandonRun)
  const through = isThrough(run)
  if (!run.can.includes('finish') && !run.can.includes('abandon')) return null
  const left = run.list.filter(({ state }) => state === 'open').length
  return (
    <div className="run-ending">
      {run.can.includes('finish') && (
        <>
          {through && <TextArea label={t`How did it go?`} hint={t`For whoever runs it next. May stay empty.`} value={outcome} onChange={setOutcome} onSubmit={() => finish.send({ id: run.id, outcome: outcome.trim() })} rows={2} />}
          {finish.problem && <Problem {...finish.problem} textSafe={outcome !== ''} />}
          <p className="run-end-acts"><Button busy={finish.busy} disabled={!through} onClick={() => finish.send({ id: run.id, outcome: outcome.trim() }, () => announce(t`The run is finished.`))}>{t`Finish the run`}</Button>{!through && <span className="hint">{leftWords(left)}</span>}</p>
        </>
      )}
      {run.can.includes('abandon') && (leaving
        ? <InlineForm label={t`Why it goes no further`} send={t`Give the run up`} busy={abandon.busy} problem={abandon.problem} onSend={(reason) => abandon.send({ id: run.id, reason })} onCancel={() => setLeaving(false)} />
        : <p><LinkAction onClick={() => setLeaving(true)}>{t`Give it up`}</LinkAction></p>)}
    </div>
  )
}

function leftWords(left: number): string {
  const steps = capital(counted(left, 'step'))
  return left === 1 ? t`${steps} left; tick or skip it first.` : t`${steps} left; tick or skip them first.`
}
