import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AuditHead } from '#domain/audit/chain.ts'
import { z } from 'zod'
import { stateFolder, writePrivate } from '../connection/config.ts'

type Env = Readonly<Record<string, string | undefined>>
/** Whose chain: a workspace, as one address gives it. */
type Place = { url: string; workspaceId: string }

const Heads = z.record(z.string(), z.object({ seq: z.number(), hash: z.string() }))

const fileOf = (env: Env): string => join(stateFolder(env), 'audit-heads.json')
const nameOf = ({ url, workspaceId }: Place): string => `${url} ${workspaceId}`

function all(env: Env): z.output<typeof Heads> {
  try { return Heads.parse(JSON.parse(readFileSync(fileOf(env), 'utf8'))) } catch { return {} }
}

/** Where the chain ended when this machine last found it whole: what the server cannot write anew. */
export function keptHeads(env: Env, place: Place): AuditHead[] {
  const kept = all(env)[nameOf(place)]
  return kept ? [kept] : []
}

export function keepHead(env: Env, place: Place, head: AuditHead): void {
  if (head.seq > 0) writePrivate(fileOf(env), `${JSON.stringify({ ...all(env), [nameOf(place)]: { seq: head.seq, hash: head.hash } }, null, 2)}\n`)
}
