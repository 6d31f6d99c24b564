import '../threads.css'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { readAgreement } from '#contract/agreement.ts'
import type { MeView } from '#contract/account.ts'
import type { Problem as ProblemView } from '#contract/problem.ts'
import { followThread, saveForLater } from '#contract/threads.ts'
import type { ThreadView } from '#contract/threads.ts'
import { announce } from '../../app/Announcer.tsx'
import { useRead } from '../../app/api.ts'
import { useNow } from '../../app/clock.ts'
import { useSend } from '../../app/send.ts'
import { useAsks } from '../../app/use-ask.ts'
import { useCallable } from '../../app/use-callable.ts'
import { followAsked } from '../../ui/follow-asked.ts'
import { copyText } from '../../ui/copy-text.ts'
import type { FollowChoice } from '../../ui/FollowMenu.tsx'
import { Page } from '../../ui/Page.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { PendingText } from '../write/PendingText.tsx'
import { ReplyBox } from '../write/ReplyBox.tsx'
import { useWritingReply } from '../write/use-writing-reply.ts'
import { AfterOpening } from './AfterOpening.tsx'
import { asMarkdown } from './as-markdown.ts'
import { ChangeBlock } from './ChangeBlock.tsx'
import { MoveForm } from './MoveForm.tsx'
import { SaveForm } from './SaveForm.tsx'
import { focusedIn, selectedIn } from './selected.ts'
import { decisionDraft } from './decision-draft.ts'
import { SplitForm } from './SplitForm.tsx'
import { quoteFrom } from './text-words.ts'
import { Texts } from './Texts.tsx'
import type { ThreadText } from './texts.ts'
import { ThreadActions } from './ThreadActions.tsx'
import type { ThreadPart } from './ThreadActions.tsx'
import { Arrived, headLine, overLine, showsState } from './ThreadLines.tsx'
import { Outcome, ResolveForm, StandsAt } from './ThreadHead.tsx'
import { hasRail, ThreadRail } from './ThreadRail.tsx'
import { useAsksIn } from './use-asks-in.ts'
import { usePlace } from './use-place.ts'
import { useReading } from './use-reading.ts'
import { useTextActs } from './use-text-acts.ts'
import { useThreadKeys } from './use-thread-keys.ts'
import { t } from '../../ui/words.ts'

type Props = { thread: ThreadView, texts: readonly ThreadText[], whole: boolean, me: MeView, problem: ProblemView | undefined, onDelete: () => void, onUndo: () => void }

/** Rounds after which a call is offered, until the agreement has been read. */
const USUAL_ROUNDS = 3

