import { describe, expect, test } from 'vitest'
import { ENGLISH, inWords } from '#domain/words/said.ts'
import { reasonFor } from './item-words.ts'

describe('why somebody gets something', () => {
  test.each([
    ['threads.reply', 'mention', 'mentioned', 'it mentions you'],
    ['decisions.state', 'decision', 'mentioned', 'you are named in the decision or spoke in it'],
    ['decisions.remark', 'reply', 'mentioned', 'it is about a passage of yours, or answers you'],
    ['threads.change', 'change', 'mentioned', 'its author wants you to read it'],
    ['asks.state', 'ask', 'mentioned', 'you have a part in the ask'],
    ['decisions.asked', 'decision', 'asked', 'it asks something of you'],
    ['threads.reply', 'reply', 'following', 'you follow the conversation'],
    ['decisions.state', 'decision', 'space', 'you belong to Platform'],
    ['threads.thread', 'thread', 'broadcast', 'it was said to all of Platform'],
  ] as const)('%s, %s to somebody %s', (source, kind, standing, because) => {
    expect(inWords(reasonFor({ source, kind, standing, urgent: false }, 'Platform'), ENGLISH)).toBe(`You get this because ${because}.`)
  })

  test('what is urgent says so, whatever it is', () => {
    expect(inWords(reasonFor({ source: 'asks.asked', kind: 'urgent', standing: 'asked', urgent: true }, 'Platform'), ENGLISH)).toBe('You get this at once because it is urgent.')
  })
})
