import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import type { ImportReport } from '#domain/imports/tally.ts'
import { ENGLISH, inWords } from '#domain/words/said.ts'
import type { ImportRunning } from '#contract/import-run.ts'
import { bring } from './bring.ts'
import { openZip } from '../ui/open-zip.ts'

type Item = { name: string; bytes: Buffer; mode?: number }
/** Names of the same length are put in afterwards, since no proper tool writes them. */
async function zipOf(items: readonly Item[], swaps: readonly [string, string][] = []): Promise<File> {
  const zip = new ZipFile()
  for (const { name, bytes, mode = 0o100644 } of items) zip.addBuffer(bytes, name, { mode })
  zip.end()
  const whole = (await buffer(zip.outputStream)).toString('latin1')
  return fileOf(Buffer.from(swaps.reduce((bytes, [from, to]) => bytes.replaceAll(from, to), whole), 'latin1'))
}
const fileOf = (bytes: Buffer): File => new File([new Uint8Array(bytes)], 'export.zip')
const text = (words: string) => Buffer.from(words)
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe('an archive that was chosen in the browser', () => {
  test('what a name or a size could do is said, and everything else is read', async () => {
    const files = await openZip(await zipOf([
      { name: 'good.json', bytes: text('[]') }, { name: 'wäg/ü.md', bytes: text('# Ü') }, { name: 'xx/xx/passwd', bytes: text('x') }, { name: 'Xetc/passwd', bytes: text('x') }, { name: 'link.json', bytes: text('/etc/passwd'), mode: 0o120777 },
      { name: 'bomb.json', bytes: Buffer.alloc(4_000_000) }, { name: '__MACOSX/good.json', bytes: text('x') }, { name: 'good.json', bytes: text('[1]') },
    ], [['xx/xx/passwd', '../../passwd'], ['Xetc/passwd', '/etc/passwd']]))
    expect(files.paths).toEqual(['good.json', 'wäg/ü.md'])
    expect(files.problems.map(({ file, what }) => `${file}: ${inWords(what, ENGLISH).slice(0, 20)}`)).toEqual(['../../passwd: Its name leads out o', '/etc/passwd: Its name leads out o', 'link.json: It is a link to anot', 'bomb.json: It would grow 1', 'good.json: Its name stands twic'].map((line) => expect.stringContaining(line)))
    expect([decode(await files.read('good.json')), decode(await files.read('wäg/ü.md'))]).toEqual(['[]', '# Ü'])
    await expect(files.read('../../passwd')).rejects.toThrow('not in the archive')
    await files.close()
  })

  test('a size that lies is found out, a list that is too long is not begun, and a total that is too large ends it', async () => {
    const bytes = text('[{"text":"a long enough text, so that it is packed, packed, packed"}]')
    const size = Buffer.alloc(4)
    size.writeUInt32LE(bytes.length)
    const lies = await openZip(await zipOf([{ name: 'a.json', bytes }], [[size.toString('latin1'), '\u0005\u0000\u0000\u0000']]))
    await expect(lies.read('a.json')).rejects.toThrow('It cannot be unpacked')
    const two = await zipOf([{ name: 'a.json', bytes }, { name: 'b.json', bytes }])
    await expect(openZip(two, { entries: 1, totalBytes: 1e9 })).rejects.toThrow('holds more than the 1 files')
    await expect((await openZip(two, { entries: 10, totalBytes: 10 })).read('a.json')).rejects.toThrow('unpacks to more than')
    await expect(openZip(fileOf(text('no archive at all')))).rejects.toThrow('is no zip archive')
  })

  test('with bytes changed anywhere it is read, or refused in a sentence', async () => {
    const whole = Buffer.from(await (await zipOf([{ name: 'users.json', bytes: text('[{"id":"U1","name":"ben"}]') }, { name: 'wharf/2019-05-06.json', bytes: text('[{"user":"U1","text":"hello there","ts":"1557136800.1"}]') }])).arrayBuffer())
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }), async (changes) => {
      const bytes = Buffer.from(whole)
      for (const [at, value] of changes) bytes[at] = value
      try {
        expect(await lookAt(fileOf(bytes), 'slack')).toBeTypeOf('object')
      } catch (error) { expect(String((error as Error & { next?: string }).next)).not.toBe('undefined') }
    }), { numRuns: 40 })
  })
})

/** A look at what would come, at a server that knows nothing of it. */
function lookAt(file: File, kind: 'slack' | 'mbox' | 'markdown'): Promise<ImportReport> {
  const nothing = async () => ({ matched: 0, placeholders: 1, spaces: [], known: 0 })
  return bring({ call: nothing as unknown as ImportRunning['call'], words: ENGLISH, progress: () => undefined }, { kind, chosen: { file }, spaceId: undefined, dryRun: true })
}

test('a mailbox is read as the command line reads it, HTML included', async () => {
  const report = await lookAt(new File(['From a@b.example Mon May  6 10:00:00 2019\nFrom: Ben <ben@example.com>\nSubject: Tide\nMessage-ID: <1@x>\nContent-Type: text/html\n\n<p>At <b>nine</b></p>\n\nFrom - x\nSubject: nobody\n\nx\n'], 'pier.mbox'), 'mbox')
  expect([report.counts.messages, report.places.map(({ name }) => name), report.problems.map(({ file, line }) => [file, line])]).toEqual([1, ['pier'], [['pier.mbox', 9]]])
  await expect(lookAt(new File(['no mail'], 'a.txt'), 'mbox')).rejects.toThrow('a.txt holds no mail')
})
