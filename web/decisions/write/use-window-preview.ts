import { useRef } from 'react'
import { previewDecision } from '#contract/decisions.ts'
import type { GivenTo, OutputOf } from '#contract/operation.ts'
import type { Problem } from '#contract/problem.ts'
import { problemFrom, useRead } from '../../app/api.ts'
import { useSettled } from '../../app/use-settled.ts'

/** Asked once the form rests. Unit: ms. */
const RESTS = 300

type Input = GivenTo<typeof previewDecision>
export type WindowView = OutputOf<typeof previewDecision>

/**
 * When a decision would be due and who sets that, by the rules of the server.
 * @param input undefined while it is not known where it stands and who signs
 * @returns while a change is looked at, what was said last
 */
export function useWindowPreview(input: Input | undefined): { preview: WindowView | undefined, problem: Problem | undefined, pending: boolean } {
  const settled = useSettled(input ? JSON.stringify(input) : '', RESTS)
  const asked = settled === '' ? undefined : (JSON.parse(settled) as Input)
  const read = useRead(previewDecision, asked ?? ({} as Input), { when: asked !== undefined })
  const last = useRef<WindowView>(undefined)
  if (read.data) last.current = read.data
  return { preview: input && (read.data ?? last.current), problem: input && read.error ? problemFrom(read.error) : undefined, pending: input !== undefined && read.data === undefined && !read.error }
}
