import { address } from '#contract/client.ts'
import { uploadFile } from '#contract/files.ts'
import type { FileView } from '#contract/files.ts'
import { FILE_BODY } from '#contract/operation.ts'
import { ProblemError } from '#contract/problem.ts'
import type { Problem } from '#contract/problem.ts'
import { t } from './words.ts'

type Sending = {
  /** What people see. */
  name: string
  /** The same for each try of one file: a repeat after a lost answer is one file. */
  key: string
  /** How much has left, from 0 to 1. */
  onProgress: (share: number) => void
  signal: AbortSignal
}

/**
 * Sends one file as it is. An old kind of request, since it is the one that tells how much has left.
 * @throws {ProblemError} with status 0 and code `unreachable` when no answer came
 */
export function sendFile(file: Blob, { name, key, onProgress, signal }: Sending): Promise<FileView> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest()
    request.open('POST', address('', uploadFile, { name }).url)
    for (const [header, value] of Object.entries({ accept: 'application/json', 'content-type': FILE_BODY, 'idempotency-key': key })) request.setRequestHeader(header, value)
    request.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => { if (lengthComputable && total > 0) onProgress(loaded / total) })
    request.addEventListener('load', () => {
      const answer = parsed(request.responseText)
      if (request.status >= 200 && request.status < 300 && answer) done(answer as FileView)
      else failed(new ProblemError(isProblem(answer) ? answer : { ...UNEXPECTED, status: request.status, title: t`The server answered ${request.status}.` }))
    })
    for (const event of ['error', 'abort', 'timeout']) request.addEventListener(event, () => failed(new ProblemError(UNREACHABLE)))
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

const UNEXPECTED: Problem = { type: 'about:blank', title: '', status: 500, code: 'unexpected', next: t`Try again in a minute; your text and the file are kept here.` }
const UNREACHABLE: Problem = {
  type: 'about:blank', title: t`The file did not reach the server.`, status: 0, code: 'unreachable',
  next: t`Check that you are online and that the file is still where it was, then try again; your text is kept.`,
}

function parsed(text: string): unknown {
  try { return JSON.parse(text) } catch { return null }
}
const isProblem = (answer: unknown): answer is Problem => typeof answer === 'object' && answer !== null && 'title' in answer && 'next' in answer
