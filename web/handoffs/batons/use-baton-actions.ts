import { useState } from 'react'
import { acceptBaton, answerBaton, batonDone, offerBaton, reopenBaton, returnBaton, withdrawBaton } from '#contract/handoffs.ts'
import type { BatonView, Receiver } from '#contract/handoffs.ts'
import { announce } from '../../app/Announcer.tsx'
import { problemFrom, useWrite } from '../../app/api.ts'
import { TOUCHED_BY_BATONS } from '../../app/held-batons.ts'
import { SAID } from './baton-words.ts'
import type { BatonVerb } from './baton-words.ts'
import type { BatonProgress } from './BatonItem.tsx'

const REFRESHES = { refreshes: TOUCHED_BY_BATONS }

/** Does what is asked of batons and remembers how far each has come, until the page is left. */
export function useBatonActions() {
  const [progress, setProgress] = useState<ReadonlyMap<string, BatonProgress>>(new Map())
  const accept = useWrite(acceptBaton, REFRESHES)
  const giveBack = useWrite(returnBaton, REFRESHES)
  const reply = useWrite(answerBaton, REFRESHES)
  const takeBack = useWrite(withdrawBaton, REFRESHES)
  const done = useWrite(batonDone, REFRESHES)
  const reopen = useWrite(reopenBaton, REFRESHES)
  const offer = useWrite(offerBaton, REFRESHES)
  const follow = (id: string, verb: BatonVerb, sent: Promise<unknown>) => {
    const note = (next: BatonProgress) => setProgress((was) => new Map(was).set(id, next))
    note({ busy: verb })
    sent.then(() => {
      note({ said: SAID[verb] })
      announce(SAID[verb])
    }, (error: unknown) => note({ problem: problemFrom(error) }))
  }
  const onDo = ({ id }: BatonView, verb: BatonVerb, text = '') => {
    if (verb === 'return') follow(id, verb, giveBack.mutateAsync({ id, question: text }))
    else if (verb === 'answer') follow(id, verb, reply.mutateAsync({ id, answer: text }))
    else if (verb === 'withdraw') follow(id, verb, takeBack.mutateAsync({ id, reason: text }))
    else if (verb === 'done') follow(id, verb, done.mutateAsync({ id, outcome: text }))
    else if (verb === 'reopen') follow(id, verb, reopen.mutateAsync({ id }))
    else follow(id, verb, accept.mutateAsync({ id }))
  }
  const onOffer = ({ id }: BatonView, to: Receiver) => follow(id, 'offer', offer.mutateAsync({ id, to }))
  return { progress, onDo, onOffer }
}
