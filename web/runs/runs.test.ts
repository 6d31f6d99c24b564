import { describe, expect, test } from 'vitest'
import type { RunStep } from '#contract/runs.ts'
import { bodyBelow } from './step-text.ts'
import { endWords, isThrough, newRhythm, nextOf, progressWords, rhythmFrom } from './words.ts'

const step = (number: number, state: RunStep['state'] = 'open'): RunStep => ({ step: number, depth: 0, title: `Step ${number}`, body: `Step ${number}`, ask: null, state, byId: null, byName: null, at: null, reason: '', notes: [], asked: null })

describe('how far a run is', () => {
  test.each([
    [{ steps: 9, done: 7, skipped: 1 }, 'Seven of nine steps ticked, one skipped.'], [{ steps: 3, done: 3, skipped: 0 }, 'All three steps ticked.'], [{ steps: 2, done: 0, skipped: 0 }, 'Two steps, none ticked yet.'], [{ steps: 0, done: 0, skipped: 0 }, 'No steps.'],
  ])('%j', (run, words) => expect(progressWords(run)).toBe(words))
  test('the next step is the first that is open; without one it can be finished', () => {
    expect(nextOf([step(1, 'done'), step(2, 'skipped'), step(3)])?.step).toBe(3)
    expect([isThrough({ list: [step(1, 'done'), step(2, 'skipped')] }), isThrough({ list: [step(1)] }), isThrough({ list: [] })]).toEqual([true, false, false])
  })
  test('what came of it', () => expect(endWords({ minutes: 95, different: 1, outcome: 'Faster than last time', state: 'finished' })).toBe('took 1 h 35 min · one step went differently · Faster than last time'))
})

test.each([
  ['one line', 'Restart the relay', ''], ['a paragraph and code below', 'Restart the relay\n   with care:\n\n   ```\n   relay restart\n     --now\n   ```', 'with care:\n\n```\nrelay restart\n  --now\n```'],
])('what a step says beyond its title: %s', (_why, body, below) => expect(bodyBelow({ title: 'Restart the relay', body })).toBe(below))

describe('a rhythm', () => {
  const weekly = newRhythm('2026-03-24', 2)
  test('begins weekly, on the day of today', () => expect(rhythmFrom(weekly)).toEqual({ every: 1, unit: 'weeks', days: [2], week: 1, from: '2026-03-24' }))
  test('the last Friday of every third month', () => expect(rhythmFrom({ ...weekly, every: '3', unit: 'months', days: [5], week: '-1' })).toEqual({ every: 3, unit: 'months', days: [5], week: -1, from: '2026-03-24' }))
  test.each([{ every: '0' }, { every: '1.5' }, { every: '' }, { days: [] }, { from: '' }])('%j is none', (change) => expect(rhythmFrom({ ...weekly, ...change })).toBeUndefined())
  test('days need no weekday', () => expect(rhythmFrom({ ...weekly, unit: 'days', days: [] })?.days).toEqual([]))
})
