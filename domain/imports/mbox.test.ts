import { describe, expect, test } from 'vitest'
import { mboxMails } from './mbox.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const words = (content: Uint8Array | null) => content === null ? null : new TextDecoder().decode(content)
async function* pieces(text: string, size: number) {
  const all = bytes(text)
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size)
}
async function mailsOf(text: string, { size = 1000, most = 1000 } = {}) {
  const found = []
  for await (const { line, time, content } of mboxMails(pieces(text, size), most)) found.push([line, time, words(content)])
  return found
}

const TWO = 'From a@b.example Mon May  6 10:00:00 2019\r\nSubject: Tide\r\n\r\nHigh wäter\r\n>From the pier\r\n>>From above\r\n>Fromage\r\n\r\nFrom b@c.example Mon May  6 11:00:00 2019 +0200\nSubject: Re\n\nLow'

describe('an mbox file', () => {
  test.each([1, 2, 7, 64, 5000])('is parted the same however it comes in: %i bytes at a time', async (size) => {
    expect(await mailsOf(TWO, { size })).toEqual([
      [1, '2019-05-06T10:00:00.000Z', 'Subject: Tide\n\nHigh wäter\nFrom the pier\n>From above\n>Fromage'], [9, '2019-05-06T09:00:00.000Z', 'Subject: Re\n\nLow'],
    ])
  })
  test.each([
    ['nothing', '', []], ['what is no mailbox', 'Hello\nthere\n', []], ['what stands before the first mail', 'x\nFrom a\nb\n', [[2, null, 'b']]], ['a mail without anything', 'From a\n', [[1, null, '']]], ['a time that is none', 'From a yesterday\nx\n', [[1, null, 'x']]],
  ])('%s', async (_what, text, found) => { expect(await mailsOf(text)).toEqual(found) })
  test('a mail that is too large is left out, and the next one read, whether one line of it is long or there are many', async () => {
    expect(await mailsOf(`From a\n${'x'.repeat(5000)}\nFrom b\nshort\nFrom c\n${'line\n'.repeat(300)}From d\nend\n`, { size: 100 })).toEqual([[1, null, null], [3, null, 'short'], [5, null, null], [306, null, 'end']])
  })
})
