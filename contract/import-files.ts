import { LOOK_BY_HAND } from '#domain/imports/archive.ts'
import type { Piece, Problem } from '#domain/imports/types.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Sentence } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'

/** The files of an archive or a folder, by paths with `/`, in their order by name, wherever they lie: on a disk, or in a browser. */
export type ImportFiles = {
  paths: readonly string[]
  /** Files that are not read, each with the reason. */
  problems: Problem[]
  /** @throws {Error} with a sentence where what it holds is not what it says */
  read(path: string): Promise<Uint8Array>
  close(): Promise<void>
}

/** The text of a file; a mark of its encoding at the beginning is left out. `badLine`: the first line that is no UTF-8. */
export function decodeText(bytes: Uint8Array): { text: string; badLine: number | null } {
  const text = new TextDecoder('utf-8').decode(bytes)
  const bad = text.indexOf('\ufffd')
  if (bad < 0) return { text, badLine: null }
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { text, badLine: null }
  } catch {
    return { text, badLine: text.slice(0, bad).split('\n').length }
  }
}

/** The text of a file; what is no UTF-8 in it is said, and what cannot be read at all. */
export async function readText(files: ImportFiles, path: string, problems: Piece[]): Promise<string | null> {
  try {
    const { text, badLine } = decodeText(await files.read(path))
    if (badLine !== null) problems.push({ problem: { file: path, line: badLine, what: said`This line is not UTF-8; signs that could not be read came in as �.`, next: said`Save the file as UTF-8, and import it under another source.` } })
    return text
  } catch (error) {
    if (error instanceof Refusal) throw error
    problems.push({ problem: { file: path, line: null, what: whyUnread(error), next: LOOK_BY_HAND } })
    return null
  }
}

/** The sentence of the error, as whoever opened the files says it in the language of whoever imports. */
export const whyUnread = (error: unknown): Sentence => error instanceof Error ? error.message : said`It cannot be read.`
