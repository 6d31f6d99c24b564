import './States.css'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useCommands } from '../app/commands.ts'
import { LinkAction } from './LinkAction.tsx'
import { t, tr } from './words.ts'

type Props = {
  /** What happened: `Sent to Kenji.` */
  text: string
  /** Until when the server lets it be taken back. */
  until: Temporal.Instant
  /** The moment at which the bar appears: `currentTime()`. Later changes of it do not matter. */
  now: Temporal.Instant
  onUndo: () => void
  busy?: boolean
  /** It can no longer be taken back; the bar may go. */
  onOver?: () => void
}

const SECOND = 1000

/**
 * Says that something was sent and offers to take it back, by the pointer, by `z`, and from the palette, for as many seconds
 * as are left. Covers nothing and moves nothing; the count is shown but read out only once.
 */
export function UndoSend({ text, until, now, onUndo, busy = false, onOver }: Props) {
  const bar = useRef<HTMLDivElement>(null)
  const { left, begun } = useSecondsLeft(until, now, () => {
    if (bar.current?.contains(document.activeElement)) bar.current.focus()
    onOver?.()
  })
  const open = left > 0
  useCommands(useMemo(() => (open ? [{ id: 'send.undo', title: t`Take back what was just sent`, group: 'On this page' as const, keys: 'z', words: t`undo unsend`, run: onUndo }] : []), [open, onUndo]))
  return (
    <div className="undo" ref={bar} tabIndex={-1}>
      <span role="status">{text}{open && <span className="unseen">{tr` It can be taken back for ${begun} seconds.`}</span>}</span>
      {open && <><LinkAction strong keys="z" onClick={onUndo} busy={busy} label={t`Undo sending`}>{t`Undo`}</LinkAction><span className="hint" aria-hidden>{left} s</span></>}
    </div>
  )
}

/** Counts down in whole seconds; a tab that slept catches up. The words that are read out keep the number they began with. */
function useSecondsLeft(until: Temporal.Instant, now: Temporal.Instant, onOver: () => void): { left: number, begun: number } {
  const [span] = useState(() => Math.max(0, now.until(until).total('milliseconds')))
  const [left, setLeft] = useState(Math.ceil(span / SECOND))
  const over = useRef(onOver)
  over.current = onOver
  useEffect(() => {
    const start = performance.now()
    const timer = setInterval(() => {
      const rest = Math.max(0, Math.ceil((span - (performance.now() - start)) / SECOND))
      setLeft(rest)
      if (rest > 0) return
      clearInterval(timer)
      over.current()
    }, SECOND)
    return () => clearInterval(timer)
  }, [span])
  return { left, begun: Math.ceil(span / SECOND) }
}
