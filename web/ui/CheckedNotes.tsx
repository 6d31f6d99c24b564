import { lazy, Suspense } from 'react'
import type { FindingView } from '#contract/writing.ts'
import type { WritingCheck } from '../app/use-writing-check.ts'

const WritingNotes = lazy(async () => ({ default: (await import('./WritingNotes.tsx')).WritingNotes }))

type Props = {
  check: WritingCheck
  /** Shows the place in the text; offered while the text has not moved on since it was checked. */
  onShow: (finding: FindingView) => void
}

/** What the check of a text found. The notes come in a file of their own, when there is something to say. */
export function CheckedNotes({ check: { text, checked, current, onDismiss }, onShow }: Props) {
  return <Suspense><WritingNotes text={text} checked={checked} onDismiss={onDismiss} {...(current && { onShow })} /></Suspense>
}
