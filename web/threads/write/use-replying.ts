import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { postReply } from '#contract/threads.ts'
import type { ReplyView } from '#contract/threads.ts'
import type { Problem } from '#contract/problem.ts'
import { announce } from '../../app/Announcer.tsx'
import { call, problemFrom, refresh } from '../../app/api.ts'
import { currentTime } from '../../app/clock.ts'
import { newKey } from '../../app/new-key.ts'
import { contactNow, watchContact } from '../../app/reach.ts'
import { watchWaiting } from '../../app/offline/list.ts'
import { addReply } from '../read/use-thread.ts'
import { dropUnsent, keepUnsent, unsentIn } from '../../app/offline/unsent.ts'
import type { Unsent } from '../../app/offline/unsent.ts'
import { t } from '../../ui/words.ts'

/** A reply that stands on the page before the server has it; with a problem, it did not get there. */
export type PendingReply = Unsent & { problem?: Problem | undefined }

const LEFT_BEHIND: Problem = { type: 'about:blank', status: 0, code: 'unreachable', title: t`The page was closed while this was on its way.`, next: t`Send it again; if it had arrived, nothing is doubled.` }

/** Sends replies: one's own text stands there at once, and stays, marked, where it could not be sent. */
export function useReplying(number: number, personId: string, onSent: (reply: ReplyView) => void) {
  const queries = useQueryClient()
  const [pending, setPending] = useState<readonly PendingReply[]>(() => unsentIn(localStorage, number, personId).map((reply) => ({ ...reply, problem: reply.refused ?? LEFT_BEHIND })))
  const sent = useRef(onSent)
  sent.current = onSent
  const leave = (key: string) => {
    dropUnsent(localStorage, key)
    setPending((all) => all.filter((reply) => reply.key !== key))
  }
  const send = (reply: Unsent) => {
    keepUnsent(localStorage, reply)
    setPending((all) => [...all.filter(({ key }) => key !== reply.key), reply])
    const { quote, files } = reply
    call(postReply, { number, body: reply.body, files: files.map(({ id }) => id), ...(quote && { quote: { replyId: quote.replyId, text: quote.text } }) }, { idempotencyKey: reply.key }).then((view) => {
      addReply(queries, number, view)
      leave(reply.key)
      sent.current(view)
      refresh(queries, ['threads', 'asks', 'entries'])
    }, (error: unknown) => {
      const problem = whyNotSent(problemFrom(error))
      announce(problem.title)
      setPending((all) => all.map((one) => (one.key === reply.key ? { ...one, problem } : one)))
    })
  }
  // What was left behind may be sent by whoever sends all that waits; then it stands among the others.
  useEffect(() => watchWaiting(() => {
    const kept = new Set(unsentIn(localStorage, number, personId).map(({ key }) => key))
    setPending((all) => all.filter(({ key, problem }) => problem !== LEFT_BEHIND || kept.has(key)))
  }), [number, personId])
  useOnceReachable(() => { for (const { problem, ...reply } of pending) if (problem?.status === 0) send(reply) })
  return {
    pending,
    send: (reply: Pick<Unsent, 'body' | 'quote' | 'files'>) => send({ ...reply, key: newKey(), number, personId, at: currentTime().toString() }),
    /** The same key again where no answer came; a refused one is a new try. */
    again: ({ problem, ...reply }: PendingReply) => {
      if (problem?.status === 0) return send(reply)
      leave(reply.key)
      return send({ ...reply, key: newKey() })
    },
    leave,
  }
}

/** Where no answer came, it is sent again without being asked: with the same key, so that it happens once. */
const whyNotSent = (problem: Problem): Problem => (problem.status === 0 ? { ...problem, next: t`It waits on this device, and is sent by itself once the server answers.` } : problem)

/** Does something each time the server answers again after it did not. */
function useOnceReachable(then: () => void) {
  const latest = useRef(then)
  latest.current = then
  useEffect(() => {
    let was = contactNow().reachable
    return watchContact(() => {
      const { reachable } = contactNow()
      if (reachable && !was) latest.current()
      was = reachable
    })
  }, [])
}
