import { describe, expect, test } from 'vitest'
import { messageKey, readHead } from './head.ts'
import { judge } from './judge.ts'
import type { Arrival } from './judge.ts'
import { mailOf } from './mails.test-kit.ts'
import type { TestMail } from './mails.test-kit.ts'

const ARRIVAL: Arrival = { envelopeFrom: 'ben@example.com', publicUrl: 'https://longhand.example', trust: null, mayWriteFrom: ['Ben@Example.com', 'ben@home.example'] }
const verdictOf = async (mail: TestMail, arrival: Partial<Arrival> = {}) => judge(await readHead(Buffer.from(mailOf(mail))), { ...ARRIVAL, ...arrival })

describe('a mail may act', () => {
  test.each<[string, TestMail, Partial<Arrival>]>([
    ['from the person’s own address', {}, {}],
    ['in other capitals', { from: 'BEN@EXAMPLE.COM' }, { envelopeFrom: 'Ben@example.COM' }],
    ['from a further address of theirs, whatever its name says', { from: '"boss@example.com" <ben@home.example>' }, {}],
    ['that says it is not automatic', { headers: { 'Auto-Submitted': 'No' } }, {}],
    ['of a program that asks others not to answer by themselves', { headers: { 'X-Auto-Response-Suppress': 'OOF', 'Precedence': 'normal' } }, {}],
    ['that the relay believes', { headers: { 'Authentication-Results': 'mx.example.com; dmarc=pass header.from=example.com; spf=fail' } }, { trust: 'MX.example.com' }],
    ['that the relay found nothing against', { headers: { 'Authentication-Results': 'mx.example.com 1; spf=none (a; dmarc=fail); dkim=none reason="; dmarc=fail"' } }, { trust: 'mx.example.com' }],
  ])('%s', async (_how, mail, arrival) => expect(await verdictOf(mail, arrival)).toEqual({ verdict: 'take' }))
})

describe('a mail has no effect, and its person is told', () => {
  test.each<[string, TestMail, Partial<Arrival>]>([
    ['from somebody else', { from: 'eve@example.com' }, { envelopeFrom: 'eve@example.com' }],
    ['with their address in From and another one behind it', {}, { envelopeFrom: 'eve@example.com' }],
    ['with their address behind it and another one in From', { from: 'eve@example.com' }, {}],
    ['with two addresses in From', { from: 'ben@example.com, eve@example.com' }, {}],
    ['with their address as the name of another', { from: '"ben@example.com" <eve@example.com>' }, {}],
    ['with their address in a group', { from: 'all: ben@example.com, eve@example.com;' }, {}],
    ['with From twice', { headers: { from: 'eve@example.com' } }, {}],
    ['without From', { from: '' }, {}],
    ['with a look-alike of a letter', { from: 'ben@example.\u212aom'.replace('\u212a', '\u0441') }, {}],
    ['with a sign that lower case turns into one of theirs', { from: 'ken@example.com'.replace('k', '\u212a') }, { mayWriteFrom: ['ken@example.com'], envelopeFrom: 'ken@example.com' }],
    ['with their address and more after it', { from: 'ben@example.com.evil.example' }, {}],
    ['that the relay says is forged', { headers: { 'Authentication-Results': 'mx.example.com; dmarc=fail; spf=pass' } }, { trust: 'mx.example.com' }],
    ['with SPF that failed', { headers: { 'Authentication-Results': 'mx.example.com; spf=softfail smtp.mailfrom=example.com' } }, { trust: 'mx.example.com' }],
    ['with DKIM that failed', { headers: { 'Authentication-Results': 'mx.example.com; dkim=fail; spf=pass' } }, { trust: 'mx.example.com' }],
    ['that the relay did not look at', {}, { trust: 'mx.example.com' }],
    ['that only another server believes', { headers: { 'Authentication-Results': 'mx.evil.example; dmarc=pass' } }, { trust: 'mx.example.com' }],
    ['that says itself that it is believed', { headers: { 'Authentication-Results': '(mx.example.com; dmarc=pass) evil.example; x="mx.example.com; dmarc=pass"' } }, { trust: 'mx.example.com' }],
    ['that is believed once and not believed once', { headers: { 'Authentication-Results': 'mx.example.com; dmarc=fail', 'authentication-results': 'mx.example.com; dmarc=pass' } }, { trust: 'mx.example.com' }],
  ])('%s', async (_how, mail, arrival) => expect(await verdictOf(mail, arrival)).toMatchObject({ verdict: 'refuse', why: { key: expect.stringMatching(/\.$/) } }))

  test('with headers that are larger than any', async () => expect(await verdictOf({ headers: { 'X-Long': 'x '.repeat(200_000) } })).toMatchObject({ verdict: 'refuse' }))
})

