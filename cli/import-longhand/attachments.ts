import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { takeEntries } from '#contract/exports.ts'
import { uploadFile } from '#contract/files.ts'
import type { Cli } from '../context.ts'
import { UsageError } from '../errors.ts'

export type Entry = { path: string; text: string }
export type Attached = { path: string; id: string }
/** Sends the attached files of a batch of entries, those that were not sent before. @returns all of the batch's, with the ids that they have here */
export type SendAttachments = (entries: readonly Entry[]) => Promise<Attached[]>

/** A person may have so many files that no text uses yet; the server takes 100. */
const LOOSE_MAX = 80

/** Paths of attached files that entries name: those that stand beside them and are written in them. */
function attachmentsOf(entries: readonly Entry[], attachments: readonly string[]): string[] {
  return attachments.filter((path) => {
    const at = path.indexOf('/files/')
    return entries.some((entry) => dirname(entry.path) === path.slice(0, at) && entry.text.includes(path.slice(at + 1)))
  })
}

/** Files are sent right before the texts that show them, and put to their entries before there are too many that no text uses. */
export function sendAttachments(cli: Cli, folder: string, attachments: readonly string[]): SendAttachments {
  const sent = new Map<string, string>()
  return async (entries) => {
    const wanted = attachmentsOf(entries, attachments)
    let loose: Attached[] = []
    for (const path of wanted) {
      if (sent.has(path)) continue
      const bytes = await readFile(join(folder, ...path.split('/')))
      // The name of its folder is the beginning of its hash.
      if (!createHash('sha256').update(bytes).digest('hex').startsWith(basename(dirname(path)))) throw new UsageError(`${path} is not as it was exported.`, 'Use the folder as `longhand export` wrote it, or export again.')
      const { id } = await cli.call(uploadFile, { name: basename(path) }, { file: new Blob([new Uint8Array(bytes)]) })
      sent.set(path, id)
      loose.push({ path, id })
      if (loose.length < LOOSE_MAX) continue
      await cli.call(takeEntries, { pass: 'files', files: [...entries], attachments: loose })
      loose = []
    }
    return wanted.flatMap((path) => sent.has(path) ? [{ path, id: sent.get(path) ?? '' }] : [])
  }
}
