import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { RenderedMarkdown } from './markdown-render.tsx'

const drawn = (text: string) => renderToStaticMarkup(<RenderedMarkdown text={text} />)

describe('markdown of people', () => {
  test.each([
    ['raw HTML is left out', 'a <script>alert(1)</script> b', /^<p>a alert\(1\) b<\/p>$/],
    ['no handler gets in', '<img src=x onerror=alert(1)>', /^$/],
    ['a link that would run code is no link', '[x](javascript:alert(1))', /^<p><a>x<\/a><\/p>$/],
    ['a picture is a link, so that reading tells nobody', '![plan](https://example.org/p.png)', /<a href="https:\/\/example.org\/p.png" rel="noopener noreferrer nofollow">plan<\/a>/],
    ['a number is a link to its entry', 'see #212', /see <a href="\/212">#212<\/a>/],
    ['but not inside code', '`#212`', /<code>#212<\/code>/],
    ['nor inside a link', '[#212](https://example.org)', /nofollow">#212<\/a>/],
    ['task lists are named', '- [x] told', /<input type="checkbox" disabled="" readOnly="" aria-label="done" checked=""\/> told/],
    ['tables can be scrolled by keyboard', '|a|\n|-|\n|1|', /tabindex="0" role="region"/i],
  ])('%s', (_why, text, html) => expect(drawn(text).trim()).toMatch(html))
})
