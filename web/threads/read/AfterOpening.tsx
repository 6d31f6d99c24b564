import type { AskView } from '#contract/asks.ts'
import type { ThreadView } from '#contract/threads.ts'
import type { AskDoing } from '../../app/use-ask.ts'
import { AskBlock } from '../../ui/ask/AskBlock.tsx'
import { CallBlock } from './CallBlock.tsx'
import { KeepFaq } from './KeepFaq.tsx'

type Props = {
  thread: ThreadView
  /** What it asks, where it is an ask. */
  ask: AskView | undefined
  doing: (ask: AskView) => AskDoing
  me: string
  zone: string
  now: Temporal.Instant
  onDecisionDraft: (agenda: readonly string[]) => void
}

/** What belongs to the opening: the ask with its clock, and the offer to talk. */
export function AfterOpening({ thread, ask, doing, me, zone, now, onDecisionDraft }: Props) {
  const { number, call } = thread
  return (
    <>
      {ask && <div className="thread-ask"><AskBlock ask={ask} me={me} zone={zone} now={now} place="page" {...doing(ask)} /></div>}
      {ask?.state === 'answered' && <KeepFaq number={ask.number} />}
      {call && <CallBlock number={number} call={call} me={me} zone={zone} now={now} onDecisionDraft={() => onDecisionDraft(call.agenda)} />}
    </>
  )
}
