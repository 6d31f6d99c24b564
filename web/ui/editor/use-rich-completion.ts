import type { Editor } from '@tiptap/core'
import { useId, useRef, useState } from 'react'
import { announce } from '../../app/Announcer.tsx'
import { complete, isComplete, isOf, named, tokenAt } from '../composer/completion.ts'
import type { CompletionSource, Suggestion, Token } from '../composer/completion.ts'
import type { Hang } from '../composer/caret-place.ts'
import type { OpenList } from '../composer/use-completion.ts'
import { counted } from '../format.ts'
import { t } from '../words.ts'

/** A list needs about this much to be read. Unit: CSS px. */
const LIST_HEIGHT = 240
/** Stands for a kept piece, which is no part of a name. */
const PIECE = '\uFFFC'

/** Suggestions at the cursor of the rich text, with the same keys and the same list as in the composer. */
export function useRichCompletion(sources: readonly CompletionSource[]) {
  const id = useId()
  const [open, setOpen] = useState<OpenList>()
  const shown = useRef<OpenList>(undefined)
  const asking = useRef<AbortController>(undefined)
  const closedAt = useRef<string>(undefined)
  /** The word for which Enter came before its suggestions: the first that fits is taken once it is known. */
  const hurried = useRef<Token>(undefined)
  const show = (list: OpenList | undefined) => {
    shown.current = list
    setOpen(list)
  }
  const close = () => {
    asking.current?.abort()
    hurried.current = undefined
    show(undefined)
  }
  const take = (editor: Editor, suggestion: Suggestion, token = shown.current?.token) => {
    close()
    const before = wordsBefore(editor)
    if (!token || before === undefined) return
    const { from } = editor.state.selection
    const { insert, to } = complete(before + wordsBehind(editor), token, before.length, suggestion)
    editor.chain().focus().insertContentAt({ from: from - (before.length - token.from), to: from + (to - before.length) }, { type: 'text', text: insert }).run()
  }
  /** Looks again after something was typed or the cursor moved. */
  const look = async (editor: Editor) => {
    const before = wordsBefore(editor)
    const token = before === undefined ? undefined : tokenAt(before, before.length)
    const source = token && sources.find(({ trigger }) => trigger === token.trigger)
    if (!token || !source) closedAt.current = undefined
    if (!token || !source || closedAt.current === placeOf(editor, token, before ?? '')) return close()
    asking.current?.abort()
    const asked = new AbortController()
    asking.current = asked
    const items = await Promise.resolve(source.find(token.query, asked.signal)).catch(() => [])
    if (asked.signal.aborted || editor.isDestroyed) return
    const exact = named(token, items)
    if (exact) return take(editor, exact, token)
    if (items.length === 0 || token.closed || isComplete(token, items)) return close()
    if (hurried.current && isOf(hurried.current, token) && items[0]) return take(editor, items[0], token)
    if (!shown.current) announce(t`${counted(items.length, 'suggestion')}. Arrow keys choose, Enter takes, Escape closes.`)
    show({ token, source, items, active: 0, hang: hangAt(editor, editor.state.selection.from - ((before?.length ?? 0) - token.from)) })
  }
  /** @returns true when the key belonged to the list */
  const hear = (editor: Editor, event: KeyboardEvent): boolean => {
    const list = shown.current
    if (!list || event.metaKey || event.ctrlKey || event.altKey) return false
    const suggestion = list.items[list.active]
    const move = (step: number) => show({ ...list, active: (list.active + step + list.items.length) % list.items.length })
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if ((event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) && suggestion) {
      const before = wordsBefore(editor) ?? ''
      const typed = tokenAt(before, before.length)
      if (!typed || isOf(list.token, typed)) take(editor, suggestion)
      else hurried.current = typed
    }
    else if (event.key === 'Escape') {
      closedAt.current = placeOf(editor, list.token, wordsBefore(editor) ?? '')
      close()
    } else return false
    return true
  }
  return { id, open, look, hear, close, take, point: (active: number) => { if (shown.current) show({ ...shown.current, active }) } }
}

/** The words of the paragraph before the cursor; undefined in code and while more than a cursor is selected. */
function wordsBefore({ state: { selection, storedMarks } }: Editor): string | undefined {
  const { $from, empty } = selection
  const marks = storedMarks ?? $from.marks()
  if (!empty || !$from.parent.isTextblock || $from.parent.type.spec.code || marks.some(({ type }) => type.name === 'code')) return undefined
  return $from.parent.textBetween(0, $from.parentOffset, PIECE, PIECE)
}

const wordsBehind = ({ state: { selection: { $from } } }: Editor): string => $from.parent.textBetween($from.parentOffset, $from.parent.content.size, PIECE, PIECE)

/** Which word it is, while it stays where it is. */
const placeOf = (editor: Editor, token: Token, before: string): string => `${editor.state.selection.from - before.length + token.from}`

function hangAt(editor: Editor, at: number): Hang {
  const { left, top, bottom } = editor.view.coordsAtPos(at)
  const holder = editor.view.dom.parentElement?.getBoundingClientRect() ?? editor.view.dom.getBoundingClientRect()
  const below = (visualViewport?.height ?? innerHeight) - bottom
  if (below < LIST_HEIGHT && top > below) return { left: left - holder.left, edge: holder.bottom - top, side: 'above' }
  return { left: left - holder.left, edge: bottom - holder.top, side: 'below' }
}
