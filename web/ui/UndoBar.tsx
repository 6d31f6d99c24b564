import './States.css'
import { formatClock } from './format.ts'
import { LinkAction } from './LinkAction.tsx'
import { t, tr } from './words.ts'

type Props = {
  /** What happened: `Sent to Kenji.` */
  text: string
  /** Until when it can be taken back. */
  until: Temporal.Instant
  now: Temporal.Instant
  zone: string
  onUndo: () => void
}

/** Says what was done and offers to take it back until it is delivered. Stands in the text, covers nothing. */
export function UndoBar({ text, until, now, zone, onUndo }: Props) {
  const open = Temporal.Instant.compare(now, until) < 0
  return (
    <div className="undo" role="status">
      <span>{text}</span>
      {open && <><LinkAction strong onClick={onUndo}>{t`Undo`}</LinkAction><span className="hint">{tr`possible until ${formatClock(until, zone)}`}</span></>}
    </div>
  )
}
