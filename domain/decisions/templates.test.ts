import { describe, expect, test } from 'vitest'
import { contentProblems } from './content.ts'
import { beginningOf, fromThread, PROPOSED_OPTION, TEMPLATES } from './templates.ts'
import { WINDOW_DAYS_MAX } from './window.ts'

describe('every template', () => {
  test.each(TEMPLATES)('%s has two options or room for them, a window and a word for its author', (name) => {
    const { content, windowDays, notes } = beginningOf(name)
    expect(new Set(content.options.map(({ id }) => id)).size).toBe(2)
    expect(windowDays).toBeLessThanOrEqual(WINDOW_DAYS_MAX)
    expect(notes.length).toBeGreaterThan(0)
    expect(contentProblems(content).map(({ field }) => field)).toContain('needed')
  })
  test('a change of the agreement is chosen between as it is and as proposed', () => {
    expect(beginningOf('agreement').content).toMatchObject({ options: [{ title: 'As it is' }, { id: PROPOSED_OPTION, title: 'As proposed' }], recommendation: { optionId: PROPOSED_OPTION } })
  })
})

describe('a thread becomes a decision', () => {
  const origin = { number: 12, title: 'Where do we host it?', body: 'The old place closes.\n', state: '', openPoints: [] }
  test('with its words as context', () => {
    expect(fromThread(beginningOf('blank'), origin).content).toMatchObject({ title: 'Where do we host it?', needed: 'Where do we host it?', context: 'From #12.\n\nThe old place closes.' })
  })
  test('with its open points as what has to be decided, itself named once', () => {
    const { content, notes } = fromThread(beginningOf('memo'), { ...origin, state: 'Two offers are in.', openPoints: ['Where do we host it?', 'What does\nit cost?'] })
    expect(content.needed).toBe('Where do we host it?\n\n- What does it cost?')
    expect(content.context).toMatch(/^From #12\.\n\nWhere it stands: Two offers are in\.\n\nThe old place closes\.\n\n## What is at stake/)
    expect(notes.at(-1)).toEqual({ key: 'Begun from #{0} with its open points; read what it took over.', values: [12] })
  })
})
