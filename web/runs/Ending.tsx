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
          {through && <TextArea label="How did it go?" hint="For whoever runs it next. May stay empty." value={outcome} onChange={setOutcome} onSubmit={() => finish.send({ id: run.id, outcome: outcome.trim() })} rows={2} />}
          {finish.problem && <Problem {...finish.problem} textSafe={outcome !== ''} />}
          <p className="run-end-acts"><Button busy={finish.busy} disabled={!through} onClick={() => finish.send({ id: run.id, outcome: outcome.trim() }, () => announce('The run is finished.'))}>Finish the run</Button>{!through && <span className="hint">{capital(counted(left, 'step'))} left; tick or skip {left === 1 ? 'it' : 'them'} first.</span>}</p>
        </>
      )}
      {run.can.includes('abandon') && (leaving
        ? <InlineForm label="Why it goes no further" send="Give the run up" busy={abandon.busy} problem={abandon.problem} onSend={(reason) => abandon.send({ id: run.id, reason })} onCancel={() => setLeaving(false)} />
        : <p><LinkAction onClick={() => setLeaving(true)}>Give it up</LinkAction></p>)}
    </div>
  )
}
