import { FILE_MAX_BYTES } from '#contract/files.ts'
import type { Problem } from '#contract/problem.ts'
import { t } from './words.ts'

/** A file on its way, or one that did not arrive. */
export type OnItsWay = {
  key: string
  name: string
  /** Unit: bytes. */
  size: number
  /** How much has left, from 0 to 1. */
  share: number
  /** Why it did not arrive; it is kept for another try. */
  problem?: Problem | undefined
}
export type AttachState = {
  list: readonly OnItsWay[]
  /** What just happened, to be read out. Failures stand beside their file and are read out there. */
  said: string
}
type Step =
  | { kind: 'added', files: readonly Pick<OnItsWay, 'key' | 'name' | 'size'>[] } | { kind: 'sent', key: string, share: number }
  | { kind: 'arrived', key: string } | { kind: 'failed', key: string, problem: Problem } | { kind: 'again', key: string } | { kind: 'left-out', key: string }

export const NOTHING_ATTACHED: AttachState = { list: [], said: '' }

/** What follows for the list of files on their way. */
export function afterStep(state: AttachState, step: Step): AttachState {
  if (step.kind === 'added') {
    const list = [...state.list, ...step.files.map((file) => ({ ...file, share: 0, problem: refusalOf(file) }))]
    const sent = list.slice(state.list.length).filter((file) => !file.problem)
    return { list, said: sent.length === 0 ? '' : t`Sending ${sent.length === 1 ? sent[0]?.name ?? '' : t`${sent.length} files`}.` }
  }
  const one = state.list.find((file) => file.key === step.key)
  if (!one) return state
  const change = (with_: Partial<OnItsWay>, said = state.said): AttachState => ({ list: state.list.map((file) => (file === one ? { ...one, ...with_ } : file)), said })
  switch (step.kind) {
    case 'sent': return change({ share: step.share })
    case 'failed': return change({ problem: step.problem }, '')
    case 'again': return change({ problem: undefined, share: 0 }, t`Sending ${one.name} again.`)
    case 'arrived': return { list: state.list.filter((file) => file !== one), said: t`${one.name} is attached.` }
    case 'left-out': return { list: state.list.filter((file) => file !== one), said: t`${one.name} is left out.` }
  }
}

const BYTES_PER_MB = 1024 * 1024

/** Why a file cannot be sent at all, known before a byte has left. */
export function refusalOf({ size }: { size: number }): Problem | undefined {
  const told = { type: 'about:blank', status: 413, code: 'too_large' }
  if (size > FILE_MAX_BYTES) return { ...told, title: t`This file is larger than ${FILE_MAX_BYTES / BYTES_PER_MB} MB, the most that one file may be.`, next: t`Make it smaller, or keep it elsewhere and put a link into your text.` }
  if (size === 0) return { ...told, status: 400, code: 'bad_input', title: t`This file is empty, or it is a folder.`, next: t`Choose a file that holds something.` }
  return undefined
}
