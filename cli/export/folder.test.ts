import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { exportedIn, readText } from '../import-longhand/read.ts'
import { openExportFolder } from './folder.ts'

describe('the folder of an export', () => {
  let folder = ''
  beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'longhand-export-')) })
  afterEach(() => rm(folder, { recursive: true, force: true }))
  const bytes = (text: string) => new Blob([text]).stream()
  const there = async () => (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name).slice(folder.length + 1)).toSorted()

  test('is written once, and again only where something changed; what is gone goes, and its folder', async () => {
    const first = await openExportFolder(folder)
    expect([await first.put('people.md', 'a'), await first.put('spaces/x/files/0123456789ab/a.png', bytes('pixel')), await first.put('spaces/y/0001-a.md', 'b')]).toEqual(['written', 'written', 'written'])
    await first.finish()
    const second = await openExportFolder(folder)
    expect([await second.put('people.md', 'a'), await second.has('spaces/x/files/0123456789ab/a.png', 5, '3d40caa0f88ad0e2e7ba9a1e0a5b4ba34b2e3a5ce7c8f4cd2ecbd2e6b6ed7b7e')]).toEqual(['same', false])
    expect(await second.finish()).toEqual(['spaces/x/files/0123456789ab/a.png', 'spaces/y/0001-a.md'])
    expect(await there()).toEqual(['.longhand-export.json', 'people.md'])
    expect(await readdir(folder)).toEqual(['.longhand-export.json', 'people.md'])
  })

  test('is no file', async () => {
    const file = join(folder, 'record.md')
    await writeFile(file, 'mine')
    await expect(openExportFolder(file)).rejects.toThrow(`${file} is a file, and an export needs a folder.`)
    expect(await readFile(file, 'utf8')).toBe('mine')
  })

  test('cannot be where nothing can be made, and that is said at once', async () => {
    await expect(openExportFolder('/proc/longhand/notes')).rejects.toThrow('The folder /proc/longhand cannot be made.')
    const file = join(folder, 'record.md')
    await writeFile(file, 'mine')
    await expect(openExportFolder(join(file, 'notes'))).rejects.toThrow(`The folder ${file} cannot be made.`)
  })

  test('past/25: keeps files of its owner, and never leaves itself by a name, a link or its own list', async () => {
    await writeFile(join(folder, 'people.md'), 'mine')
    await writeFile(join(folder, 'notes.md'), 'mine too')
    await symlink(tmpdir(), join(folder, 'spaces'))
    await writeFile(join(folder, '.longhand-export.json'), JSON.stringify({ files: ['../outside.md', '/etc/passwd', 7, 'gone.md'] }))
    const target = await openExportFolder(folder)
    expect(await target.put('people.md', 'theirs')).toBe('left')
    for (const path of ['spaces/x/0001-a.md', '../a.md', 'a/../../b.md', '/etc/x', '.git/hooks/x']) await expect(target.put(path, 'x')).rejects.toThrow('outside')
    expect(await target.finish()).toEqual(['gone.md'])
    expect(await readFile(join(folder, 'people.md'), 'utf8')).toBe('mine')
    expect(await (await openExportFolder(folder, { force: true })).put('people.md', 'theirs')).toBe('written')
    expect(await readFile(join(folder, 'notes.md'), 'utf8')).toBe('mine too')
  })

  test('is read back in the order of numbers, without what is of no export, and bytes that are no text are named', async () => {
    await expect(exportedIn(folder)).rejects.toThrow('longhand.yaml')
    for (const path of ['longhand.yaml', 'people.md', 'agreement/0001.md', 'agreement/history.yaml', 'spaces/x/space.md', 'spaces/x/10000-b.md', 'spaces/x/0002-a.md', 'spaces/x/mine.md', 'spaces/x/files/0123456789ab/a.png', 'spaces/x/decisions/0001-a.md']) {
      await mkdir(join(folder, path, '..'), { recursive: true })
      await writeFile(join(folder, path), path)
    }
    await symlink('/etc/passwd', join(folder, 'spaces/x/0003-c.md'))
    expect(await exportedIn(folder)).toEqual({
      workspace: ['longhand.yaml', 'people.md'], spaces: ['spaces/x/space.md'], agreement: ['agreement/history.yaml', 'agreement/0001.md'], entries: ['spaces/x/0002-a.md', 'spaces/x/10000-b.md'], attachments: ['spaces/x/files/0123456789ab/a.png'],
    })
    await writeFile(join(folder, 'people.md'), Buffer.from([0xE9, 10]))
    await expect(readText(folder, 'people.md')).rejects.toThrow('people.md is not UTF-8.')
  })
})
