import { judgeDisk } from '#domain/status/judge.ts'
import type { Finding } from '#domain/status/finding.ts'
import { statfs } from 'node:fs/promises'
import { ENGLISH } from '#domain/words/said.ts'
import type { SaidValue, Words } from '#domain/words/said.ts'

/** How much room the disk has on which a folder lies. */
export async function lookAtDisk(id: string, about: SaidValue, folder: string, words: Words = ENGLISH): Promise<Finding> {
  const { bavail, blocks, bsize } = await statfs(folder)
  return judgeDisk(id, about, { free: bavail * bsize, size: blocks * bsize }, words)
}
