import { useId, useLayoutEffect, useRef, useState } from 'react'
import { fitToText } from '../fit-to-text.ts'
import type { CompletionSource } from './completion.ts'
import { makeHandle } from './handle.ts'
import { useFileDrop } from './use-file-drop.ts'
import { useWriting } from './use-writing.ts'

type Asked = {
  value: string
  sources?: readonly CompletionSource[] | undefined
  onFiles?: ((files: readonly File[]) => void) | undefined
}

const NO_SOURCES: readonly CompletionSource[] = []

/** A text area that grows, with its keys, its suggestions, the files dropped on it, and a preview that takes its place. */
export function useComposerText({ value, sources = NO_SOURCES, onFiles }: Asked) {
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [preview, setPreview] = useState(false)
  const writing = useWriting(area, { sources, onFiles })
  const { over, handlers } = useFileDrop(onFiles)
  const [places] = useState(() => makeHandle(area, () => setPreview(false)))
  useLayoutEffect(() => { if (area.current) fitToText(area.current) }, [value])
  const togglePreview = () => {
    setPreview(!preview)
    if (preview) requestAnimationFrame(() => area.current?.focus())
  }
  return { id, area, preview, togglePreview, writing, over, handlers, places }
}
