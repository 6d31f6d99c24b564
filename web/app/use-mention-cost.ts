import { mentionCost } from '#contract/threads.ts'
import { parseMentions } from '#domain/asks/mentions.ts'
import type { Callable } from '#domain/asks/mentions.ts'
import { useRead } from './api.ts'
import { useSettled } from './use-settled.ts'

/** Asked once typing rests. Unit: ms. */
const RESTS = 400

/** What the mentions of a text cost: whom they reach, and how many of them are off work now. Undefined while it mentions nobody. */
export function useMentionCost(spaceId: string | undefined, text: string, callable: Callable): string | undefined {
  const called = useSettled(calledIn(text, callable), RESTS)
  const cost = useRead(mentionCost, { spaceId: spaceId ?? '', text: called }, { when: spaceId !== undefined && called !== '' })
  return called === '' ? undefined : cost.data?.sentence
}

/** The mentions alone, each once: the answer depends on nothing else, so that typing on asks nothing anew. */
export function calledIn(text: string, callable: Callable): string {
  if (!text.includes('@')) return ''
  const written = parseMentions(text, callable).filter(({ kind }) => kind !== 'entry').map(({ start, end }) => text.slice(start, end))
  return [...new Set(written)].sort().join('\n\n')
}