/** A thread as it is read: where it stands, what came out of it, the texts as one page, and the place to reply. */
export function Thread({ thread, texts, whole, me, problem, onDelete, onUndo }: Props) {
  const { number } = thread
  const [myId, zone] = [me.person.id, me.person.zone]
  const now = useNow()
  const router = useRouter()
  const [part, setPart] = useState<ThreadPart>()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const called = useCallable(thread.spaceId)
  const asks = useAsksIn(thread, myId)
  const doing = useAsks()
  const writing = useWritingReply(number, myId, texts)
  const reading = useReading(number, texts, thread.readSeq, myId)
  const acts = useTextActs(number, myId, writing.takenBack)
  const { follow, save } = useThreadVerbs(number, zone, now)
  const roundsLimit = useRead(readAgreement, {}).data?.settings.asks.rounds_limit ?? USUAL_ROUNDS
  usePlace(reading.firstNew === undefined ? undefined : 'new', texts.length)
  const act = (text: ThreadText, done: Parameters<typeof acts.onDo>[1] | { do: 'quote' | 'unread' }) => {
    if (done.do === 'quote') writing.quote(text, quoteFrom(text.body, selectedIn([text])?.words ?? ''))
    else if (done.do === 'unread') void reading.unreadFrom(text.seq).then(() => announce(t`Marked as unread from here.`))
    else if (text.replyId === null && done.do === 'delete') onDelete()
    else if (text.replyId === null && done.do === 'undo') onUndo()
    else acts.onDo(text, done)
  }
  const canReply = thread.can.includes('reply')
  useThreadKeys({
    reply: () => {
      const selected = selectedIn(texts)
      if (selected && canReply) writing.quote(selected.text, quoteFrom('', selected.words))
      else writing.composer.current?.focus()
    },
    save: () => (thread.saved ? save(false) : setPart('save')),
    mute: () => follow(thread.following === 'muted' ? 'follow' : 'mute'),
    done: () => void reading.done().then(() => (router.history.canGoBack() ? router.history.back() : router.history.push('/threads'))),
    unread: () => {
      const last = focusedIn(texts) ?? texts.at(-1)
      if (last) act(last, { do: 'unread' })
    },
  })
  const close = () => {
    setPart(undefined)
    setChosen(new Set())
  }
  const copy = () => void copyText(asMarkdown(thread, texts, { origin: location.origin, zone })).then((done) => announce(done ? t`Copied as Markdown.` : t`This browser does not let a page copy.`))
  const answer = asks.own && asks.own.can.includes('answer') ? doing(asks.own) : undefined
  return (
    <Page
      over={overLine(thread)} title={thread.title} lede={headLine(thread, reading.newCount, zone, now)} railLabel={t`About this thread`}
      rail={hasRail(thread, asks.inside) ? <ThreadRail thread={thread} asks={asks.inside} roundsLimit={roundsLimit} /> : undefined}
    >
      {canReply && <a className="skip unseen" href="#reply-box" onClick={(event) => { event.preventDefault(); writing.composer.current?.focus() }}>{t`Skip to the reply box`}</a>}
      <ThreadActions thread={thread} zone={zone} now={now} onOpen={setPart} onUnsave={() => save(false)} onFollow={follow} onCopy={copy} />
      {problem && <Problem {...problem} />}
      {part === 'resolve' && <ResolveForm number={number} onClose={close} />}
      {part === 'save' && <SaveForm number={number} text={{ replyId: null }} zone={zone} now={now} onClose={close} />}
      {part === 'move' && <MoveForm number={number} spaceId={thread.spaceId} onClose={close} />}
      {part === 'split' && <SplitForm number={number} chosen={chosen} onClose={close} />}
      <Outcome thread={thread} zone={zone} now={now} />
      {showsState(thread) && <StandsAt thread={thread} zone={zone} now={now}><Arrived texts={texts} after={Math.max(reading.lastThen, thread.readSeq)} me={myId} /></StandsAt>}
      <div className="texts">
        <Texts
          thread={thread} texts={texts} asks={asks.inside} doing={doing} me={myId} zone={zone} now={now} called={called} firstNew={reading.firstNew} newCount={reading.newCount}
          chosen={part === 'split' ? chosen : undefined} onChoose={(id, on) => setChosen((was) => (on ? new Set(was).add(id) : new Set([...was].filter((one) => one !== id))))}
          onAct={act} problem={acts.problem} just={writing.just} onUndoOver={writing.forgetJust}
          head={thread.change && <ChangeBlock number={number} change={thread.change} me={myId} zone={zone} now={now} mayConfirm={thread.can.includes('confirm-read')} />}
          afterOpening={<AfterOpening thread={thread} ask={asks.own} doing={doing} me={myId} zone={zone} now={now} onDecisionDraft={(agenda) => writing.begin(decisionDraft(thread.title, agenda))} />}
        />
        {!whole && <p className="hint" role="status">{t`The rest is on its way.`}</p>}
        {writing.pending.map((reply) => <PendingText key={reply.key} reply={reply} callable={called.callable} onAgain={() => writing.again(reply)} onPutBack={() => writing.leave(reply)} />)}
      </div>
      {canReply && (
        <ReplyBox
          spaceId={thread.spaceId} zone={zone} called={called} draft={writing.draft} more={writing.more} composer={writing.composer} onSend={writing.send}
          {...(answer && { answering: answer.progress.busy === 'answer', onAnswer: (body: string) => void answer.onDo({ verb: 'answer', body }).then((done) => { if (done) writing.draft.clear() }) })}
        />
      )}
    </Page>
  )
}

/** Following and saving the thread as a whole. */
function useThreadVerbs(number: number, zone: string, now: Temporal.Instant) {
  const following = useSend(followThread, 'threads', 'inbox')
  const saving = useSend(saveForLater, 'threads')
  return {
    follow: (choice: FollowChoice) => following.send({ number, ...followAsked(choice, now, zone) }, () => announce(choice === 'follow' ? t`You follow it.` : choice === 'stop' ? t`You follow it no more.` : t`Muted.`)),
    save: (saved: boolean) => saving.send({ number, saved }, () => announce(saved ? t`Saved for later.` : t`No longer kept.`)),
  }
}
