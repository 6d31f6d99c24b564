import { describe, expect, test } from 'vitest'
import { readMarkdown } from '#contract/writing-text.ts'
import { checkText } from '#domain/writing/check-text.ts'
import { aDecision } from '../decision.test-kit.ts'
import { checkedText, partAt } from './checked-text.ts'

const content = { ...aDecision().content, context: 'Since January we lost eleven mails.', consequences: 'It should be fixed by somebody.' }

describe('a decision is checked as its readers get it', () => {
  test('each text of the form is found again where it stands', () => {
    const { text, parts } = checkedText(content)
    const shown = new Map(parts.map(({ place, start, end }) => [place, text.slice(start, end)]))
    expect(shown.get('context')).toBe(content.context)
    expect(shown.get('consequences')).toBe(content.consequences)
    for (const option of content.options) for (const point of option.tradeOffs) expect(shown.get(`point:${point.id}`)).toBe(point.text)
    expect([...shown.values()].every((one) => one.trim() !== '')).toBe(true)
  })
  test('a finding leads to its text, and to its place in it', () => {
    const checked = checkedText(content)
    const start = checked.text.indexOf('eleven mails')
    expect(partAt(checked, { start, end: start + 6 })).toEqual({ place: 'context', start: 22, end: 28 })
    expect(partAt(checked, { start: 0, end: 4 })).toBeUndefined()
  })
  test('the check knows that a position is wanted, and finds what has no owner', () => {
    const { text } = checkedText({ ...content, consequences: 'It should be fixed ASAP.' })
    const rules = checkText(readMarkdown(text), { kind: 'thread', filled: ['due', 'scope'] }).findings.map(({ rule }) => rule)
    expect(rules).not.toContain('explicit_action')
    expect(rules).toContain('no_owner')
  })
})