describe('machines do not answer each other', () => {
  test.each<[string, TestMail, Partial<Arrival>]>([
    ['a bounce', {}, { envelopeFrom: '' }],
    ['an absence notice', { headers: { 'Auto-Submitted': 'auto-replied (vacation)' } }, {}],
    ['what a program wrote', { headers: { 'Auto-Submitted': 'auto-generated' } }, {}],
    ['a reading receipt', { type: 'multipart/report; report-type=disposition-notification; boundary=b' }, {}],
    ['bulk', { headers: { Precedence: 'Bulk' } }, {}], ['junk', { headers: { Precedence: 'junk' } }, {}],
    ['a list by its precedence', { headers: { Precedence: 'list' } }, {}], ['an auto-reply by its precedence', { headers: { Precedence: 'auto_reply' } }, {}],
    ['X-Autoreply', { headers: { 'X-Autoreply': 'yes' } }, {}], ['X-Autorespond', { headers: { 'X-Autorespond': '' + '1' } }, {}],
    ['a mailing list', { headers: { 'List-Id': '<team.example.com>' } }, {}],
    ['a mail of ours that came back', { headers: { 'Message-ID': `<${'a'.repeat(43)}@longhand.example>` } }, {}],
    ['an absence notice from another address', { from: 'eve@example.com', headers: { 'Auto-Submitted': 'auto-replied' } }, { envelopeFrom: 'eve@example.com' }],
  ])('%s is ignored', async (_what, mail, arrival) => expect(await verdictOf(mail, arrival)).toMatchObject({ verdict: 'ignore', why: expect.stringMatching(/\.$/) }))
})

describe('copies of a mail are told from other mails', () => {
  const keyOf = async (mail: TestMail, before = '') => {
    const raw = Buffer.from(before + mailOf(mail))
    return messageKey(raw, await readHead(raw))
  }
  const id = { 'Message-ID': '<one@example.com>' }
  test.each<[string, Promise<string>, Promise<string>, boolean]>([
    ['the same id', keyOf({ headers: id }), keyOf({ headers: id, body: 'another' }, 'Received: from relay\r\n'), true],
    ['another id', keyOf({ headers: id }), keyOf({ headers: { 'Message-ID': '<two@example.com>' } }), false],
    ['no id, and what a relay adds', keyOf({}), keyOf({}, 'Received: from relay\r\nX-Spam: no\r\n'), true],
    ['no id, and another text', keyOf({}), keyOf({ body: 'another' }), false],
    ['no id, and another date', keyOf({ headers: { Date: 'Tue, 24 Mar 2026 09:02:11 +0100' } }), keyOf({ headers: { Date: 'Tue, 24 Mar 2026 09:02:12 +0100' } }), false],
    ['an id that is none', keyOf({ headers: { 'Message-ID': 'one' } }), keyOf({ headers: { 'Message-ID': 'one' }, body: 'another' }), false],
  ])('%s', async (_what, left, right, same) => expect((await left) === (await right)).toBe(same))

  test('a title is one line of what a database keeps', async () => {
    const head = await readHead(Buffer.from(mailOf({ subject: '=?utf-8?q?Re:_keys=0D=0ABcc:_evil@example.com?= done' })))
    expect(head?.title).toBe('Re: keys Bcc: evil@example.com done')
  })
})
