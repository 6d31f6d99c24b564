import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { RenderedMarkdown } from './render.tsx'

const drawn = (text: string) => renderToStaticMarkup(<RenderedMarkdown text={text} />)

describe('markdown of people', () => {
  test.each([
    ['raw HTML is left out', 'a <script>alert(1)</script> b', /^<p>a alert\(1\) b<\/p>$/],
    ['no handler gets in', '<img src=x onerror=alert(1)>', /^$/],
    ['a link that would run code is no link', '[x](javascript:alert(1))', /^<p><span>x<\/span><\/p>$/],
    ['a picture is a link, so that reading tells nobody', '![plan](https://example.org/p.png)', /<a href="https:\/\/example.org\/p.png" rel="noopener noreferrer nofollow">plan<\/a>/],
    ['a picture of this workspace is shown', '![plan](/files/3f/plan.png)', /^<p><a class="markdown-picture" href="\/files\/3f\/plan.png" aria-label="Open plan"><img src="\/files\/3f\/plan.png" alt="plan" loading="lazy" decoding="async"\/><\/a><\/p>$/],
    ['a path that climbs out of the files is no picture', '![x](/files/../api/v1/me)', /<a href="\/files\/..\/api\/v1\/me">x<\/a>/],
    ['a heading stands below those of the page', '# Plan', /<h2 data-level="1">Plan<\/h2>/],
    ['the highest heading skips no level, whatever it is', '## Plan\n\n### Part', /<h2 data-level="2">Plan<\/h2>\s*<h3 data-level="3">Part<\/h3>/],
    ['footnotes lead to their own text', 'a[^1]\n\n[^1]: why', /<a id="(.+?)fnref-1" aria-describedby="\1footnote-label" href="#\1fn-1">1<\/a>.*<li id="\1fn-1">.*href="#\1fnref-1"/s],
    ['code says its language and can be copied', '```ts\nlet a = 1 < 2\n```', /<span>ts<\/span>.*Copy.*<code>let a = 1 &lt; 2<\/code>/s],
    ['struck words', '~~old~~', /<del>old<\/del>/],
    ['an address is a link', 'see https://example.org/a.', /<a href="https:\/\/example.org\/a" rel="noopener noreferrer nofollow">https:\/\/example.org\/a<\/a>\./],
    ['a number is a link to its entry', 'see #212', /see <a href="\/212">#212<\/a>/],
    ['but not inside code', '`#212`', /<code>#212<\/code>/],
    ['nor inside a link', '[#212](https://example.org)', /nofollow">#212<\/a>/],
    ['task lists are named', '- [x] told', /<input type="checkbox" disabled="" readOnly="" aria-label="done" checked=""\/> told/],
    ['tables can be scrolled by keyboard', '|a|\n|-|\n|1|', /tabindex="0" role="group"/i],
  ])('%s', (_why, text, html) => expect(drawn(text).trim()).toMatch(html))

  test.each([
    ['a person is a link', 'ask @Mei Tanaka, please', /ask <a class="mention-of" href="\/people\/7">@Mei Tanaka<\/a>, please/],
    ['the longest name counts', '@Mei and @Mei Tanaka', /<span class="mention-of">@Mei<\/span> and <a [^>]*>@Mei Tanaka<\/a>/],
    ['not in code', '`@Mei Tanaka`', /<code>@Mei Tanaka<\/code>/],
    ['not in an address', 'x@Mei.example and @Meier', />x@Mei.example<\/a> and @Meier<\/p>$/],
  ])('mentions: %s', (_why, text, html) => {
    const mentions = [{ written: '@Mei' }, { written: '@Mei Tanaka', href: '/people/7' }]
    expect(renderToStaticMarkup(<RenderedMarkdown text={text} mentions={mentions} />)).toMatch(html)
  })
})
