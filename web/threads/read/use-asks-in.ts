import { listAsks, readAsk } from '#contract/asks.ts'
import type { AskView } from '#contract/asks.ts'
import type { ThreadView } from '#contract/threads.ts'
import { useRead } from '../../app/api.ts'
import { useSeeAsk } from '../../app/use-ask.ts'

/** So many asks stand in a thread at most before the older ones are left to their own pages. */
const SHOWN = 100

/** The ask that a thread is, and those that stand in it. What its answerer is shown here is seen. */
export function useAsksIn(thread: Pick<ThreadView, 'number' | 'kind' | 'askNumbers'>, me: string): { own: AskView | undefined, inside: readonly AskView[] } {
  const { number, kind, askNumbers } = thread
  const own = useRead(readAsk, { number }, { when: kind === 'ask' }).data
  const inside = (useRead(listAsks, { threadNumber: number, limit: SHOWN }, { when: askNumbers.length > 0 }).data?.items ?? []).filter((ask) => ask.number !== number)
  useSeeAsk([...(own ? [own] : []), ...inside].find((ask) => ask.answererId === me && ask.seenAt === null), me)
  return { own, inside }
}
