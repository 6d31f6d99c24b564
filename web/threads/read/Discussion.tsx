import '../threads.css'
import { useEffect, useRef } from 'react'
import type { MeView } from '#contract/account.ts'
import type { ThreadView } from '#contract/threads.ts'
import { announce } from '../../app/Announcer.tsx'
import { useNow } from '../../app/clock.ts'
import { useAsks } from '../../app/use-ask.ts'
import { useCallable } from '../../app/use-callable.ts'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { PendingText } from '../write/PendingText.tsx'
import { ReplyBox } from '../write/ReplyBox.tsx'
import { useWritingReply } from '../write/use-writing-reply.ts'
import { selectedIn } from './selected.ts'
import { quoteFrom } from './text-words.ts'
import { Texts } from './Texts.tsx'
import type { ThreadText } from './texts.ts'
import { useAsksIn } from './use-asks-in.ts'
import { usePlace } from './use-place.ts'
import { useReading } from './use-reading.ts'
import { useTextActs } from './use-text-acts.ts'
import { useThread } from './use-thread.ts'
import { t } from '../../ui/words.ts'

export type Begin = { /** What the reply begins with. */ text: string, /** Changes with each time somebody begins. */ turn: number }
export type DiscussionProps = { number: number, me: MeView, begin: Begin | undefined }

/** What is said about an entry that has a page of its own: the replies of its thread, and the place to reply. */
export function Discussion({ number, me, begin }: DiscussionProps) {
  const { thread, texts, whole, problem, again } = useThread(number)
  if (thread) return <Replies key={number} thread={thread} texts={texts.filter(({ replyId }) => replyId !== null)} whole={whole} me={me} begin={begin} />
  return problem ? <Problem {...problem} action={<LinkAction strong onClick={again}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={3} />
}

type RepliesProps = { thread: ThreadView, texts: readonly ThreadText[], whole: boolean, me: MeView, begin: Begin | undefined }
/** Replies are not chosen here. */
const leaveOut = () => {}

function Replies({ thread, texts, whole, me, begin }: RepliesProps) {
  const { number } = thread
  const [myId, zone] = [me.person.id, me.person.zone]
  const now = useNow()
  const called = useCallable(thread.spaceId)
  const asks = useAsksIn(thread, myId)
  const doing = useAsks()
  const writing = useWritingReply(number, myId, texts)
  const reading = useReading(number, texts, thread.readSeq, myId)
  const acts = useTextActs(number, myId, writing.takenBack)
  usePlace(undefined, texts.length)
  useBegin(begin, writing.begin)
  const act = (text: ThreadText, done: Parameters<typeof acts.onDo>[1] | { do: 'quote' | 'unread' }) => {
    if (done.do === 'quote') writing.quote(text, quoteFrom(text.body, selectedIn([text])?.words ?? ''))
    else if (done.do === 'unread') void reading.unreadFrom(text.seq).then(() => announce(t`Marked as unread from here.`))
    else acts.onDo(text, done)
  }
  return (
    <>
      <div className="texts">
        <Texts
          thread={thread} texts={texts} asks={asks.inside} doing={doing} me={myId} zone={zone} now={now} called={called} firstNew={reading.firstNew} newCount={reading.newCount} chosen={undefined}
          onChoose={leaveOut} onAct={act} problem={acts.problem} just={writing.just} onUndoOver={writing.forgetJust} head={null} afterOpening={null}
        />
        {texts.length === 0 && writing.pending.length === 0 && <p className="hint">{t`Nobody has said anything yet.`}</p>}
        {!whole && <p className="hint" role="status">{t`The rest is on its way.`}</p>}
        {writing.pending.map((reply) => <PendingText key={reply.key} reply={reply} callable={called.callable} onAgain={() => writing.again(reply)} onPutBack={() => writing.leave(reply)} />)}
      </div>
      {thread.can.includes('reply') && <ReplyBox spaceId={thread.spaceId} zone={zone} called={called} draft={writing.draft} more={writing.more} composer={writing.composer} onSend={writing.send} />}
    </>
  )
}

/** Puts what somebody begins elsewhere on the page into the reply box, once each time. */
function useBegin(begin: Begin | undefined, put: (text: string) => void) {
  const done = useRef<number>(undefined)
  useEffect(() => {
    if (!begin || done.current === begin.turn) return
    done.current = begin.turn
    put(begin.text)
  }, [begin, put])
}
