import { useState } from 'react'
import type { MeView } from '#contract/account.ts'
import type { RunStep, RunView } from '#contract/runs.ts'
import { noteStep, skipStep, tickStep, untickStep } from '#contract/runs.ts'
import { announce } from '../app/Announcer.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { InlineForm } from '../ui/InlineForm.tsx'
import { InlineText } from '../ui/InlineText.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Markdown } from '../ui/Markdown.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Time } from '../ui/Time.tsx'
import { AskStep } from './AskStep.tsx'
import { bodyBelow } from './step-text.ts'
import { useRunWrite } from './use-run-write.ts'
import { t } from '../ui/words.ts'

export type Told = { run: RunView, me: MeView, zone: string, now: Temporal.Instant }
type Props = Told & { step: RunStep, /** The first that is open. */ next: boolean }

/** One step: a box to tick, what it says, who ticked it, and what was noted. */
export function Step({ step, next, ...told }: Props) {
  const { run, zone, now } = told
  const [form, setForm] = useState<'note' | 'skip' | 'ask'>()
  const tick = useRunWrite(tickStep)
  const open = useRunWrite(untickStep)
  const where = { id: run.id, step: step.step }
  const isOpen = step.state === 'open'
  const may = (verb: RunView['can'][number]) => run.can.includes(verb)
  const busy = tick.busy || open.busy
  const toggle = () => {
    if (busy) return
    if (isOpen) tick.send(where, () => announce(t`Step ${step.step} is ticked.`))
    else open.send(where, () => announce(t`Step ${step.step} is open again.`))
  }
  const id = `step-${step.step}`
  const problem = tick.problem ?? open.problem
  const body = bodyBelow(step)
  return (
    <li className="run-step" data-item data-next={next || undefined} data-state={step.state} data-depth={step.depth} tabIndex={-1} aria-labelledby={`${id}-title`}>
      <button type="button" className="run-tick" role="checkbox" aria-checked={step.state === 'done'} aria-labelledby={`${id}-title`} aria-keyshortcuts="x Space" aria-disabled={!may('tick') || undefined} aria-busy={busy || undefined} onClick={may('tick') ? toggle : undefined} />
      <div className="run-words">
        <p className="run-title" id={`${id}-title`}><InlineText text={step.title} />{step.state === 'skipped' && <span className="unseen">{t`, skipped`}</span>}</p>
        {body !== '' && <div className="run-body"><Markdown text={body} headingsBelow={2} /></div>}
        {step.state !== 'open' && step.byName !== null && <p className="run-by">{step.state === 'skipped' ? t`Skipped by ${step.byName}` : step.byName}{step.at !== null && <>, <Time at={Temporal.Instant.from(step.at)} zone={zone} now={now} /></>}{step.state === 'skipped' && step.reason && `: ${step.reason}`}</p>}
        {step.asked && <p className="run-asked" data-open={step.asked.open || undefined}><a href={`/${step.asked.number}`}>#{step.asked.number} {step.asked.title}</a> {step.asked.status}{step.asked.open && step.asked.ticks && t` The step ticks itself when it is answered.`}</p>}
        {step.notes.map((note) => <div key={note.id} className="run-note" data-different={note.different || undefined}><p className="run-by">{note.different && <b>{t`Went differently.`} </b>}{note.byName}, <Time at={Temporal.Instant.from(note.at)} zone={zone} now={now} /></p><Markdown text={note.text} headingsBelow={3} /></div>)}
        {problem && <Problem {...problem} />}
        {(may('note') || may('tick')) && (
          <p className="run-acts">
            {may('note') && <LinkAction keys="n" label={t`Note something on step ${step.step}`} onClick={() => setForm('note')}>{t`Note`}</LinkAction>}
            {may('tick') && isOpen && <LinkAction keys="s" label={t`Skip step ${step.step}`} onClick={() => setForm('skip')}>{t`Skip`}</LinkAction>}
            {may('ask') && isOpen && (step.asked === null || !step.asked.open) && <LinkAction keys="a" strong={step.ask !== null} label={t`${step.ask?.personId ? t`Ask ${step.ask.to}` : t`Ask`}: step ${step.step}`} onClick={() => setForm('ask')}>{step.ask?.personId ? t`Ask ${step.ask.to}` : t`Ask`}</LinkAction>}
          </p>
        )}
        {form === 'note' && <NoteForm where={where} onClose={() => setForm(undefined)} />}
        {form === 'skip' && <SkipForm where={where} onClose={() => setForm(undefined)} />}
        {form === 'ask' && <AskStep step={step} {...told} onClose={() => setForm(undefined)} />}
      </div>
    </li>
  )
}

type FormProps = { where: { id: string, step: number }, onClose: () => void }

function NoteForm({ where, onClose }: FormProps) {
  const { send, busy, problem } = useRunWrite(noteStep)
  const [different, setDifferent] = useState(false)
  return (
    <div className="run-form">
      <Checkbox label={t`It went differently from what the page says`} hint={t`It is proposed as an edit of the page when the run ends.`} checked={different} onChange={setDifferent} />
      <InlineForm label={t`What to note`} send={t`Note it`} busy={busy} problem={problem} onSend={(text) => send({ ...where, text, different }, onClose)} onCancel={onClose} />
    </div>
  )
}

function SkipForm({ where, onClose }: FormProps) {
  const { send, busy, problem } = useRunWrite(skipStep)
  return <div className="run-form"><InlineForm label={t`Why it is skipped`} send={t`Skip the step`} busy={busy} problem={problem} onSend={(reason) => send({ ...where, reason }, onClose)} onCancel={onClose} /></div>
}
