import { describe, expect, test } from 'vitest'
import { readMail } from './read-mail.ts'
import { mailOf, PROGRAMS } from './mails.test-kit.ts'

const read = (raw: string) => readMail(Buffer.from(raw))

describe('what somebody wrote is found without the mail that they answered', () => {
  test.each(Object.entries(PROGRAMS))('in %s', async (_program, { mail, wrote }) => {
    expect((await read(mailOf(mail))).text).toBe(wrote)
  })
})

describe('a mail that is broken, or tries to be more, is read as far as it goes', () => {
  const boundary = 'multipart/mixed; boundary="b"'
  test.each([
    ['no end of its last part', mailOf({ type: boundary, body: '--b\n\nWhich keys?\n' }), 'Which keys?'],
    ['a boundary that never comes', mailOf({ type: boundary, body: 'Which keys?\n' }), ''],
    ['a boundary without a name', mailOf({ type: 'multipart/mixed', body: 'Which keys?\n' }), ''],
    ['a charset that does not exist', mailOf({ type: 'text/plain; charset=klingon', body: 'Which keys?\n' }), 'Which keys?'],
    ['an encoding that does not exist', mailOf({ headers: { 'Content-Transfer-Encoding': 'rot13' }, body: 'Which keys?\n' }), 'Which keys?'],
    ['base64 that is none', mailOf({ headers: { 'Content-Transfer-Encoding': 'base64' }, body: 'V2hpY2gga2V5cz8=%%%%\n' }), 'Which keys?'],
    ['line ends of one sign', mailOf({ body: 'Which keys?\n' }).replaceAll('\r\n', '\n'), 'Which keys?'],
    ['a null character', mailOf({ body: 'Which\u0000 keys?\n' }), 'Which keys?'],
    ['half a surrogate', mailOf({ body: 'Which keys? \\ud800' }).replace('\\ud800', '\ud800'), 'Which keys? �'],
    ['headers alone', 'From: ben@example.com\r\nSubject: x\r\n', ''],
    ['nothing at all', '', ''],
    ['bytes that are no text', '\u0000\u0001\u00ff\r\n\r\n\u0007', ''],
  ])('%s', async (_what, raw, wrote) => expect((await read(raw)).text.replace('\u0007', '')).toBe(wrote))

  test('HTML is only ever words: no script, no style, no picture, no link that hides', async () => {
    const { text } = await read(mailOf({ type: 'text/html', body: '<style>p{}</style><script>alert(1)</script><p>Which <b>keys</b>&#63;</p><img src=x onerror=alert(1)><p><a href="javascript:alert(1)">here</a> &lt;script&gt;</p>' }))
    expect(text).toBe('Which keys?\n\nhere <javascript:alert(1)> <script>')
  })

  test('files come along with a name that is only a name, the forwarded mail among them', async () => {
    const part = (headers: string, body: string) => `--b\n${headers}\n\n${body}\n`
    const { text, files } = await read(mailOf({
      type: boundary,
      body: `${part('Content-Type: text/plain', 'See the log.')}${part('Content-Type: text/x-log\nContent-Disposition: attachment; filename="../../etc/\u0007log.txt"', 'line')}${part('Content-Type: message/rfc822', 'Subject: other\n\nNot mine.')}${part('Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64', 'AAEC')}--b--\n`,
    }))
    expect(text).toBe('See the log.')
    expect(files.map(({ name, type, size }) => ({ name, type, size }))).toEqual([
      { name: '.. .. etc log.txt', type: 'text/x-log', size: 5 }, { name: 'file-2', type: 'message/rfc822', size: 26 }, { name: 'file-3', type: 'application/octet-stream', size: 3 },
    ])
  })
})
