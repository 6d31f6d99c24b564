import { useEffect, useRef, useState } from 'react'
import type { GivenTo } from '#contract/operation.ts'
import { checkWriting, dismissFinding, textSent } from '#contract/writing.ts'
import type { CheckedView, FindingView } from '#contract/writing.ts'
import { useRead, useWrite } from './api.ts'
import { useSettled } from './use-settled.ts'

/** Checked once typing rests. Unit: ms. */
const RESTS = 900
type About = Omit<GivenTo<typeof checkWriting>, 'text' | 'place'>

export type WritingCheck = {
  /** The text that was checked; findings count in it. */
  text: string
  checked: CheckedView
  /** The text has not moved on since, so that places can be shown in it. */
  current: boolean
  /** The finding stays away for these words while the text is written, on any device; the reason is kept for its writer alone. */
  onDismiss: (finding: FindingView, reason: string) => void
  /** The text was sent: what was dismissed held for this one alone. A text box that empties says so by itself. */
  onSent: () => void
}

/**
 * What a reader may stumble over, found by the server while somebody writes.
 * @param on false where nobody wants to see it; then nothing is asked
 * @returns undefined until there is something to say; while somebody types on, what was said last
 */
export function useWritingCheck(text: string, about: About, on: boolean): WritingCheck | undefined {
  const settled = useSettled(text, RESTS)
  const place = window.location.pathname
  const check = useRead(checkWriting, { ...about, text: settled, place }, { when: on && settled.trim() !== '' })
  const { dismissed, onDismiss, onSent } = useDismissed(place, text, check.data?.dismissed ?? 0)
  if (!on || !check.data) return undefined
  const findings = check.data.findings.filter((finding) => !dismissed.has(nameOf(finding, settled)))
  return { text: settled, current: settled === text, checked: { ...check.data, findings }, onDismiss: (finding, reason) => onDismiss(finding, reason, settled), onSent }
}

/** What was dismissed in the text of a page: at once here, and kept on the server until the text is sent. @param kept how many the server left out */
function useDismissed(place: string, text: string, kept: number) {
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set())
  const keep = useWrite(dismissFinding)
  const settle = useWrite(textSent, { refreshes: ['writing.check'] })
  const onSent = () => {
    if (dismissed.size > 0) setDismissed(new Set())
    settle.mutate({ place })
  }
  const any = useRef(false)
  useEffect(() => {
    if (text.trim() !== '') any.current ||= dismissed.size + kept > 0
    else if (any.current) {
      any.current = false
      onSent()
    }
  })
  const onDismiss = (finding: FindingView, reason: string, checked: string) => {
    setDismissed((all) => new Set(all).add(nameOf(finding, checked)))
    keep.mutate({ place, rule: finding.rule, said: checked.slice(finding.start, finding.end), message: finding.message, reason })
  }
  return { dismissed, onDismiss, onSent }
}

const nameOf = ({ rule, start, end }: FindingView, text: string): string => `${rule}\n${text.slice(start, end)}`
