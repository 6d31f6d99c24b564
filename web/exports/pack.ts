import type { Call } from '#contract/client.ts'
import { exportFiles } from '#contract/exports.ts'
import type { OutputOf } from '#contract/operation.ts'
import { ProblemError } from '#contract/problem.ts'
import { t } from '../ui/words.ts'
import { fileHead, fileTail, tarEnd } from './tar.ts'

const MS_PER_S = 1000
const FOLDER = 'longhand'
type Page = OutputOf<typeof exportFiles>

type Given = { call: Call; now: Temporal.Instant; progress: (files: number) => void; signal: AbortSignal }

/** Everything that the reader may see as one `tar.gz`, packed here from the answers that the command line takes too. */
export async function packExport({ call, now, progress, signal }: Given): Promise<Blob> {
  const at = Math.floor(now.epochMilliseconds / MS_PER_S)
  const packed = new CompressionStream('gzip')
  const whole = new Response(packed.readable).blob()
  whole.catch(() => undefined)
  const writer = packed.writable.getWriter()
  let files = 0
  const put = async (path: string, bytes: Uint8Array) => {
    for (const part of [...fileHead(`${FOLDER}/${path}`, bytes.length, at), bytes, fileTail(bytes.length)]) await writer.write(new Uint8Array(part))
    files += 1
  }
  try {
    const seen = new Set<string>()
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page: Page = await call(exportFiles, { ...(cursor !== undefined && { cursor }) }, { signal })
      for (const { path, text } of page.files) await put(path, new TextEncoder().encode(text))
      for (const { path, id } of page.attachments) {
        if (seen.has(path)) continue
        seen.add(path)
        await put(path, await bytesOf(id, signal))
      }
      progress(files)
      cursor = page.next
    }
    await writer.write(new Uint8Array(tarEnd()))
    await writer.close()
    return await whole
  } catch (error) {
    await writer.abort(error).catch(() => undefined)
    throw error
  }
}

async function bytesOf(id: string, signal: AbortSignal): Promise<Uint8Array> {
  const answer = await fetch(`/api/v1/files/${id}/file`, { signal })
  if (!answer.ok) throw new ProblemError({ type: 'about:blank', status: answer.status, code: 'not_found', title: t`An attached file could not be read.`, next: t`Try again; if it happens again, tell whoever runs this workspace.` })
  return new Uint8Array(await answer.arrayBuffer())
}
