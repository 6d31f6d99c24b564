import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMarkdown } from '#contract/writing-text.ts'
import { checkText } from './check-text.ts'
import { check } from './check.test-kit.ts'
import type { Checked } from './types.ts'

/** Pieces that rules, parser and tokens react to. */
const PIECES = ['Thoughts on this?', 'Please review the draft.', 'Someone should fix it.', 'by tomorrow 5pm', 'EOD', 'https://example.org/a?b=c', '[here](https://example.org)', 'Which option should we take?', 'It fails with an error.', 'I tried it.',
  '`code?`', '```\nAny updates?\n```', '> Any updates?', '- item', '# Head', '| a | b |\n|---|---|\n| c | d? |', '**', '_', '[', ']', '(', '"', '“', '”', '’', '...', '?', '!', '\n', '\n\n', ' ', '\t', '\\', '<b>', '&amp;', '…', '你好吗？', 'déjà', '🎉', '\u200d', '\uE000', '\ud800', '---\na: b\n---\n', 'word', 'the']
const markdown = fc.oneof(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(' ')), fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')), fc.string({ unit: 'binary', maxLength: 200 }))

/** Rules that are triggered by the words of a sentence, wherever they stand in the writer's own text. */
const PLANTED = ['Thoughts on this?', 'Any updates?', 'Someone should fix the build.', 'Please answer by tomorrow.', 'Which option should we take?', 'Please review the contract.']

const findingsOf = (text: string): Checked['findings'] => check(text).findings

describe('whatever is written', () => {
  test('it is checked, and each finding has a place with something in it', () => {
    fc.assert(fc.property(markdown, (text) => {
      const checked = check(text)
      for (const { start, end } of checked.findings) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(text.slice(start, end).trim()).not.toBe('')
      }
      expect(checked.needs_clarification).toBeGreaterThanOrEqual(0)
      expect(checked.needs_clarification).toBeLessThanOrEqual(1)
      expect(checked.likely).toMatch(/\.$/)
    }), { numRuns: 300 })
  })

  test('the same text gets the same answer', () => {
    fc.assert(fc.property(markdown, (text) => { expect(check(text)).toEqual(check(text)) }), { numRuns: 100 })
  })

  test('findings stand in the order of the text', () => {
    fc.assert(fc.property(markdown, (text) => {
      const starts = findingsOf(text).map((finding) => finding.start)
      expect(starts).toEqual(starts.toSorted((a, b) => a - b))
    }), { numRuns: 300 })
  })
})

describe('what is not the writer’s own word is not looked at', () => {
  const plain = 'The table has moved to the new machine and all counts agree.'
  const hidden: [string, (text: string) => string][] = [
    ['code', (text) => `\`\`\`\n${text}\n\`\`\``], ['inline code', (text) => `It prints \`${text}\` each morning.`], ['a quotation', (text) => `> ${text}`], ['a nested quotation', (text) => `- > ${text}`],
    ['indented code', (text) => `    ${text}`], ['a comment', (text) => `<!-- ${text} -->`], ['a link’s title', (text) => `[The measurements of May](https://example.org "${text}")`], ['front matter', (text) => `title: ${text}`], ['quotation marks', (text) => `He wrote "${text}" on the wall.`],
  ]
  test.each(hidden)('%s', (kind, hide) => {
    fc.assert(fc.property(fc.constantFrom(...PLANTED), (planted) => {
      const text = kind === 'front matter' ? `---\n${hide(planted)}\n---\n\n${plain}` : `${plain}\n\n${hide(planted)}\n\n${plain}`
      expect(findingsOf(text)).toEqual([])
    }))
  })

  test('and the place is right after all of them', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...hidden.slice(0, 7)), { maxLength: 4 }), fc.constantFrom(...PLANTED), (around, planted) => {
      const before = around.map(([, hide]) => hide('Any updates? é 🎉')).join(`\n\n${plain}\n\n`)
      const text = `${before}\n\n${plain}\n\n${planted}`
      expect(findingsOf(text).length).toBeGreaterThan(0)
      for (const { start } of findingsOf(text)) expect(start).toBeGreaterThanOrEqual(text.lastIndexOf(planted))
    }))
  })
})

describe('the work grows with the text and no faster', () => {
  const stepsFor = (text: string): number => {
    const work = { steps: 0 }
    checkText(readMarkdown(text), {}, work)
    return work.steps
  }
  /** Without signs that open and close something: of these an odd number in one half hides what an even number in both shows. */
  const STEADY = PIECES.filter((piece) => !/[`"“”<>|[\]\\]|^---/.test(piece))

  test('twice the text is at most two and a half times the work', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...STEADY), { minLength: 20, maxLength: 60 }), fc.constantFrom(' ', '\n\n'), (pieces, between) => {
      const once = pieces.join(between)
      const text = Array.from({ length: 8 }, () => once).join(between)
      expect(stepsFor(`${text}${between}${text}`)).toBeLessThanOrEqual(2.5 * stepsFor(text) + 500)
    }), { numRuns: 25 })
  })

  test.each(['any ', 'please ', 'no any thoughts on the the ', '? ', '"a ', 'a-', '1.', '[a](', '_a*', '`', '<a ', 'http://a.b/ ', '- > '].map((piece) => [piece, piece.repeat(1000)]))('also for what is written to make it slow: %s', (_piece, text) => {
    expect(stepsFor(text)).toBeLessThan(400 * text.length)
    expect(stepsFor(text + text)).toBeLessThanOrEqual(2.5 * stepsFor(text) + 500)
  })
})
