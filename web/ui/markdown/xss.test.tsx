import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { PAYLOADS } from './payloads.test-kit.ts'
import { RenderedMarkdown } from './render.tsx'

const TAGS = new Set(['a', 'b', 'blockquote', 'br', 'button', 'code', 'del', 'div', 'em', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'img', 'input', 'li', 'ol', 'p', 'pre', 'section', 'span', 'strong', 'sup', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul'])
const ATTRIBUTES = new Set(['align', 'alt', 'aria-describedby', 'aria-label', 'checked', 'class', 'data-level', 'decoding', 'disabled', 'href', 'id', 'loading', 'readOnly', 'rel', 'role', 'src', 'start', 'tabindex', 'title', 'type'])
const TAG = /<(\/?)([a-zA-Z][^\s/>]*)((?:\s+[^\s=/>]+(?:="[^"]*")?)*)\s*\/?>/g
const ATTRIBUTE = /([^\s=]+)(?:="([^"]*)")?/g
const SAFE_ADDRESS = /^(https?:\/\/|mailto:|[^:]*$)/
const AWAY = /href="(https?:)?\/\//

/** What stands in a piece of HTML that React wrote, and that none of our text may hold; one sentence each. */
function wrongWith(html: string): string[] {
  const wrong: string[] = []
  const rest = html.replaceAll(TAG, (_tag, _end: string, name: string, attributes: string) => {
    if (!TAGS.has(name)) wrong.push(`<${name}>`)
    if (AWAY.test(attributes) && !attributes.includes('rel="noopener noreferrer nofollow"')) wrong.push(`tells where it leads:${attributes}`)
    for (const [, attribute = '', value = ''] of attributes.matchAll(ATTRIBUTE)) {
      if (!ATTRIBUTES.has(attribute)) wrong.push(`${name} ${attribute}`)
      if (attribute === 'href' && !SAFE_ADDRESS.test(value)) wrong.push(`leads to ${value}`)
      if (attribute === 'src' && !/^\/files\/(?!.*\.\.)/.test(value)) wrong.push(`shows ${value}`)
    }
    return ''
  })
  if (rest.includes('<')) wrong.push(`a stray < in ${rest}`)
  return wrong
}

const MENTIONS = [{ written: '@Mei Tanaka', href: '/people/7' }]
const drawn = (text: string) => renderToStaticMarkup(<RenderedMarkdown text={text} mentions={MENTIONS} />)

test('the table is long enough to mean something', () => expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(90))

test.each(PAYLOADS)('nothing that runs is left of %s', (payload) => {
  expect(wrongWith(drawn(payload))).toEqual([])
  expect(wrongWith(drawn(`> - before ${payload} after`))).toEqual([])
})

test.each(['<script>1</script>', '<img src="/files/a.png" onerror="1"/>', '<a href="javascript:1">x</a>', '<a href="//evil.example">x</a>', '<img src="https://evil.example/a.png"/>', 'a < b'])('the check itself finds %s', (html) => {
  expect(wrongWith(html)).not.toEqual([])
})
