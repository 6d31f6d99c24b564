import type { SwapView } from '#contract/people.ts'
import { dateWords } from './period-words.ts'
import { t } from '../ui/words.ts'

/** What a swap is, said to the reader. */
export function swapWords({ giverId, takerId, date, state }: Pick<SwapView, 'giverId' | 'takerId' | 'date' | 'state'>, me: string, names: ReadonlyMap<string, string>): string {
  const day = dateWords(date)
  const giver = names.get(giverId) ?? t`Somebody`
  const taker = names.get(takerId) ?? 'somebody'
  const [toGiver, toTaker] = [giverId === me, takerId === me]
  switch (state) {
    case 'offered': return toTaker
      ? t`${giver} offers you the shift of ${day}; it counts once you accept.`
      : t`${toGiver ? t`You offer` : `${giver} offers`} ${taker} ${toGiver ? 'your' : 'the'} shift of ${day}; it stays ${toGiver ? 'yours' : 'theirs'} until ${taker} accepts.`
    case 'accepted': return t`${toTaker ? t`You take` : `${taker} takes`} the shift of ${day} from ${toGiver ? 'you' : giver}.`
    case 'declined': return t`${toTaker ? t`You` : taker} declined the shift of ${day} from ${toGiver ? 'you' : giver}.`
    case 'withdrawn': return t`${toGiver ? t`You` : giver} took the offer of ${day} to ${toTaker ? 'you' : taker} back.`
  }
}
