import type { AnyOperation } from '#contract/operation.ts'
import { readRun } from '#contract/runs.ts'
import type { RunView } from '#contract/runs.ts'
import { useSendShown } from '../app/send-shown.ts'

const TOUCHED = ['runs.list', 'runs.due', 'runs.schedules', 'runs.proposal', 'asks', 'threads', 'inbox', 'brief'] as const

/** A write to one run. */
export const useRunWrite = <Op extends AnyOperation>(operation: Op) =>
  useSendShown(operation, TOUCHED, (output) => (isRun(output) ? { read: readRun, input: { id: output.id }, view: output } : undefined))

const isRun = (output: unknown): output is RunView => typeof output === 'object' && output !== null && 'list' in output && 'holderId' in output
