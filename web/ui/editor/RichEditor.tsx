import './editor.css'
import { lazy, Suspense, useCallback, useImperativeHandle, useRef, useState } from 'react'
import type { ReactNode, Ref } from 'react'
import { AttachAction } from '../composer/AttachAction.tsx'
import { ComposerField } from '../composer/ComposerField.tsx'
import type { CompletionSource } from '../composer/completion.ts'
import { commandOf, pressOf } from '../composer/keys.ts'
import { useFileDrop } from '../composer/use-file-drop.ts'
import { LinkAction } from '../LinkAction.tsx'
import type { Mention } from '../markdown/text-parts.ts'
import { Skeleton } from '../Skeleton.tsx'
import { useKeysInside } from '../use-keys-inside.ts'
import { t } from '../words.ts'

export type RichEditorHandle = {
  focus: () => void
  /** Puts a block after the paragraph of the cursor, such as a file that was uploaded: `![plan](/files/…)`. */
  insertBlock: (markdown: string) => void
}

export type RichEditorProps = {
  /** What the text is: `Text of the page`. */
  label: string
  /** Markdown, as it is stored. What is not edited comes back byte for byte. */
  value: string
  onChange: (markdown: string) => void
  /** ⌘↵ anywhere inside. */
  onSave?: (() => void) | undefined
  /** Files that were pasted, dropped or chosen; hand them to `useAttach`, and what arrived to `insertBlock`. */
  onFiles?: ((files: readonly File[]) => void) | undefined
  /** Files on their way, under the text. */
  attachments?: ReactNode
  /** For `@`, `#`, `[[` and `:`. Give a stable list. */
  sources?: readonly CompletionSource[] | undefined
  /** Known mentions, for the preview of the source. */
  mentions?: readonly Mention[] | undefined
  placeholder?: string | undefined
  error?: string | undefined
  readOnly?: boolean | undefined
  ref?: Ref<RichEditorHandle>
}

const Body = lazy(async () => ({ default: (await import('./EditorBody.tsx')).EditorBody }))

/** Lines the source is tall while it is short. */
const ROWS = 14
const KEY = 'longhand.editor'

/**
 * Where a page is written: as rich text, or as its Markdown source with the keys of the composer. The choice is kept on the
 * device. A text that is only looked at here, or switched there and back, stays as it is to the byte.
 */
export function RichEditor({ ref, onSave, attachments, ...props }: RichEditorProps) {
  const { readOnly = false, onFiles } = props
  const root = useRef<HTMLDivElement>(null)
  const inside = useRef<RichEditorHandle>(null)
  /** Where somebody stood who wanted to go on in the text before it was there; they are led on once it is, unless they went elsewhere. */
  const wantedFrom = useRef<Element>(null)
  const arrive = useCallback((handle: RichEditorHandle | null) => {
    inside.current = handle
    if (!handle) return
    if (wantedFrom.current !== null && wantedFrom.current === document.activeElement) handle.focus()
    wantedFrom.current = null
  }, [])
  const focus = useCallback(() => {
    if (inside.current) inside.current.focus()
    else wantedFrom.current = document.activeElement
  }, [])
  const [mode, setMode] = useState(keptMode)
  const { over, handlers } = useFileDrop(readOnly ? undefined : onFiles)
  const source = mode === 'source' && !readOnly
  useKeysInside(root, (event) => {
    if (event.isComposing || commandOf(pressOf(event)) !== 'send') return
    event.preventDefault()
    onSave?.()
  })
  useImperativeHandle(ref, () => ({ focus, insertBlock: (markdown) => inside.current?.insertBlock(markdown) }), [focus])
  const turn = (next: Mode) => {
    keepMode(next)
    setMode(next)
    requestAnimationFrame(focus)
  }
  return (
    <div className="composer rich-editor" ref={root} data-look="page" data-over={over || undefined} {...(source ? {} : handlers)}>
      {source
        ? <ComposerField {...props} ref={arrive} rows={ROWS} attachments={<p className="rich-editor-door"><LinkAction onClick={() => turn('rich')}>{t`Write as rich text`}</LinkAction></p>} />
        : (
          <Suspense fallback={<Skeleton lines={6} label={t`The editor is on its way.`} />}>
            <Body {...props} ref={arrive} more={readOnly ? null : <>{onFiles && <AttachAction onFiles={onFiles} />}<LinkAction onClick={() => turn('source')}>{t`Write as source`}</LinkAction></>} />
          </Suspense>
        )}
      {attachments}
    </div>
  )
}

type Mode = 'rich' | 'source'

function keptMode(): Mode {
  try { return localStorage.getItem(KEY) === 'source' ? 'source' : 'rich' } catch { return 'rich' }
}

function keepMode(mode: Mode): void {
  try { localStorage.setItem(KEY, mode) } catch { /* The choice then holds for this page only. */ }
}
