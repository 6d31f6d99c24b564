import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as threads from '#contract/threads.ts'
import type { ReplyView } from '#contract/threads.ts'
import type { Problem } from '#contract/problem.ts'
import { announce } from '../../app/Announcer.tsx'
import { call, problemFrom, refresh } from '../../app/api.ts'
import { copyText } from '../../ui/copy-text.ts'
import type { TextAct } from './text-acts.ts'
import { anchorOf } from './texts.ts'
import type { ThreadText } from './texts.ts'
import { changeReply, changeThread } from './use-thread.ts'
import { t } from '../../ui/words.ts'

type Done = Exclude<TextAct, { do: 'quote' | 'unread' | 'open' }>

/** Does what is asked of single texts; what can be shown before the server has answered is shown at once. */
export function useTextActs(number: number, me: string, onTakenBack: (body: string, reply: ThreadText) => void) {
  const queries = useQueryClient()
  const [problem, setProblem] = useState<{ key: string, problem: Problem }>()
  const change = (text: ThreadText, how: (reply: ReplyView) => ReplyView) => {
    if (text.replyId !== null) changeReply(queries, number, text.replyId, how)
    else changeThread(queries, number, (thread) => ({ ...thread, ...pick(how({ ...thread, ...text, id: '' })) }))
  }
  const run = async (text: ThreadText, act: Done): Promise<string | undefined> => {
    const { replyId } = text
    const id = replyId ?? ''
    switch (act.do) {
      case 'react':
        change(text, (reply) => ({ ...reply, reactions: reacted(reply.reactions, act.emoji, act.on, me) }))
        await call(threads.react, { number, replyId, emoji: act.emoji, on: act.on })
        return undefined
      case 'mark': await call(threads.markReply, { id, mark: act.mark, on: act.on }); return act.on ? t`Noted for its author, without your name.` : t`Taken back.`
      case 'unsave': await call(threads.saveForLater, { number, replyId, saved: false }); return t`No longer kept.`
      case 'delete': await call(threads.deleteReply, { id }); return t`Deleted. It can be brought back for 30 days.`
      case 'restore': await call(threads.restoreReply, { id }); return t`It is back.`
      case 'undo': {
        const { body } = await call(threads.undoReply, { id })
        changeReply(queries, number, id, () => undefined)
        onTakenBack(body, text)
        return t`Taken back. The text is in the reply box again.`
      }
      case 'copy-link': return await copyText(`${location.origin}/${number}${replyId === null ? '' : `#${anchorOf(replyId)}`}`) ? t`The link is copied.` : t`This browser does not let a page copy; take the link from the time beside the name.`
    }
  }
  const onDo = (text: ThreadText, act: Done) => {
    setProblem(undefined)
    run(text, act).then((said) => { if (said) announce(said) }, (error: unknown) => setProblem({ key: text.key, problem: problemFrom(error) }))
      .finally(() => { if (act.do !== 'copy-link') refresh(queries, ['threads', 'entries']) })
  }
  return { onDo, problem }
}

const pick = ({ reactions }: ReplyView) => ({ reactions })

/** Reactions as they will be once the server has noted this one. */
export function reacted(reactions: ReplyView['reactions'], emoji: string, on: boolean, me: string): ReplyView['reactions'] {
  const found = reactions.find((one) => one.emoji === emoji)
  if (!found) return on ? [...reactions, { emoji, people: [me], mine: true }] : reactions
  const people = [...found.people.filter((id) => id !== me), ...(on ? [me] : [])]
  return reactions.flatMap((one) => (one.emoji !== emoji ? [one] : people.length === 0 ? [] : [{ emoji, people, mine: on }]))
}
