import { createHash } from 'node:crypto'
import { AuditLine } from '#contract/audit.ts'
import { NO_LINK } from '#domain/audit/chain.ts'
import type { AuditHead, AuditLink } from '#domain/audit/chain.ts'
import { UsageError } from '../errors.ts'
import { readText } from '../generic/commands.ts'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const Line = AuditLine.omit({ says: true })

/**
 * A chain that was saved as JSON lines. A file cannot say where the chain ended, so its last line counts as the end.
 * @throws {UsageError} for a file that holds something else
 */
export function readLines(file: string): { lines: AuditLink[]; head: AuditHead } {
  const lines = readText(file).split('\n').filter((line) => line !== '').map((line, at) => {
    try { return Line.parse(JSON.parse(line)) } catch { throw new UsageError(`Line ${at + 1} of ${file} is no line of an audit log.`, 'Save it anew: longhand audit --save audit.jsonl') }
  })
  const last = lines.at(-1)
  return { lines, head: last ? { seq: last.seq, hash: last.hash } : NO_LINK }
}
