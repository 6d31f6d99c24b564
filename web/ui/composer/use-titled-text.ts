import { useRef } from 'react'
import type { KeptFile } from '../../app/offline/unsent.ts'
import { useCallable } from '../../app/use-callable.ts'
import { useMentionCost } from '../../app/use-mention-cost.ts'
import { useWritingCheck } from '../../app/use-writing-check.ts'
import { keptFrom } from '../kept-files.ts'
import { useAttach } from '../use-attach.ts'
import type { ComposerHandle } from './handle.ts'

/** A text with a title and files. */
export type TitledText = { title: string, body: string, files: readonly KeptFile[] }
type Where = {
  /** The space it will stand in, once that is chosen. */
  spaceId: string | null
  /** What the check before sending is told of it. */
  about: Parameters<typeof useWritingCheck>[1]
}

/** What goes on beside a titled text while it is written: files on their way, what its mentions cost, and what the check finds. */
export function useTitledText<T extends TitledText>(value: T, set: (part: Partial<TitledText>) => void, { spaceId, about }: Where) {
  const composer = useRef<ComposerHandle>(null)
  const called = useCallable(spaceId ?? undefined)
  const cost = useMentionCost(spaceId ?? undefined, value.body, called.callable)
  const check = useWritingCheck(value.body, about, value.body.trim() !== '')
  const attach = useAttach((markdown, file) => {
    set({ files: [...value.files, keptFrom(file)] })
    if (file.image) composer.current?.insertBlock(markdown)
  })
  return { value, set, composer, called, cost, check, attach }
}
