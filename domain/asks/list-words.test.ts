import { describe, expect, test } from 'vitest'
import { oweSentence, waitSentence } from './list-words.ts'

describe('both lists say in one sentence what waits', () => {
  test.each([
    [0, 0, 'You owe nobody an answer.', 'You wait for nobody.'], [1, 0, 'One ask waits for you.', 'You wait for one answer.'], [0, 1, 'One decision waits for you.', 'You wait for one decision.'],
    [2, 1, 'Two asks and one decision wait for you.', 'You wait for two answers and one decision.'],
  ])('%i asks, %i decisions', (asks, decisions, owe, wait) => {
    expect([oweSentence(asks, decisions), waitSentence(asks, decisions)]).toEqual([owe, wait])
  })
})
