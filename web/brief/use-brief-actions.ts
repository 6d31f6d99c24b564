import { useState } from 'react'
import type { BriefItem } from '#contract/brief.ts'
import { acceptBaton, answerBaton, batonDone, clearLine, reopenBaton, returnBaton } from '#contract/handoffs.ts'
import { announce } from '../app/Announcer.tsx'
import { problemFrom, useWrite } from '../app/api.ts'
import { TOUCHED_BY_BATONS } from '../app/held-batons.ts'
import type { Progress } from './BriefItem.tsx'
import { saidAfter } from './item-words.ts'
import type { Doing } from './item-words.ts'

const REFRESHES = { refreshes: TOUCHED_BY_BATONS }

/** Does what is asked of items and remembers how far each has come, until the page is left. */
export function useBriefActions() {
  const [progress, setProgress] = useState<ReadonlyMap<string, Progress>>(new Map())
  const accept = useWrite(acceptBaton, REFRESHES)
  const giveBack = useWrite(returnBaton, REFRESHES)
  const reply = useWrite(answerBaton, REFRESHES)
  const clear = useWrite(clearLine, REFRESHES)
  const done = useWrite(batonDone, REFRESHES)
  const reopen = useWrite(reopenBaton, REFRESHES)
  const note = (item: BriefItem, next: Progress) => setProgress((was) => new Map(was).set(item.key, next))
  const send = (item: BriefItem, doing: Doing, text: string): Promise<unknown> => {
    if (doing === 'clear') return clear.mutateAsync({ number: item.number ?? 0, lineId: item.lineId ?? '' })
    const id = item.baton?.id ?? ''
    if (doing === 'done') return done.mutateAsync({ id, outcome: text })
    if (doing === 'reopen') return reopen.mutateAsync({ id })
    if (doing === 'accept') return accept.mutateAsync({ id })
    return doing === 'return' ? giveBack.mutateAsync({ id, question: text }) : reply.mutateAsync({ id, answer: text })
  }
  const onDo = (item: BriefItem, doing: Doing, text = '') => {
    note(item, { busy: doing })
    send(item, doing, text).then(() => {
      const said = saidAfter(doing, item)
      note(item, doing === 'reopen' ? {} : { said, did: doing })
      announce(said)
    }, (error: unknown) => note(item, { problem: problemFrom(error) }))
  }
  return { progress, onDo }
}
