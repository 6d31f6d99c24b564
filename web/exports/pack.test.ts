import { Readable } from 'node:stream'
import { gunzipSync } from 'node:zlib'
import type { Call } from '#contract/client.ts'
import { extract } from 'tar-stream'
import { afterEach, expect, test, vi } from 'vitest'
import { packExport } from './pack.ts'

const BYTES = new Uint8Array([0, 255, 1, 13, 10])
const PAGE = 'spaces/billing/0001-plan.md'
const PLAN = 'spaces/billing/files/3fa1b2c3d4e5/plan.bin'

async function filesIn(blob: Blob): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  for await (const entry of Readable.from([gunzipSync(new Uint8Array(await blob.arrayBuffer()))]).pipe(extract())) {
    const chunks: Buffer[] = []
    for await (const chunk of entry) chunks.push(chunk as Buffer)
    files.set(entry.header.name, Buffer.concat(chunks))
  }
  return files
}

const pages = [
  { files: [{ path: PAGE, text: '[plan](files/3fa1b2c3d4e5/plan.bin)\n' }], attachments: [{ path: PLAN, id: 'one', size: 5, sha256: '' }], next: 'n1' },
  { files: [], attachments: [{ path: PLAN, id: 'two', size: 5, sha256: '' }], next: null },
]
const call = ((_operation: unknown, input: { cursor?: string }) => Promise.resolve(input.cursor === undefined ? pages[0] : pages[1])) as unknown as Call
const given = () => ({ call, now: Temporal.Instant.from('2026-03-27T08:00Z'), progress: () => undefined, signal: new AbortController().signal })

afterEach(() => { vi.unstubAllGlobals() })

test('the archive holds attached files beside their texts, each once, byte for byte', async () => {
  const asked: string[] = []
  vi.stubGlobal('fetch', (url: string) => { asked.push(url); return Promise.resolve(new Response(BYTES)) })
  const files = await filesIn(await packExport(given()))
  expect([...files.keys()]).toEqual([`longhand/${PAGE}`, `longhand/${PLAN}`])
  expect([...files.get(`longhand/${PLAN}`) ?? []]).toEqual([...BYTES])
  expect(asked).toEqual(['/api/v1/files/one/file'])
})

test('where a file cannot be read, there is no archive that lacks it', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 404 })))
  await expect(packExport(given())).rejects.toThrow('could not be read')
})
