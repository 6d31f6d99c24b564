import { describe, expect, test } from 'vitest'
import { SIGNS } from './signs/signs.ts'
import weights from './signs/weights.json' with { type: 'json' }
import { check } from './check.test-kit.ts'

describe('how likely the first answer is a question', () => {
  test.each([
    ['It fails on my machine. Any ideas?', 'Likely to draw a question: it says that something fails, not what exactly was seen.'],
    ['I get an error when I run the export:\n\n```\nError: no such table\n```\n\nAny help is welcome.', 'Likely to draw a question: it says what failed, not what was tried.'],
    ['What is the difference between a wrap and a brief, and which of them is read first?', 'Unlikely to draw a question: it asks about something that every reader can see.'],
    ['Thoughts on this?', 'May draw a question: it does not say which thoughts would help.'],
    ['', 'There are no words of yours yet.'],
    ['Warum schlägt der Export auf meinem Rechner seit gestern immer wieder fehl?', 'This does not seem to be English, and the check knows no other language.'],
  ])('%s', (text, likely) => expect(check(text).likely).toBe(likely))

  test('a failure draws more questions than a question about how something works, and showing it helps', () => {
    const bare = check('I am having trouble with my export, it does not work. Please help.').needs_clarification
    const shown = check('I am having trouble with my export, it does not work since 2.4.1, see the [log of this morning](https://example.org/log). I expected one row. Please help.').needs_clarification
    const how = check('How does the export decide which rows belong to one client?').needs_clarification
    expect(bare).toBeGreaterThan(shown)
    expect(shown).toBeGreaterThan(how)
  })

  test('saying that there is no trouble is not telling of one', () => {
    expect(check('The export works without problems. How does it decide which rows belong to one client?').needs_clarification).toBeLessThan(0.5)
  })
})

describe('the signs', () => {
  test('each has a weight, and each weight its sign', () => {
    expect(Object.keys(weights.signs)).toEqual(SIGNS.map((sign) => sign.name))
  })
  test('none was turned round by one community', () => {
    for (const { name, leaning } of SIGNS) expect(Math.sign((weights.signs as Record<string, number>)[name] ?? 0)).toBe(Math.sign(leaning))
  })
})
