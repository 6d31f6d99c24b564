import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { Problem as ProblemView } from '#contract/problem.ts'
import { Combobox } from '../Combobox.tsx'
import { Field } from '../Field.tsx'
import { zoneCity } from '../format.ts'
import { LinkAction } from '../LinkAction.tsx'
import { Problem } from '../Problem.tsx'
import type { Option } from '../Select.tsx'
import { TextArea } from '../TextArea.tsx'
import { useKeysInside } from '../use-keys-inside.ts'
import { RATINGS } from './ask-verbs.ts'
import type { AskAct } from './ask-verbs.ts'
import { chosenMoment, localMoment } from './ask-words.ts'
import { t } from '../words.ts'

type Props = { onAct: (act: AskAct) => void, onLeave: () => void, busy: boolean, problem: ProblemView | undefined }

/** The frame of a small form in the place of its ask: the first control has focus, Escape leaves. */
function Choosing({ label, send, ready, onSend, onLeave, busy, problem, children }: Omit<Props, 'onAct'> & { label: string, send: string, ready: boolean, onSend: () => void, children: ReactNode }) {
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea, button')?.focus(), [])
  useKeysInside(form, (event) => { if (event.key === 'Escape') onLeave() })
  return (
    <div className="inline-form ask-form" role="group" aria-label={label} ref={form}>
      {children}
      {problem && <Problem {...problem} textSafe />}
      <p className="inline-form-actions"><LinkAction strong onClick={onSend} disabled={!ready} busy={busy}>{send}</LinkAction><LinkAction onClick={onLeave}>{t`Leave it`}</LinkAction></p>
    </div>
  )
}

/** Declines with the reason, and names somebody else where the reader knows one. */
export function DeclineForm({ people, onAct, ...frame }: Props & { people: readonly Option[] }) {
  const [reason, setReason] = useState('')
  const [to, setTo] = useState<string | null>(null)
  return (
    <Choosing {...frame} label={t`Decline`} send={to === null ? t`Decline` : t`Decline and ask them`} ready={reason.trim() !== ''} onSend={() => onAct({ verb: 'decline', reason: reason.trim(), to })}>
      <TextArea label={t`Why you decline`} value={reason} onChange={setReason} rows={2} />
      <Combobox label={t`Who could answer instead`} hint={t`If you know; then it is asked of them at once.`} options={people} value={to} onChange={setTo} placeholder={t`Nobody in particular`} none={t`Nobody by that name can see this.`} />
    </Choosing>
  )
}

/** Asks somebody else instead. */
export function ReassignForm({ people, onAct, ...frame }: Props & { people: readonly Option[] }) {
  const [reason, setReason] = useState('')
  const [to, setTo] = useState<string | null>(null)
  return (
    <Choosing {...frame} label={t`Ask somebody else`} send={t`Ask them`} ready={to !== null} onSend={() => { if (to !== null) onAct({ verb: 'reassign', to, reason: reason.trim() }) }}>
      <Combobox label={t`Who should answer`} options={people} value={to} onChange={setTo} placeholder={t`A person`} none={t`Nobody by that name can see this.`} />
      <TextArea label={t`Why, if it helps them`} value={reason} onChange={setReason} rows={1} />
    </Choosing>
  )
}

/** Gives more time; a moment that was shown never comes earlier. */
export function DueForm({ dueAt, zone, onAct, ...frame }: Props & { dueAt: Temporal.Instant, zone: string }) {
  const [local, setLocal] = useState(() => localMoment(dueAt, zone))
  const chosen = chosenMoment(local, zone)
  const later = chosen !== undefined && Temporal.Instant.compare(chosen, dueAt) > 0
  return (
    <Choosing {...frame} label={t`Give more time`} send={t`Give more time`} ready={later} onSend={() => { if (chosen) onAct({ verb: 'change-due', dueAt: chosen.toString() }) }}>
      <Field label={t`Due`} type="datetime-local" hint={t`In your time, ${zoneCity(zone)}. It can only become later.`} min={localMoment(dueAt, zone)} value={local} onChange={setLocal} />
    </Choosing>
  )
}

/** A choice of a few words, each done with one press. */
export function ChoiceRow({ label, choices, onAct, onLeave, busy, problem }: Props & { label: string, choices: readonly { text: string, act: AskAct }[] }) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => row.current?.querySelector('button')?.focus(), [])
  useKeysInside(row, (event) => { if (event.key === 'Escape') onLeave() })
  return (
    <div className="inline-form ask-form" role="group" aria-label={label} ref={row}>
      <p className="inline-form-actions">
        {choices.map(({ text, act }) => <LinkAction key={text} strong busy={busy} onClick={() => onAct(act)}>{text}</LinkAction>)}
        <LinkAction onClick={onLeave}>{t`Leave it`}</LinkAction>
      </p>
      {problem && <Problem {...problem} />}
    </div>
  )
}

export const RATING_CHOICES = RATINGS.map(({ rating, text }) => ({ text, act: { verb: 'rate', rating } as const }))
export const SNOOZE_CHOICES = [{ text: t`Until my next working hour`, act: { verb: 'snooze', until: 'hour' } }, { text: t`Until my next shift`, act: { verb: 'snooze', until: 'shift' } }] as const
