import { describe, expect, test } from 'vitest'
import { clauseProblems, splitClauses } from './clauses.ts'
import { splitFrontMatter } from './front-matter.ts'
import { presetText } from './preset-text.ts'

describe('clauses are split at numbered headings', () => {
  test.each([
    ['a heading and its text', '# Us\nhello\n## 1. Answers\n\nSoon.\n', [{ number: 1, title: 'Answers', text: 'Soon.' }]],
    ['smaller headings stay inside', '## 1. A\nx\n### More\ny', [{ number: 1, title: 'A', text: 'x\n### More\ny' }]],
    ['a heading without a number ends a clause', '## 1. A\nx\n## Notes\ny', [{ number: 1, title: 'A', text: 'x' }]],
    ['code is no heading', '## 1. A\n```\n## 2. B\n```', [{ number: 1, title: 'A', text: '```\n## 2. B\n```' }]],
    ['Windows line ends', '## 1. A\r\nx\r\n## 2. B\r\ny', [{ number: 1, title: 'A', text: 'x' }, { number: 2, title: 'B', text: 'y' }]],
    ['a heading closed with signs', '## 1. A ##\nx', [{ number: 1, title: 'A', text: 'x' }]],
  ])('%s', (_why, body, expected) => {
    expect(splitClauses(body)).toEqual(expected)
  })

  test.each(['001', '002'] as const)('preset %s has all five and nothing to complain about', (preset) => {
    const clauses = splitClauses(splitFrontMatter(presetText(preset))?.body ?? '')
    expect(clauses.map((clause) => clause.number)).toEqual([1, 2, 3, 4, 5])
    expect(clauseProblems(clauses)).toEqual([])
  })

  test('a missing, an empty and a doubled clause are each named', () => {
    expect(clauseProblems(splitClauses('## 1. A\nx\n## 1. A\nx\n## 2. B\n## 3. C\nz\n## 4. D\nz'))).toEqual([
      'Clause 2 (when sync and when async) says nothing.',
      'Clause 5 (core and overlap hours) is missing: it needs a heading such as "## 5. Core and overlap hours".',
      'Clause 1 stands here twice.',
    ])
  })
})

describe('front matter and body', () => {
  test('the body is what follows the second fence, byte for byte', () => {
    expect(splitFrontMatter('---\r\na: 1\r\n---\r\n\r\n  body\r\n')).toEqual({ yaml: 'a: 1\r\n', yamlLine: 2, body: '\r\n  body\r\n', bodyLine: 4 })
  })
  test.each([['no fence', 'body'], ['no end', '---\na: 1\n'], ['a later fence', '\n---\na: 1\n---\n']])('none: %s', (_why, text) => {
    expect(splitFrontMatter(text)).toBeNull()
  })
})
