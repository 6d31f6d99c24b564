import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import fc from 'fast-check'
import { ENGLISH, inWords } from '#domain/words/said.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { htmlToMarkdown } from './html.ts'
import { readMbox } from './mbox.ts'
import { openFiles } from './open-files.ts'
import { readSlack } from './slack.ts'
import { openZip } from './zip.ts'

let folder = ''
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'longhand-archives-')) })
afterAll(() => rm(folder, { recursive: true, force: true }))

type Item = { name: string; bytes: Buffer; mode?: number }
/** Names of the same length are put in afterwards, since no proper tool writes them. */
async function zipOf(name: string, items: readonly Item[], swaps: readonly [string, string][] = []): Promise<string> {
  const zip = new ZipFile()
  for (const { name: own, bytes, mode = 0o100644 } of items) zip.addBuffer(bytes, own, { mode })
  zip.end()
  const path = join(folder, name)
  await pipeline(zip.outputStream, createWriteStream(path))
  let bytes = await readFile(path)
  for (const [from, to] of swaps) bytes = Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1')
  await writeFile(path, bytes)
  return path
}
const text = (words: string) => Buffer.from(words)

describe('archives', () => {
  test('what a name or a size could do is said, and everything else is read', async () => {
    const path = await zipOf('bad.zip', [
      { name: 'good.json', bytes: text('[]') }, { name: 'xx/xx/passwd', bytes: text('x') }, { name: 'Xetc/passwd', bytes: text('x') }, { name: 'link.json', bytes: text('/etc/passwd'), mode: 0o120777 },
      { name: `${'a'.repeat(5000)}.json`, bytes: text('x') }, { name: 'bomb.json', bytes: Buffer.alloc(4_000_000) }, { name: 'inside.zip', bytes: text('PK') }, { name: 'good.json', bytes: text('[1]') },
    ], [['xx/xx/passwd', '../../passwd'], ['Xetc/passwd', '/etc/passwd']])
    const files = await openZip(path)
    expect(files.paths).toEqual(['good.json', 'inside.zip'])
    expect(files.problems.map(({ file, what }) => `${file.slice(0, 12)}: ${inWords(what, ENGLISH).slice(0, 24)}`)).toEqual(['../../passwd: Its name leads out of th', '/etc/passwd: Its name leads out of th', 'link.json: It is a link to another ', 'aaaaaaaaaaaa: Its name has 5,005 chara', 'bomb.json: It would grow 1,', 'good.json: Its name stands twice in'].map((line) => expect.stringContaining(line)))
    expect((await files.read('good.json')).toString()).toBe('[]')
    await files.close()
  })

  test('a size that lies is found out, a list that is too long is not begun, and a total that is too large ends it', async () => {
    const bytes = text('[{"text":"a long enough text, so that it is packed, packed, packed"}]')
    const path = await zipOf('lies.zip', [{ name: 'a.json', bytes }, { name: 'b.json', bytes }])
    const size = Buffer.alloc(4)
    size.writeUInt32LE(bytes.length)
    const lies = await zipOf('lies.zip', [{ name: 'a.json', bytes }, { name: 'b.json', bytes }], [[size.toString('latin1'), '\u0005\u0000\u0000\u0000']])
    const files = await openZip(lies)
    await expect(files.read('a.json')).rejects.toThrow('It cannot be unpacked')
    await files.close()
    await expect(openZip(path, { entries: 1, totalBytes: 1e9 })).rejects.toThrow('holds more than the 1 files')
    const small = await openZip(await zipOf('total.zip', [{ name: 'a.json', bytes }]), { entries: 10, totalBytes: 10 })
    await expect(small.read('a.json')).rejects.toThrow('unpacks to more than')
    await small.close()
    await expect(openZip(await zipOf('none.zip', [{ name: 'a.json', bytes }], [['PK\u0005\u0006', 'PKXX']]))).rejects.toThrow('is no zip archive')
  })

  test('an archive with bytes changed anywhere is read, or refused in a sentence', async () => {
    const path = await zipOf('whole.zip', [{ name: 'users.json', bytes: text('[{"id":"U1","name":"ben"}]') }, { name: 'wharf/2019-05-06.json', bytes: text('[{"user":"U1","text":"hello there","ts":"1557136800.1"}]') }])
    const whole = await readFile(path)
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }), async (changes) => {
      const bytes = Buffer.from(whole)
      for (const [at, value] of changes) bytes[at] = value
      const changed = join(folder, 'changed.zip')
      await writeFile(changed, bytes)
      try {
        const { pieces } = await readSlack(changed)
        for await (const piece of pieces) expect(piece).toBeTypeOf('object')
      } catch (error) {
        expect(String((error as Error & { next?: string }).next)).not.toBe('undefined')
      }
    }), { numRuns: 40 })
  })

  test('folders follow no links', async () => {
    const at = join(folder, 'docs')
    await mkdir(join(at, 'sub'), { recursive: true })
    await writeFile(join(at, 'sub', 'a.md'), '# A')
    await symlink('/etc/passwd', join(at, 'b.md'))
    const files = await openFiles(at)
    expect({ paths: files.paths, problems: files.problems.map(({ file }) => file) }).toEqual({ paths: ['sub/a.md'], problems: ['b.md'] })
  })
})

