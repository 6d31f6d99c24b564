import { useImperativeHandle, useRef } from 'react'
import type { ReactNode, Ref } from 'react'
import { ComposerField } from '../composer/ComposerField.tsx'
import type { CompletionSource } from '../composer/completion.ts'
import type { ComposerHandle } from '../composer/handle.ts'
import { commandOf, pressOf } from '../composer/keys.ts'
import type { Mention } from '../markdown/text-parts.ts'
import { useKeysInside } from '../use-keys-inside.ts'

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
  /** For `@`, `#` and `:`. Give a stable list. */
  sources?: readonly CompletionSource[] | undefined
  /** Known mentions, for the preview of the source. */
  mentions?: readonly Mention[] | undefined
  placeholder?: string | undefined
  error?: string | undefined
  readOnly?: boolean | undefined
  ref?: Ref<RichEditorHandle>
}

/** A page being written. */
export function RichEditor({ ref, onSave, readOnly: _readOnly, ...props }: RichEditorProps) {
  const root = useRef<HTMLDivElement>(null)
  const field = useRef<ComposerHandle>(null)
  useKeysInside(root, (event) => {
    if (event.isComposing || commandOf(pressOf(event)) !== 'send') return
    event.preventDefault()
    onSave?.()
  })
  useImperativeHandle(ref, () => ({ focus: () => field.current?.focus(), insertBlock: (markdown) => field.current?.insertBlock(markdown) }), [])
  return <div className="rich-editor" ref={root}><ComposerField {...props} ref={field} rows={12} /></div>
}
