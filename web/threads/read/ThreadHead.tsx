import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { reopenThread, resolveThread, setState } from '#contract/threads.ts'
import type { ThreadView } from '#contract/threads.ts'
import { problemFrom, refresh, useWrite } from '../../app/api.ts'
import { useSend } from '../../app/send.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { OutcomeLine } from '../../ui/OutcomeLine.tsx'
import { StateLine } from '../../ui/StateLine.tsx'
import { t } from '../../ui/words.ts'

type Props = { thread: ThreadView, zone: string, now: Temporal.Instant, children?: ReactNode }

/** The one line on where a thread stands, pinned above its texts; written over only by somebody who has read the newest one. */
export function StandsAt({ thread, zone, now, children }: Props) {
  const write = useWrite(setState, { refreshes: ['threads'] })
  const queries = useQueryClient()
  const base = useRef(thread.state.version)
  const place = useRef<HTMLDivElement>(null)
  const { text, version, byName, at } = thread.state
  const save = (next: string) => write.mutateAsync({ number: thread.number, text: next, version: base.current }).then(() => true, () => {
    refresh(queries, ['threads.read'])
    return false
  })
  if (write.error && base.current < version) base.current = version
  const begin = () => { if (!place.current?.querySelector('textarea')) base.current = version }
  return (
    <div className="thread-state" ref={place} onClickCapture={begin}>
      <StateLine
        text={text} byName={byName} at={at === null ? null : Temporal.Instant.from(at)} zone={zone} now={now}
        onSave={thread.can.includes('set-state') ? save : undefined} problem={write.error ? problemFrom(write.error) : undefined}
      />
      {children}
    </div>
  )
}

/** What came out of it, once somebody has said so, and the form to open it again. */
export function Outcome({ thread, zone, now }: Props) {
  const [opening, setOpening] = useState(false)
  const { send, busy, problem } = useSend(reopenThread, 'threads', 'entries')
  const leave = () => setOpening(false)
  if (thread.outcome === null) return null
  return (
    <>
      <OutcomeLine text={thread.outcome} byName={thread.resolvedByName ?? ''} at={Temporal.Instant.from(thread.resolvedAt ?? thread.publishedAt)} zone={zone} now={now} onReopen={thread.can.includes('reopen') && !opening ? () => setOpening(true) : undefined} />
      {opening && <InlineForm label={t`Why it is open again`} hint={t`It stands in the thread; the outcome stays readable there.`} send={t`Open again`} busy={busy} problem={problem} onSend={(reason) => send({ number: thread.number, reason }, leave)} onCancel={leave} />}
    </>
  )
}

/** Asks for the one line on what came out of it. */
export function ResolveForm({ number, onClose }: { number: number, onClose: () => void }) {
  const { send, busy, problem } = useSend(resolveThread, 'threads', 'entries')
  return <InlineForm label={t`What came out of it, in a line`} hint={t`It stands at the top, for whoever finds the thread later.`} send={t`Resolve`} busy={busy} problem={problem} onSend={(outcome) => send({ number, outcome }, onClose)} onCancel={onClose} />
}