describe('HTML of messages', () => {
  test.each([
    ['<p>one<br>\ntwo</p>', 'one\\\ntwo'], ['<p>see <span class="user-mention" data-user-id="1">@Ben</span></p>', 'see @Ben'], ['<p><span class="emoji emoji-1f642" role="img" title="smile">:smile:</span></p>', '😄'],
    ['<div class="codehilite" data-code-language="Rust"><pre><span></span><code><span class="k">fn</span> a()\n</code></pre></div>', '```rust\nfn a()\n```'], ['<blockquote>\n<p>q</p>\n</blockquote>', '> q'], ['<p>x</p><script>alert(1)</script>', 'x'],
    ['<div class="message_embed"><a href="https://a.b">t</a></div><p>y</p>', 'y'], ['<p><img src="https://a.b/c.png" alt="map"></p>', '[map](https://a.b/c.png)'], ['<p>&lt;b&gt;</p>', '\\<b>'], ['', ''],
  ])('%j is %j', (html, markdown) => { expect(htmlToMarkdown(html)).toBe(markdown) })
  test('anything is read, however deep', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('<p>', '</p>', '<div class="codehilite" data-code-language="x">', '<pre>', '<code>', '<span class="emoji', '"', '>', '<', '&', 'text', '<table>', '<tr>', '<li>', '<a href="javascript:x">', '\u0000'), { maxLength: 30 }), (parts) => { expect(htmlToMarkdown(parts.join(''))).toBeTypeOf('string') }), { numRuns: 50 })
    expect(htmlToMarkdown('<b>'.repeat(100_000)).length).toBeLessThan(200_000)
  })
})

test('mails of a file carry the line on which they begin', async () => {
  const path = join(folder, 'pier.mbox')
  await writeFile(path, 'From a@b.example Mon May  6 10:00:00 2019\nFrom: Ben <ben@example.com>\nSubject: Tide\nDate: Mon, 6 May 2019 10:00:00 +0000\nMessage-ID: <1@x>\nContent-Type: text/plain; charset=utf-8\n\nHigh water\n>From the pier.\n\nFrom a@b.example Mon May  6 11:00:00 2019\nFrom: Pia <pia@example.com>\nSubject: Re: Tide\nMessage-ID: <2@x>\nIn-Reply-To: <1@x>\nContent-Type: text/html\n\n<p>At <b>nine</b></p>\n\nFrom - Mon May  6 12:00:00 2019\nSubject: nobody\n\nx\n')
  const pieces = []
  for await (const piece of readMbox(path)) pieces.push(piece)
  expect(pieces.flatMap((piece) => 'conversation' in piece ? [[piece.conversation.key, piece.conversation.title, piece.conversation.messages[0]?.markdown, piece.conversation.messages[0]?.at]] : [])).toEqual([
    ['<1@x>', 'Tide', 'High water\nFrom the pier.', '2019-05-06T10:00:00Z'], ['<1@x>', 'Tide', 'At **nine**', '2019-05-06T11:00:00Z'],
  ])
  expect(pieces.flatMap((piece) => 'problem' in piece ? [piece.problem.line] : [])).toEqual([20])
})
