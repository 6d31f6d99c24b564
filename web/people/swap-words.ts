import type { SwapView } from '#contract/people.ts'
import { dateWords } from './period-words.ts'
import { t } from '../ui/words.ts'

/** What a swap is, said to the reader. */
export function swapWords({ giverId, takerId, date, state }: Pick<SwapView, 'giverId' | 'takerId' | 'date' | 'state'>, me: string, names: ReadonlyMap<string, string>): string {
  const day = dateWords(date)
  const giver = names.get(giverId) ?? t`Somebody`
  const taker = names.get(takerId) ?? t`somebody`
  const [toGiver, toTaker] = [giverId === me, takerId === me]
  switch (state) {
    case 'offered':
      if (toTaker) return t`${giver} offers you the shift of ${day}; it counts once you accept.`
      return toGiver ? t`You offer ${taker} your shift of ${day}; it stays yours until ${taker} accepts.` : t`${giver} offers ${taker} the shift of ${day}; it stays theirs until ${taker} accepts.`
    case 'accepted':
      if (toTaker) return t`You take the shift of ${day} from ${giver}.`
      return toGiver ? t`${taker} takes the shift of ${day} from you.` : t`${taker} takes the shift of ${day} from ${giver}.`
    case 'declined':
      if (toTaker) return t`You declined the shift of ${day} from ${giver}.`
      return toGiver ? t`${taker} declined the shift of ${day} from you.` : t`${taker} declined the shift of ${day} from ${giver}.`
    case 'withdrawn':
      if (toGiver) return t`You took the offer of ${day} to ${taker} back.`
      return toTaker ? t`${giver} took the offer of ${day} to you back.` : t`${giver} took the offer of ${day} to ${taker} back.`
  }
}
