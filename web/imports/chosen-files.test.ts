import { expect, test } from 'vitest'
import { chosenFolder } from './chosen-files.ts'

const file = (webkitRelativePath: string, text: string) => ({ webkitRelativePath, name: webkitRelativePath.split('/').at(-1) ?? '', size: text.length, arrayBuffer: async () => new TextEncoder().encode(text).buffer as ArrayBuffer })

test('a chosen folder has a name, and its files by their paths below it', async () => {
  const { name, files } = chosenFolder([file('docs/b.md', 'B'), file('docs/a/c.md', 'C'), file('docs/.git/config', 'x'), file(`docs/${'x'.repeat(2000)}`, 'y')])
  expect({ name, paths: files.paths, problems: files.problems.length }).toEqual({ name: 'docs', paths: ['a/c.md', 'b.md'], problems: 1 })
  expect(new TextDecoder().decode(await files.read('b.md'))).toBe('B')
  await expect(files.read('gone')).rejects.toThrow('not in the folder')
  expect(chosenFolder([]).files.paths).toEqual([])
})
