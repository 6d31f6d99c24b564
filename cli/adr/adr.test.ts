import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { inBatches } from '#domain/decisions/adr-batches.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decode, leaves, readFolder } from './folder.ts'
import { sameButFor } from './same.ts'

describe('a folder goes in requests that the server takes', () => {
  const file = (size: number, at: number) => ({ path: `${at}.md`, text: 'a'.repeat(size) })
  test('small files together, large ones alone, too large ones told', () => {
    const { batches, tooLarge } = inBatches([file(10, 1), file(300_000, 2), file(300_000, 3), file(999_000, 4), file(1_200_000, 5), file(10, 6)], Buffer.byteLength)
    expect(batches.map((batch) => batch.map(({ path }) => path))).toEqual([['1.md', '2.md'], ['3.md'], ['4.md'], ['6.md']])
    expect(tooLarge.map(({ path }) => path)).toEqual(['5.md'])
  })

  test('no request is larger than 1 MB, none holds over 25 files, and none is lost', () => {
    fc.assert(fc.property(fc.array(fc.record({ path: fc.string({ maxLength: 20 }), text: fc.string({ unit: 'grapheme', maxLength: 500 }) }), { maxLength: 80 }), (files) => {
      const { batches } = inBatches(files, Buffer.byteLength)
      expect(batches.flat()).toEqual(files)
      expect(batches.every((batch) => batch.length <= 25 && Buffer.byteLength(JSON.stringify({ files: batch })) < 1_048_576)).toBe(true)
    }))
  })
})

describe('a file that was changed by hand is told from one whose status changed', () => {
  const text = '# A\n\n## Status\n\nAccepted\n\n## Decision\n\nYes.\n'
  const kept = [{ start: 16, end: 24 }, { start: text.length, end: text.length }]
  test.each([
    ['as it is', text, true], ['another status', text.replace('Accepted', 'Superseded by [b](b.md)'), true], ['a link at its end', `${text}\n## Links\n\n- Supersedes b\n`, true],
    ['another sentence', text.replace('Yes.', 'No.'), false], ['another title', text.replace('# A', '# B'), false], ['cut', text.slice(0, 20), false], ['nothing', '', false],
  ])('%s', (_what, current, same) => {
    expect(sameButFor(current, text, kept)).toBe(same)
  })
})

describe('files are read with every byte, or told by their line', () => {
  test.each([
    ['a mark at the beginning', [0xEF, 0xBB, 0xBF, 0x61], '\uFEFFa'], ['line ends', [0x61, 13, 10, 13, 0x62], 'a\r\n\rb'], ['nothing', [], ''],
    ['Latin', [0x61, 10, 0x62, 10, 0xE9, 10], { line: 3, message: 'This line is not UTF-8; save the file as UTF-8 and import it again.' }],
    ['a null', [0x61, 10, 0], { line: 2, message: 'This line holds a null character; take it out and import the file again.' }],
  ])('%s', (_what, bytes, read) => {
    expect(decode(Uint8Array.from(bytes))).toEqual(read)
  })
})

describe('folders', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'longhand-adr-'))
    await mkdir(join(folder, 'sub', '.hidden'), { recursive: true })
    for (const path of ['b.md', 'a.MD', 'notes.txt', 'sub/c.markdown', 'sub/.hidden/d.md']) await writeFile(join(folder, ...path.split('/')), path)
    await symlink('/tmp', join(folder, 'away'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('give their Markdown files and nothing else', async () => {
    expect((await readFolder(folder)).files.map(({ path }) => path)).toEqual(['a.MD', 'b.md', 'sub/c.markdown'])
    expect((await readFolder(join(folder, 'b.md'))).files).toEqual([{ path: 'b.md', text: 'b.md' }])
    await expect(readFolder(join(folder, 'none'))).rejects.toThrow('is not there')
  })

  test.each([['../a.md', true], ['a/../../b.md', true], ['/etc/a.md', true], ['.git/a.md', true], ['away/a.md', true], ['a.txt', true], ['a\\b.md', true], ['new/a.md', false], ['b.md', false]])('nothing is written outside: %s', async (path, out) => {
    expect(await leaves(folder, path)).toBe(out)
  })
})
