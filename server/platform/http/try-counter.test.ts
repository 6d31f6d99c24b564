import { expect, test } from 'vitest'
import { TryCounter } from './try-counter.ts'

const WINDOW_MS = 60_000

function counterAt(start: number) {
  let at = start
  const counter = new TryCounter(undefined, () => at)
  const tries = (address: string) => {
    let said = { current: 0, ttl: 0 }
    counter.incr(address, (_error, result) => { said = result ?? said }, WINDOW_MS)
    return [said.current, said.ttl]
  }
  return { counter, tries, after: (ms: number) => { at += ms } }
}

test('tries of one address are counted together until the first is a window ago', () => {
  const { tries, after } = counterAt(5)
  expect([tries('a'), tries('a'), tries('b')]).toEqual([[1, WINDOW_MS], [2, WINDOW_MS], [1, WINDOW_MS]])
  after(WINDOW_MS - 1)
  expect(tries('a')).toEqual([3, 1])
  after(1)
  expect(tries('a')).toEqual([1, WINDOW_MS])
})

test('of more addresses than are remembered, the one that was quiet longest begins anew', () => {
  const { tries } = counterAt(0)
  tries('first')
  tries('second')
  tries('first')
  for (let other = 0; other < 4999; other += 1) tries(`other ${other}`)
  expect([tries('first'), tries('second')]).toEqual([[3, WINDOW_MS], [1, WINDOW_MS]])
})

test('routes count for themselves', () => {
  const { counter, tries } = counterAt(0)
  tries('a')
  counter.child().incr('a', (_error, result) => expect(result?.current).toBe(1), WINDOW_MS)
})
