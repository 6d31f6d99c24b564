import { describe, expect, test } from 'vitest'
import { readSpans } from './code-spans.ts'
import { languageOf, loadLanguage, marked } from './languages.ts'

describe('what highlight.js wrote is read back', () => {
  test.each([
    ['plain words', 'a &lt; b &amp;&amp; c', ['a < b && c']],
    ['nested kinds', 'x<span class="a">y<span class="b">z</span></span>', ['x', { kind: 'a', inside: ['y', { kind: 'b', inside: ['z'] }] }]],
    ['other markup stays text', '<img src=x onerror=1>', ['<img src=x onerror=1>']],
    ['an end without a beginning is passed over', '</span>x', ['x']],
    ['an escaped escape stays one', '&amp;lt;', ['&lt;']],
  ])('%s', (_why, text, spans) => expect(readSpans(text)).toEqual(spans))
})

describe('languages', () => {
  test.each([['ts', 'typescript'], ['Bash', 'bash'], ['c++', 'cpp'], ['constructor', undefined], ['brainfuck', undefined], [undefined, undefined]])('%s is %s', (named, known) => {
    expect(languageOf(named)).toBe(known)
  })

  test('code comes back whole, whatever stands in it', async () => {
    const code = 'const a = "<script>alert(1)</script>" && \'&lt;\' // </span><span class="x">'
    expect(marked(code, 'typescript')).toBeUndefined()
    await loadLanguage('typescript')
    const words = (spans: ReturnType<typeof readSpans>): string => spans.map((span) => (typeof span === 'string' ? span : words(span.inside))).join('')
    const spans = readSpans(marked(code, 'typescript') ?? '')
    expect(words(spans)).toBe(code)
    expect(spans.some((span) => typeof span !== 'string' && span.kind.includes('keyword'))).toBe(true)
  })

  test('long code stays plain', async () => {
    await loadLanguage('json')
    expect(marked(`"${'a'.repeat(60_000)}"`, 'json')).toBeUndefined()
  })
})
