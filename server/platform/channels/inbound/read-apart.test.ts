import { expect, test } from 'vitest'
import { readApart } from './read-apart.ts'
import { mailOf } from './mails.test-kit.ts'

/** Long enough for a thread to start and be at it, too short for what never ends; all the while a core is busy. Unit: ms. */
const PATIENCE_MS = 1000
/** When a thread that was given up must be gone on a busy machine. Unit: ms. */
const GIVEN_UP_MS = 6000
const MB = 1024 * 1024

test('a mail is read in a thread of its own', async () => {
  expect(await readApart(Buffer.from(mailOf({ body: 'accept\n' })))).toEqual({ text: 'accept', whole: 'accept', files: [] })
})

test('20 MB of an attachment are read whole', async () => {
  const line = `${'A'.repeat(76)}\r\n`
  const mail = mailOf({ type: 'multipart/mixed; boundary=b', body: `--b\n\naccept\n--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n${line.repeat(255_000)}--b--\n` })
  expect(mail.length).toBeGreaterThan(18 * MB)
  const read = await readApart(Buffer.from(mail))
  expect([read?.text, read?.files[0]?.size]).toEqual(['accept', 255_000 * 57])
}, 60_000)

test.each([
  ['200,000 parts', mailOf({ type: 'multipart/mixed; boundary=b', body: '--b\n\nx\n'.repeat(200_000) })],
  ['20 MB of empty lines', mailOf({ body: '\r\n'.repeat(10 * MB) })],
  ['text on which finding the quote takes for ever', mailOf({ body: 'Op a\nschreef a\n'.repeat(10_000) })],
  ['HTML that is two million deep', mailOf({ type: 'text/html', body: '<div>'.repeat(2_000_000) })],
  ['parts in parts in parts', mailOf({ type: 'multipart/mixed; boundary=b0', body: Array.from({ length: 500 }, (_none, depth) => `--b${depth}\nContent-Type: multipart/mixed; boundary=b${depth + 1}\n\n`).join('') })],
])('%s harms nobody, and is given up in time', async (_what, mail) => {
  const began = performance.now()
  expect(await readApart(Buffer.from(mail), PATIENCE_MS)).toBeNull()
  expect(performance.now() - began).toBeLessThan(GIVEN_UP_MS)
  expect((await readApart(Buffer.from(mailOf({}))))?.text).toBe('accept')
}, 60_000)
