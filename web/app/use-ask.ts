import { useEffect, useState } from 'react'
import * as asks from '#contract/asks.ts'
import type { AskView } from '#contract/asks.ts'
import { listPeople } from '#contract/people.ts'
import type { AskProgress } from '../ui/ask/AskBlock.tsx'
import { saidAfter } from '../ui/ask/ask-verbs.ts'
import type { AskAct } from '../ui/ask/ask-verbs.ts'
import type { Option } from '../ui/Select.tsx'
import { announce } from './Announcer.tsx'
import { problemFrom, useRead, useWrite } from './api.ts'
import { useMe } from './me.ts'
import { t } from '../ui/words.ts'
import { keptWaiting } from './offline/use-waiting.ts'

const REFRESHES = { refreshes: ['asks', 'threads', 'inbox', 'brief', 'entries'] }

/** Every call that does something to an ask. */
function useAskCalls(): (number: number, act: AskAct) => Promise<AskView> {
  const answer = useWrite(asks.answerAsk, { ...REFRESHES, waits: true })
  const back = useWrite(asks.askBack, REFRESHES)
  const clarify = useWrite(asks.clarifyAsk, REFRESHES)
  const add = useWrite(asks.addToAsk, REFRESHES)
  const reopen = useWrite(asks.notAnswered, REFRESHES)
  const withdraw = useWrite(asks.withdrawAsk, REFRESHES)
  const decline = useWrite(asks.declineAsk, REFRESHES)
  const reassign = useWrite(asks.reassignAsk, REFRESHES)
  const due = useWrite(asks.changeDue, REFRESHES)
  const snooze = useWrite(asks.snoozeAsk, REFRESHES)
  const rate = useWrite(asks.rateAsk, REFRESHES)
  const acknowledge = useWrite(asks.acknowledgeAsk, REFRESHES)
  const said = { 'answer': answer, 'ask-back': back, 'clarify': clarify, 'add': add, 'not-answered': reopen }
  return (number, act) => {
    switch (act.verb) {
      case 'withdraw': return withdraw.mutateAsync({ number, reason: act.reason })
      case 'decline': return decline.mutateAsync({ number, reason: act.reason, to: act.to })
      case 'reassign': return reassign.mutateAsync({ number, to: act.to, reason: act.reason })
      case 'change-due': return due.mutateAsync({ number, dueAt: act.dueAt })
      case 'snooze': return snooze.mutateAsync({ number, until: act.until })
      case 'rate': return rate.mutateAsync({ number, rating: act.rating })
      case 'acknowledge': return acknowledge.mutateAsync({ number })
      default: return said[act.verb].mutateAsync({ number, body: act.body })
    }
  }
}

/** What `AskBlock` needs beyond the ask itself. */
export type AskDoing = { progress: AskProgress, onDo: (act: AskAct) => Promise<boolean>, people: readonly Option[], onNeedPeople: () => void }

/**
 * Does what is asked of asks and remembers how far each has come, until the page is left.
 * @returns for each ask what `AskBlock` needs
 * @example const doing = useAsks(); <AskBlock ask={ask} me={me.person.id} zone={zone} now={now} {...doing(ask)} />
 */
export function useAsks(): (ask: AskView) => AskDoing {
  const [progress, setProgress] = useState<ReadonlyMap<number, AskProgress>>(new Map())
  const [spaceId, setSpaceId] = useState<string>()
  const people = useRead(listPeople, spaceId === undefined ? {} : { spaceId }, { when: spaceId !== undefined })
  const me = useMe().data
  const send = useAskCalls()
  const waitsAnswered = (ask: AskView, body: string, personId: string) => {
    const kept = keptWaiting(asks.answerAsk, { number: ask.number, body }, { personId, title: t`An answer to #${ask.number}: ${ask.title}`, text: body, href: `/${ask.number}` })
    if (kept) note(ask, { said: t`Your answer waits on this device, and is sent once the server answers.` })
    return kept
  }
  const note = ({ number }: AskView, next: AskProgress) => setProgress((was) => new Map(was).set(number, next))
  const options = (people.data?.people ?? []).filter(({ state }) => state === 'active').map(({ id, name, availability }) => ({ value: id, label: name, hint: availability }))
  return (ask) => ({
    progress: progress.get(ask.number) ?? {}, people: options, onNeedPeople: () => setSpaceId(ask.spaceId),
    onDo: async (act) => {
      note(ask, { busy: act.verb })
      try {
        await send(ask.number, act)
      } catch (error) {
        const problem = problemFrom(error)
        if (problem.status === 0 && act.verb === 'answer' && me && waitsAnswered(ask, act.body, me.person.id)) return true
        note(ask, { problem })
        return false
      }
      const said = saidAfter(act, ask)
      note(ask, { said })
      announce(said)
      return true
    },
  })
}

/** Whose look at an ask is noted: the answerer's, once, while nobody has answered. */
const waitsToBeSeen = (ask: AskView | undefined, me: string | undefined): ask is AskView => ask !== undefined && ask.seenAt === null && ask.answererId === me && ['open', 'overdue', 'escalated'].includes(ask.state)

/** Notes that its answerer has opened an ask. For a page that shows it whole; a line of a list is no look at it. */
export function useSeeAsk(ask: AskView | undefined, me: string | undefined) {
  const see = useWrite(asks.seeAsk, REFRESHES)
  const number = waitsToBeSeen(ask, me) ? ask.number : undefined
  const { mutate } = see
  useEffect(() => { if (number !== undefined) mutate({ number }) }, [number, mutate])
}
