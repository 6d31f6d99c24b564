import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { followThread, saveForLater } from '#contract/threads.ts'
import type { ThreadView } from '#contract/threads.ts'
import { announce } from '../../app/Announcer.tsx'
import { useSend } from '../../app/send.ts'
import { copyText } from '../../ui/copy-text.ts'
import { followAsked } from '../../ui/follow-asked.ts'
import type { FollowChoice } from '../../ui/FollowMenu.tsx'
import type { useWritingReply } from '../write/use-writing-reply.ts'
import { asMarkdown } from './as-markdown.ts'
import { focusedIn, selectedIn } from './selected.ts'
import type { TextAct } from './text-acts.ts'
import { quoteFrom } from './text-words.ts'
import type { ThreadText } from './texts.ts'
import type { ThreadPart } from './ThreadActions.tsx'
import type { useReading } from './use-reading.ts'
import { useTextActs } from './use-text-acts.ts'
import { useThreadKeys } from './use-thread-keys.ts'
import { t } from '../../ui/words.ts'

type Reader = {
  me: string
  zone: string
  now: Temporal.Instant
  writing: ReturnType<typeof useWritingReply>
  reading: ReturnType<typeof useReading>
  /** The opening is deleted, or taken back while nobody is told of it. */
  onDelete: () => void
  onUndo: () => void
}
type Act = Exclude<TextAct, { do: 'open' }>

/** What a reader does with a thread: with single texts, with the whole, and by keys. */
export function useThreadVerbs(thread: ThreadView, texts: readonly ThreadText[], { me, zone, now, writing, reading, onDelete, onUndo }: Reader) {
  const acts = useTextActs(thread.number, me, writing.takenBack)
  const parts = useParts()
  const { follow, save } = useFollowAndSave(thread.number, zone, now)
  const act = (text: ThreadText, done: Act) => {
    if (done.do === 'quote') writing.quote(text, quoteFrom(text.body, selectedIn([text])?.words ?? ''))
    else if (done.do === 'unread') void reading.unreadFrom(text.seq).then(() => announce(t`Marked as unread from here.`))
    else if (text.replyId === null && done.do === 'delete') onDelete()
    else if (text.replyId === null && done.do === 'undo') onUndo()
    else acts.onDo(text, done)
  }
  const toReply = () => writing.composer.current?.focus()
  const router = useRouter()
  useThreadKeys({
    reply: () => {
      const selected = selectedIn(texts)
      if (selected && thread.can.includes('reply')) writing.quote(selected.text, quoteFrom('', selected.words))
      else toReply()
    },
    save: () => (thread.saved ? save(false) : parts.open('save')),
    mute: () => follow(thread.following === 'muted' ? 'follow' : 'mute'),
    done: () => void reading.done().then(() => (router.history.canGoBack() ? router.history.back() : router.history.push('/threads'))),
    unread: () => {
      const last = focusedIn(texts) ?? texts.at(-1)
      if (last) act(last, { do: 'unread' })
    },
  })
  const copy = () => void copyText(asMarkdown(thread, texts, { origin: location.origin, zone })).then((done) => announce(done ? t`Copied as Markdown.` : t`This browser does not let a page copy.`))
  return { parts, act, problem: acts.problem, follow, save, copy, toReply }
}

/** The form that is open above the texts, and the replies chosen for a thread of their own. */
function useParts() {
  const [part, open] = useState<ThreadPart>()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  return {
    part, open, chosen,
    choose: (id: string, on: boolean) => setChosen((was) => (on ? new Set(was).add(id) : new Set([...was].filter((one) => one !== id)))),
    close: () => {
      open(undefined)
      setChosen(new Set())
    },
  }
}

/** Following and saving the thread as a whole. */
function useFollowAndSave(number: number, zone: string, now: Temporal.Instant) {
  const following = useSend(followThread, 'threads', 'inbox')
  const saving = useSend(saveForLater, 'threads')
  return {
    follow: (choice: FollowChoice) => following.send({ number, ...followAsked(choice, now, zone) }, () => announce(choice === 'follow' ? t`You follow it.` : choice === 'stop' ? t`You follow it no more.` : t`Muted.`)),
    save: (saved: boolean) => saving.send({ number, saved }, () => announce(saved ? t`Saved for later.` : t`No longer kept.`)),
  }
}
