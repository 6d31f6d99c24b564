import { useRef } from 'react'
import { previewAsk } from '#contract/asks.ts'
import type { OutputOf } from '#contract/operation.ts'
import type { GivenTo } from '#contract/operation.ts'
import type { Problem } from '#contract/problem.ts'
import { problemFrom, useRead } from '../../app/api.ts'
import { useSettled } from '../../app/use-settled.ts'

/** Asked once the form rests. Unit: ms. */
const RESTS = 300

type Input = GivenTo<typeof previewAsk>
export type Preview = OutputOf<typeof previewAsk>

/**
 * Where an ask would land, by the rules of the server.
 * @param input undefined while it is not known who answers, and where it stands
 * @returns while a change of the form is looked at, what was said last about the same person
 */
export function usePreview(input: Input | undefined): { preview: Preview | undefined, problem: Problem | undefined, pending: boolean } {
  const settled = useSettled(input ? JSON.stringify(input) : '', RESTS)
  const asked = settled === '' ? undefined : (JSON.parse(settled) as Input)
  const read = useRead(previewAsk, asked ?? ({} as Input), { when: asked !== undefined })
  const last = useRef<{ to: string, preview: Preview } | undefined>(undefined)
  if (asked && read.data) last.current = { to: asked.to, preview: read.data }
  const known = input !== undefined && last.current?.to === input.to ? last.current.preview : undefined
  return { preview: input && (read.data ?? known), problem: input && read.error ? problemFrom(read.error) : undefined, pending: input !== undefined && read.data === undefined && !read.error }
}
