import { useState } from 'react'
import type { GivenTo } from '#contract/operation.ts'
import { checkWriting } from '#contract/writing.ts'
import type { CheckedView, FindingView } from '#contract/writing.ts'
import { useRead } from './api.ts'
import { useSettled } from './use-settled.ts'

/** Checked once typing rests. Unit: ms. */
const RESTS = 900
type About = Omit<GivenTo<typeof checkWriting>, 'text'>

export type WritingCheck = {
  /** The text that was checked; findings count in it. */
  text: string
  checked: CheckedView
  /** The text has not moved on since, so that places can be shown in it. */
  current: boolean
  /** The finding stays away for these words while the text is written. */
  onDismiss: (finding: FindingView) => void
}

/**
 * What a reader may stumble over, found by the server while somebody writes.
 * @param on false where nobody wants to see it; then nothing is asked
 * @returns undefined until there is something to say; while somebody types on, what was said last
 */
export function useWritingCheck(text: string, about: About, on: boolean): WritingCheck | undefined {
  const settled = useSettled(text, RESTS)
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set())
  const check = useRead(checkWriting, { ...about, text: settled }, { when: on && settled.trim() !== '' })
  if (!on || !check.data) return undefined
  const findings = check.data.findings.filter((finding) => !dismissed.has(nameOf(finding, settled)))
  return { text: settled, current: settled === text, checked: { ...check.data, findings }, onDismiss: (finding) => setDismissed((all) => new Set(all).add(nameOf(finding, settled))) }
}

const nameOf = ({ rule, start, end }: FindingView, text: string): string => `${rule}\n${text.slice(start, end)}`
