import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeRanges, isInside } from './code-ranges.ts'
import { splitAtNumbers } from './links.ts'

describe('what is code or a quote in Markdown', () => {
  const shown = (text: string) => codeRanges(text).map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`)
  test.each<[string, string, string[]]>([
    ['nothing', 'see @mei', []], ['inline code', 'a `@mei` b', ['code: `@mei`']], ['two of them', '`a` and `b`', ['code: `a`', 'code: `b`']], ['a longer run', '``a ` b`` c', ['code: ``a ` b``']],
    ['no closing backtick', 'a ` b', []], ['an escaped backtick', 'a \\` b ` c', []], ['over a line end', 'a `b\nc` d', ['code: `b\nc`']], ['not over an empty line', 'a `b\n\nc` d', []],
    ['a fenced block', 'a\n```ts\n@mei\n```\nb', ['code: ```ts\n@mei\n```']], ['tildes', '~~~\n```\n~~~\n@mei', ['code: ~~~\n```\n~~~']], ['a longer fence', '````\n```\n````', ['code: ````\n```\n````']],
    ['a block that never ends', 'a\n```\n@mei\n\nb', ['code: ```\n@mei\n\nb']], ['three backticks in a line are inline code', '```a``` b', ['code: ```a```']], ['a quote', '> @mei\nb', ['quote: > @mei']],
    ['code in a quote', '> ```\n> @mei\n> ```', ['code: > ```\n> @mei\n> ```']], ['indented after an empty line', 'a\n\n    @mei\nb', ['code:     @mei']], ['indented in a paragraph is text', 'a\n    @mei', []],
    ['indented in a list is text', '- a\n\n    @mei', []], ['line ends of Windows', 'a `b` c\r\n```\r\n@mei\r\n```\r\nd', ['code: `b`', 'code: ```\r\n@mei\r\n```\r']],
  ])('%s', (_why, text, ranges) => {
    expect(shown(text)).toEqual(ranges)
  })

  test('ranges lie in the text, in order, and every text can be read', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('`', '``', '```', '~~~', '\n', '\n\n', '> ', '    ', '- ', '@mei', ' ', '\\', 'é', '\r\n')), (parts) => {
      const text = parts.join('')
      const ranges = codeRanges(text)
      expect(ranges.every(({ start, end }) => start >= 0 && start < end && end <= text.length)).toBe(true)
      expect(ranges.map(({ start }) => start)).toEqual(ranges.map(({ start }) => start).toSorted((a, b) => a - b))
    }))
  })

  test('the end of a range is outside', () => expect([0, 1, 2].map((at) => isInside([{ start: 0, end: 2, kind: 'code' }], at))).toEqual([true, true, false]))
})

test('splitting at numbers loses no text', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('#', '1', '0', '/', ' ', 'a', '.', '&')).map((parts) => parts.join('')), (text) => {
    expect(splitAtNumbers(text).map((part) => part.text).join('')).toBe(text)
  }))
})
