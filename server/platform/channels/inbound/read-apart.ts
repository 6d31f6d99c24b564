import { Worker } from 'node:worker_threads'
import type { ReadMail } from './read-mail.ts'

/** How long and with how much memory a mail may be read: enough for 20 MB of attachments. Units: ms, MB. */
const READING_MS = 10_000
const MEMORY_MB = 96
/** Room for what is thrown away at once. Unit: MB. */
const SCRATCH_MB = 16

/**
 * Takes a mail apart in a thread of its own, so that one which was made to take for ever, or all the memory, harms
 * nobody else.
 * @returns null for a mail that cannot be read
 */
export function readApart(raw: Buffer, patienceMs = READING_MS): Promise<ReadMail | null> {
  const worker = new Worker(new URL(`./read-worker${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`, import.meta.url), {
    workerData: new Uint8Array(raw), resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: SCRATCH_MB }, stdout: true, stderr: true,
  })
  return new Promise((done) => {
    const late = setTimeout(() => end(null), patienceMs)
    const end = (read: ReadMail | null) => {
      clearTimeout(late)
      done(read)
      void worker.terminate()
    }
    worker.once('message', (read: ReadMail) => end(read))
    worker.once('error', () => end(null))
    worker.once('exit', () => end(null))
  })
}
