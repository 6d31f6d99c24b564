import { useReducer, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { ClipboardEvent } from 'react'
import { cleanFileName } from '#domain/files/name.ts'
import type { FileView } from '#contract/files.ts'
import { problemFrom } from '../app/api.ts'
import { newKey } from '../app/new-key.ts'
import { afterStep, NOTHING_ATTACHED, refusalOf } from './attach-state.ts'
import type { OnItsWay } from './attach-state.ts'
import { filesIn } from './composer/read-clipboard.ts'
import { useFileDrop } from './composer/use-file-drop.ts'
import { sendFile } from './send-file.ts'

export type Attaching = {
  onItsWay: readonly OnItsWay[]
  /** For a live region: what just happened. */
  said: string
  /** Takes files that were chosen, dropped or pasted. */
  onFiles: (files: readonly File[]) => void
  onRetry: (key: string) => void
  onDrop: (key: string) => void
  /** For the element on which files may be dropped and into which they may be pasted. */
  zone: ReturnType<typeof useFileDrop>['handlers'] & { onPaste: (event: ClipboardEvent) => void }
  /** True while files are held over the zone. */
  over: boolean
}

/**
 * Sends files while the text is written on. What did not arrive stays, with the reason, until it is sent again or left out.
 * @param onAttached gets the Markdown that shows a file, once the server has it: `![plan](/files/…)` or `[plan](/files/…)`
 */
export function useAttach(onAttached: (markdown: string, file: FileView) => void): Attaching {
  const [{ list, said }, step] = useReducer(afterStep, NOTHING_ATTACHED)
  const held = useRef(new Map<string, { file: File, stop: AbortController }>())
  const attached = useRef(onAttached)
  attached.current = onAttached
  const leave = (key: string, kind: 'arrived' | 'left-out') => {
    held.current.get(key)?.stop.abort()
    held.current.delete(key)
    step({ kind, key })
  }
  const send = (key: string, file: File) => {
    const stop = new AbortController()
    held.current.set(key, { file, stop })
    sendFile(file, { name: nameOf(file), key, onProgress: (share) => step({ kind: 'sent', key, share }), signal: stop.signal }).then((view) => {
      // What takes one file is drawn before the next is taken, so that two that arrive together are both kept.
      flushSync(() => {
        leave(key, 'arrived')
        attached.current(view.markdown, view)
      })
    }, (error: unknown) => step({ kind: 'failed', key, problem: problemFrom(error) }))
  }
  const onFiles = (files: readonly File[]) => {
    const added = files.map((file) => ({ key: newKey(), name: nameOf(file), size: file.size, file }))
    step({ kind: 'added', files: added.map(({ key, name, size }) => ({ key, name, size })) })
    for (const { key, file } of added) if (!refusalOf(file)) send(key, file)
  }
  const { over, handlers } = useFileDrop(onFiles)
  return {
    onItsWay: list, said, over, onFiles,
    onRetry: (key) => {
      const one = held.current.get(key)
      if (!one) return
      step({ kind: 'again', key })
      send(key, one.file)
    },
    onDrop: (key) => leave(key, 'left-out'),
    zone: { ...handlers, onPaste: (event) => takePasted(event, onFiles) },
  }
}

/** Pictures come from a clipboard without a name. */
const nameOf = (file: File): string => cleanFileName(file.name || 'picture.png')

function takePasted(event: ClipboardEvent, onFiles: (files: readonly File[]) => void): void {
  const files = event.defaultPrevented ? [] : filesIn(event.clipboardData)
  if (files.length === 0) return
  event.preventDefault()
  onFiles(files)
}
