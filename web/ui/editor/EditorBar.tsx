import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useRef } from 'react'
import { useKeysInside } from '../use-keys-inside.ts'
import { itemDepth, tick, toggleTask } from './shortcuts.ts'
import { t } from '../words.ts'

type Tool = {
  name: string
  /** What its word looks like, where it shows what it does. */
  look?: 'bold' | 'italic' | 'code'
  keys?: string
  /** True where the cursor stands in what it makes. Left out for what is only done. */
  on?: (editor: Editor) => boolean
  /** Only shown where it can be done. */
  where?: (editor: Editor) => boolean
  run: (editor: Editor) => unknown
}

const HEADING = 2
const mod = (keys: string) => `Meta+${keys} Control+${keys}`
const inTable = (editor: Editor) => editor.isActive('table')

const TOOLS: readonly Tool[] = [
  { name: t`Bold`, look: 'bold', keys: mod('B'), on: (editor) => editor.isActive('bold'), run: (editor) => editor.chain().focus().toggleBold().run() },
  { name: t`Italic`, look: 'italic', keys: mod('I'), on: (editor) => editor.isActive('italic'), run: (editor) => editor.chain().focus().toggleItalic().run() },
  { name: t`Code`, look: 'code', keys: mod('E'), on: (editor) => editor.isActive('code'), run: (editor) => editor.chain().focus().toggleMark('code').run() },
  { name: t`Heading`, keys: 'Meta+Alt+2 Control+Alt+2', on: (editor) => editor.isActive('heading'), run: (editor) => (editor.isActive('heading') ? editor.chain().focus().setParagraph().run() : editor.chain().focus().setHeading({ level: HEADING }).run()) },
  { name: t`List`, keys: mod('Shift+8'), on: (editor) => editor.isActive('bulletList'), run: (editor) => editor.chain().focus().toggleBulletList().run() },
  { name: t`Numbers`, keys: mod('Shift+7'), on: (editor) => editor.isActive('orderedList'), run: (editor) => editor.chain().focus().toggleOrderedList().run() },
  { name: t`Tasks`, keys: mod('Shift+9'), on: (editor) => checkedAt(editor) !== null, run: toggleTask },
  { name: t`Tick`, keys: mod('Shift+Enter'), where: (editor) => checkedAt(editor) !== null, run: tick },
  { name: t`Quote¦mark`, keys: mod('Shift+B'), on: (editor) => editor.isActive('blockquote'), run: (editor) => editor.chain().focus().toggleBlockquote().run() },
  { name: t`Code block`, keys: 'Meta+Alt+C Control+Alt+C', on: (editor) => editor.isActive('codeBlock'), run: (editor) => editor.chain().focus().toggleCodeBlock().run() },
  { name: t`Table`, where: (editor) => !inTable(editor), run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run() },
  { name: t`Add a row`, where: inTable, run: (editor) => editor.chain().focus().addRowAfter().run() },
  { name: t`Add a column`, where: inTable, run: (editor) => editor.chain().focus().addColumnAfter().run() },
  { name: t`Remove the row`, where: (editor) => inTable(editor) && !editor.isActive('tableHeader'), run: (editor) => editor.chain().focus().deleteRow().run() },
  { name: t`Remove the column`, where: inTable, run: (editor) => editor.chain().focus().deleteColumn().run() },
  { name: t`Remove the table`, where: inTable, run: (editor) => editor.chain().focus().deleteTable().run() },
]

/** Whether the item of the cursor is ticked; null where nothing can be. */
function checkedAt(editor: Editor): boolean | null {
  const depth = itemDepth(editor)
  return depth === undefined ? null : editor.state.selection.$from.node(depth).attrs['checked'] as boolean | null
}

type Props = { editor: Editor, id: string, disabled: boolean, onLink: () => void }

/** The marks as words, as below the composer, with what can be done where the cursor stands. One stop of Tab; arrow keys move inside. */
export function EditorBar({ editor, id, disabled, onLink }: Props) {
  const bar = useRef<HTMLDivElement>(null)
  const link: Tool = { name: t`Link`, keys: mod('K'), on: (one) => one.isActive('link'), run: onLink }
  const tools = [...TOOLS.slice(0, 3), link, ...TOOLS.slice(3)]
  const shown = useEditorState({ editor, selector: ({ editor: one }) => tools.map(({ on, where }) => (where && !where(one) ? 'hidden' : on?.(one) ? 'on' : 'off')).join(' ') }).split(' ')
  useKeysInside(bar, (event) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const buttons = [...bar.current?.querySelectorAll('button') ?? []]
    buttons[(buttons.indexOf(document.activeElement as HTMLButtonElement) + step + buttons.length) % buttons.length]?.focus()
  })
  return (
    <div className="format-bar" ref={bar} role="toolbar" aria-label={t`Marks`} aria-controls={id}>
      {tools.map(({ name, look, keys, on, run }, index) => shown[index] !== 'hidden' && (
        <button
          key={name} type="button" data-tool={look} tabIndex={index === 0 ? 0 : -1} aria-keyshortcuts={keys} disabled={disabled}
          aria-pressed={on ? shown[index] === 'on' : undefined} onMouseDown={(event) => event.preventDefault()} onClick={() => run(editor)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}
