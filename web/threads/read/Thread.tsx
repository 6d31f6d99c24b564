import '../threads.css'
import { readAgreement } from '#contract/agreement.ts'
import type { MeView } from '#contract/account.ts'
import type { Problem as ProblemView } from '#contract/problem.ts'
import type { ThreadView } from '#contract/threads.ts'
import { useRead } from '../../app/api.ts'
import { useNow } from '../../app/clock.ts'
import { useAsks } from '../../app/use-ask.ts'
import type { AskDoing } from '../../app/use-ask.ts'
import { useCallable } from '../../app/use-callable.ts'
import type { Called } from '../../app/use-callable.ts'
import { Page } from '../../ui/Page.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { PendingText } from '../write/PendingText.tsx'
import { ReplyBox } from '../write/ReplyBox.tsx'
import { useWritingReply } from '../write/use-writing-reply.ts'
import { AfterOpening } from './AfterOpening.tsx'
import { ChangeBlock } from './ChangeBlock.tsx'
import { decisionDraft } from './decision-draft.ts'
import { MoveForm } from './MoveForm.tsx'
import { SaveForm } from './SaveForm.tsx'
import { SplitForm } from './SplitForm.tsx'
import { Texts } from './Texts.tsx'
import type { ThreadText } from './texts.ts'
import { ThreadActions } from './ThreadActions.tsx'
import { Outcome, ResolveForm, StandsAt } from './ThreadHead.tsx'
import { Arrived, headLine, overLine, showsState } from './ThreadLines.tsx'
import { hasRail, ThreadRail } from './ThreadRail.tsx'
import { useAsksIn } from './use-asks-in.ts'
import { usePlace } from './use-place.ts'
import { useReading } from './use-reading.ts'
import { useThreadVerbs } from './use-thread-verbs.ts'
import { t } from '../../ui/words.ts'

type Props = { thread: ThreadView, texts: readonly ThreadText[], whole: boolean, me: MeView, problem: ProblemView | undefined, onDelete: () => void, onUndo: () => void }
type Where = { zone: string, now: Temporal.Instant }
type Verbs = ReturnType<typeof useThreadVerbs>

/** Rounds after which a call is offered, until the agreement has been read. */
const USUAL_ROUNDS = 3

/** A thread as it is read: where it stands, what came out of it, the texts as one page, and the place to reply. */
export function Thread({ thread, texts, whole, me: { person: { id: me, zone } }, problem, onDelete, onUndo }: Props) {
  const { number } = thread
  const now = useNow()
  const called = useCallable(thread.spaceId)
  const asks = useAsksIn(thread, me)
  const doing = useAsks()
  const writing = useWritingReply(number, me, texts)
  const reading = useReading(number, texts, thread.readSeq, me)
  const verbs = useThreadVerbs(thread, texts, { me, zone, now, writing, reading, onDelete, onUndo })
  const roundsLimit = useRead(readAgreement, {}).data?.settings.asks.rounds_limit ?? USUAL_ROUNDS
  usePlace(reading.firstNew === undefined ? undefined : 'new', texts.length)
  const canReply = thread.can.includes('reply')
  return (
    <Page
      over={overLine(thread)} title={thread.title} lede={headLine(thread, reading.newCount, zone, now)} railLabel={t`About this thread`}
      rail={hasRail(thread, asks.inside) ? <ThreadRail thread={thread} asks={asks.inside} roundsLimit={roundsLimit} /> : undefined}
    >
      {canReply && <a className="skip unseen" href="#reply-box" onClick={(event) => { event.preventDefault(); verbs.toReply() }}>{t`Skip to the reply box`}</a>}
      <Above thread={thread} verbs={verbs} problem={problem} zone={zone} now={now} />
      {showsState(thread) && <StandsAt thread={thread} zone={zone} now={now}><Arrived texts={texts} after={Math.max(reading.lastThen, thread.readSeq)} me={me} /></StandsAt>}
      <div className="texts">
        <Texts
          thread={thread} texts={texts} asks={asks.inside} doing={doing} me={me} zone={zone} now={now} called={called} firstNew={reading.firstNew} newCount={reading.newCount}
          chosen={verbs.parts.part === 'split' ? verbs.parts.chosen : undefined} onChoose={verbs.parts.choose} onAct={verbs.act} problem={verbs.problem} just={writing.just} onUndoOver={writing.forgetJust}
          head={thread.change && <ChangeBlock number={number} change={thread.change} me={me} zone={zone} now={now} mayConfirm={thread.can.includes('confirm-read')} />}
          afterOpening={<AfterOpening thread={thread} ask={asks.own} doing={doing} me={me} zone={zone} now={now} onDecisionDraft={(agenda) => writing.begin(decisionDraft(thread.title, agenda))} />}
        />
        {!whole && <p className="hint" role="status">{t`The rest is on its way.`}</p>}
        {writing.pending.map((reply) => <PendingText key={reply.key} reply={reply} callable={called.callable} onAgain={() => writing.again(reply)} onPutBack={() => writing.leave(reply)} />)}
      </div>
      {canReply && <Reply thread={thread} zone={zone} called={called} writing={writing} answer={asks.own?.can.includes('answer') ? doing(asks.own) : undefined} />}
    </Page>
  )
}

/** What can be done with the thread as a whole, the form that this opened, and what came out of it. */
function Above({ thread, verbs: { parts, follow, save, copy }, problem, zone, now }: Where & { thread: ThreadView, verbs: Verbs, problem: ProblemView | undefined }) {
  const { number, spaceId } = thread
  return (
    <>
      <ThreadActions thread={thread} zone={zone} now={now} onOpen={parts.open} onUnsave={() => save(false)} onFollow={follow} onCopy={copy} />
      {problem && <Problem {...problem} />}
      {parts.part === 'resolve' && <ResolveForm number={number} onClose={parts.close} />}
      {parts.part === 'save' && <SaveForm number={number} text={{ replyId: null }} zone={zone} now={now} onClose={parts.close} />}
      {parts.part === 'move' && <MoveForm number={number} spaceId={spaceId} onClose={parts.close} />}
      {parts.part === 'split' && <SplitForm number={number} chosen={parts.chosen} onClose={parts.close} />}
      <Outcome thread={thread} zone={zone} now={now} />
    </>
  )
}

type ReplyProps = {
  thread: ThreadView, zone: string, called: Called, writing: ReturnType<typeof useWritingReply>
  /** There where the reader owes an answer. */
  answer: AskDoing | undefined
}

function Reply({ thread, zone, called, writing, answer }: ReplyProps) {
  return (
    <ReplyBox
      spaceId={thread.spaceId} zone={zone} called={called} draft={writing.draft} more={writing.more} composer={writing.composer} onSend={writing.send}
      {...(answer && { answering: answer.progress.busy === 'answer', onAnswer: (body: string) => void answer.onDo({ verb: 'answer', body }).then((done) => { if (done) writing.draft.clear() }) })}
    />
  )
}
