import { listAudit } from '#contract/audit.ts'
import type { Call } from '#contract/client.ts'

/** The most that the server gives at once. */
const AT_ONCE = 500

/** The whole chain as JSON lines, oldest first: what `longhand audit --save` writes too. */
export async function packAudit(call: Call, signal: AbortSignal): Promise<Blob> {
  const parts: string[] = []
  for (let from: number | null = 0; from !== null;) {
    const page: Awaited<ReturnType<typeof call<typeof listAudit>>> = await call(listAudit, { from, limit: AT_ONCE }, { signal })
    for (const { says: _today, ...line } of page.lines) parts.push(`${JSON.stringify(line)}\n`)
    from = page.next
  }
  return new Blob(parts, { type: 'application/jsonl' })
}
