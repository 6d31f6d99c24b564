import { createContext, use, useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import type { Called } from '../../app/use-callable.ts'
import { AttachList } from '../../ui/AttachList.tsx'
import { ComposerField } from '../../ui/composer/ComposerField.tsx'
import type { ComposerHandle } from '../../ui/composer/handle.ts'
import { mentionsOf } from '../../ui/markdown/mentions-of.ts'
import { useAttach } from '../../ui/use-attach.ts'

/** What the texts of one form share. */
export type Writing = {
  called: Called
  /** The texts on the page by their place, so that a note can lead to one. */
  texts: ReadonlyMap<string, ComposerHandle>
  onText: (place: string, handle: ComposerHandle | null) => void
  /** A text has files on their way, or has none any more. */
  onWaits: (place: string, waits: boolean) => void
}

const Shared = createContext<Writing | undefined>(undefined)
export const WritingTogether = Shared.Provider

type Props = {
  /** As `checkedText` names it: `context`, `point:point-1`. */
  place: string
  label: string
  value: string
  onChange: (text: string) => void
  hint?: ReactNode
  error?: string | undefined
  rows?: number
  slim?: boolean
}

/** One text of a decision, with the keys of the composer, names to call, and pictures where they are pasted. */
export function DecisionText({ place, ...field }: Props) {
  const writing = use(Shared)
  const composer = useRef<ComposerHandle>(null)
  const attach = useAttach((markdown) => composer.current?.insertBlock(markdown))
  const waits = attach.onItsWay.some(({ problem }) => problem === undefined)
  const { onText, onWaits } = writing ?? {}
  useEffect(() => {
    onText?.(place, composer.current)
    return () => onText?.(place, null)
  }, [place, onText])
  useEffect(() => {
    onWaits?.(place, waits)
    return () => onWaits?.(place, false)
  }, [place, waits, onWaits])
  return (
    <ComposerField
      {...field} ref={composer} sources={writing?.called.sources} mentions={writing && mentionsOf(field.value, writing.called.callable)} onFiles={attach.onFiles}
      attachments={<AttachList {...attach} files={[]} />}
    />
  )
}
