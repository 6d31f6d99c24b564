import { Readable } from 'node:stream'
import { extract } from 'tar-stream'
import { expect, test } from 'vitest'
import { fileHead, fileTail, tarEnd } from './tar.ts'

const AT = 1_774_252_800

test.each([
  ['a plain file', 'people.md', '# People\n'], ['an empty one', 'a/b.md', ''], ['one of exactly a block', 'c.md', 'x'.repeat(512)],
  ['a long name', `spaces/${'会'.repeat(50)}/0001-${'議'.repeat(50)}.md`, 'Words.'], ['a name whose length grows by its own digits', 'x'.repeat(993), 'Words.'],
])('%s is read by another program', async (_what, path, text) => {
  const bytes = new TextEncoder().encode(text)
  const parts = [...fileHead(path, bytes.length, AT), bytes, fileTail(bytes.length), tarEnd()]
  const found: unknown[] = []
  for await (const entry of Readable.from(parts.map((part) => Buffer.from(part))).pipe(extract())) {
    const chunks: Buffer[] = []
    for await (const chunk of entry) chunks.push(chunk as Buffer)
    found.push([entry.header.name, Buffer.concat(chunks).toString(), entry.header.mtime?.getTime()])
  }
  expect(found).toEqual([[path, text, AT * 1000]])
})
