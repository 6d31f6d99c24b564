import { useRef, useState } from 'react'
import type { ReplyView } from '#contract/threads.ts'
import { currentTime } from '../../app/clock.ts'
import { useTextDraft } from '../../app/text-draft.ts'
import type { ComposerHandle } from '../../ui/composer/handle.ts'
import { anchorOf } from '../read/texts.ts'
import type { ThreadText } from '../read/texts.ts'
import { useReplyMore } from './reply-more.ts'
import type { Unsent } from '../../app/offline/unsent.ts'
import { useReplying } from './use-replying.ts'
import type { PendingReply } from './use-replying.ts'

/** A text that was just sent and can still be taken back. `key` names it on the page. */
export type JustSent = { key: string, until: Temporal.Instant, at: Temporal.Instant }

/** Everything about the reply that is being written in a thread, and those on their way. */
export function useWritingReply(number: number, me: string, texts: readonly ThreadText[]) {
  const draft = useTextDraft(`reply:${number}`)
  const more = useReplyMore(number, me)
  const composer = useRef<ComposerHandle>(null)
  const [just, setJust] = useState(() => justSentIn(texts, currentTime()))
  const sent = (reply: ReplyView) => { if (reply.undoUntil !== null) setJust({ key: anchorOf(reply.id), until: Temporal.Instant.from(reply.undoUntil), at: currentTime() }) }
  const replying = useReplying(number, me, sent)
  const putBack = (body: string, also: Pick<Unsent, 'quote' | 'files'>) => {
    draft.set(draft.value.trim() === '' ? body : `${body}\n\n${draft.value}`)
    if (also.quote !== null || also.files.length > 0) more.set({ quote: also.quote ?? more.value.quote, files: [...also.files, ...more.value.files] })
    composer.current?.focus()
  }
  return {
    draft, more, composer, just, pending: replying.pending, again: replying.again,
    forgetJust: () => setJust(undefined),
    send: (reply: Pick<Unsent, 'body' | 'quote' | 'files'>) => {
      setJust(undefined)
      replying.send(reply)
      draft.clear()
      more.clear()
    },
    /** A reply that did not get there goes back to where it was written. */
    leave: (reply: PendingReply) => {
      replying.leave(reply.key)
      putBack(reply.body, reply)
    },
    /** A reply that was taken back. */
    takenBack: (body: string, text: ThreadText) => {
      setJust(undefined)
      putBack(body, { quote: text.quote, files: text.files })
    },
    /** The first quote goes with the reply; further ones stand in the text. */
    quote: (text: ThreadText, words: string) => {
      if (more.value.quote === null) more.set({ ...more.value, quote: { replyId: text.replyId, authorName: text.authorName, text: words } })
      else composer.current?.insertQuote(words, text.authorName, `/${number}#${anchorOf(text.replyId)}`)
      composer.current?.focus()
    },
    /** Puts the beginning of a text into the box. */
    begin: (text: string) => putBack(text, { quote: null, files: [] }),
  }
}

/** The newest of one's own texts that can still be taken back: a thread that was just opened, or a page that was read anew. */
export function justSentIn(texts: readonly Pick<ThreadText, 'key' | 'undoUntil' | 'can'>[], at: Temporal.Instant): JustSent | undefined {
  const text = texts.findLast(({ undoUntil, can }) => undoUntil !== null && can.includes('undo'))
  if (!text || text.undoUntil === null) return undefined
  const until = Temporal.Instant.from(text.undoUntil)
  return Temporal.Instant.compare(at, until) < 0 ? { key: text.key, until, at } : undefined
}
