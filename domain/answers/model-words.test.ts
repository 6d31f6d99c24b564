import { describe, expect, test } from 'vitest'
import { askedOfModel, takenFromModel } from './model-words.ts'

test('a model is given the question and numbered passages, and nothing else', () => {
  const [system, user] = askedOfModel('Why Valkey?', [{ title: 'Cache', text: 'Its licence.' }])
  expect(system?.content).toContain('Use nothing but these passages')
  expect(user?.content).toBe('Question: Why Valkey?\n\nPassages:\n\n[1] Cache\nIts licence.')
})

describe('what is taken of its words', () => {
  test.each([
    ['{"order": [2, 1], "draft": "Because of it [2]."}', { order: [1, 0, 2], draft: { text: 'Because of it [2].', sources: [1] } }],
    ['Sure!\n```json\n{"order": [3], "draft": null}\n```', { order: [2, 0, 1], draft: null }],
    ['{"order": [9, "x", 1.5, 0, 1], "draft": "No source."}', { order: [0, 1, 2], draft: null }],
    ['{"order": "all", "draft": "See [7]."}', { order: [0, 1, 2], draft: null }],
    [`{"draft": "${'long '.repeat(400)}[1]"}`, { order: [0, 1, 2], draft: null }],
    ['I do not know.', null], ['{"order": [1', null], ['[1, 2]', null], ['', null],
  ])('%#', (said, taken) => expect(takenFromModel(said, 3)).toEqual(taken))
})
