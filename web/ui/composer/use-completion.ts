import { useId, useRef, useState } from 'react'
import type { KeyboardEvent, RefObject } from 'react'
import { announce } from '../../app/Announcer.tsx'
import { counted } from '../format.ts'
import { applyEdit } from './apply-edit.ts'
import { hangAt } from './caret-place.ts'
import type { Hang } from './caret-place.ts'
import { complete, isComplete, isOf, named, tokenAt } from './completion.ts'
import type { CompletionSource, Suggestion, Token } from './completion.ts'
import { inCode } from './edits.ts'
import { t } from '../words.ts'

export type OpenList = { token: Token, source: CompletionSource, items: readonly Suggestion[], active: number, hang: Hang }

/**
 * Suggestions at the cursor of a text area. Arrow keys choose, Enter and Tab take, Escape closes without touching the text
 * and stays closed for this word.
 */
export function useCompletion(area: RefObject<HTMLTextAreaElement | null>, sources: readonly CompletionSource[]) {
  const id = useId()
  const [open, setOpen] = useState<OpenList>()
  /** The list as it is now; a key may come before it is drawn. */
  const shown = useRef<OpenList>(undefined)
  const asking = useRef<AbortController>(undefined)
  const closedAt = useRef<number>(undefined)
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
  const take = (suggestion: Suggestion, token = shown.current?.token) => {
    close()
    if (area.current && token) applyEdit(area.current, complete(area.current.value, token, area.current.selectionStart, suggestion))
  }
  /** Looks again after something was typed, or after the cursor moved while the list was open. */
  const look = async () => {
    const found = area.current && findToken(area.current, sources)
    if (!found) closedAt.current = undefined
    if (!found || found.token.from === closedAt.current) return close()
    asking.current?.abort()
    const asked = new AbortController()
    asking.current = asked
    const items = await Promise.resolve(found.source.find(found.token.query, asked.signal)).catch(() => [])
    if (asked.signal.aborted || !area.current) return
    const exact = named(found.token, items)
    if (exact) return take(exact, found.token)
    if (items.length === 0 || found.token.closed || isComplete(found.token, items)) return close()
    if (hurried.current && isOf(hurried.current, found.token) && items[0]) return take(items[0], found.token)
    if (!shown.current) announce(t`${counted(items.length, 'suggestion')}. Arrow keys choose, Enter takes, Escape closes.`)
    show({ ...found, items, active: 0, hang: hangAt(area.current, found.token.from) })
  }
  /** @returns true when the key belonged to the list */
  const hear = (event: KeyboardEvent): boolean => {
    const list = shown.current
    if (!list || event.metaKey || event.ctrlKey || event.altKey) return false
    const suggestion = list.items[list.active]
    const move = (step: number) => show({ ...list, active: (list.active + step + list.items.length) % list.items.length })
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if ((event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) && suggestion) {
      const typed = area.current && findToken(area.current, sources)?.token
      if (!typed || isOf(list.token, typed)) take(suggestion)
      else hurried.current = typed
    }
    else if (event.key === 'Escape') {
      closedAt.current = list.token.from
      close()
    } else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  return { id, open, look: () => void look(), take, close, hear, point: (active: number) => { if (shown.current) show({ ...shown.current, active }) } }
}

function findToken(area: HTMLTextAreaElement, sources: readonly CompletionSource[]): Pick<OpenList, 'token' | 'source'> | undefined {
  if (area.selectionStart !== area.selectionEnd) return undefined
  const token = tokenAt(area.value, area.selectionStart)
  const source = sources.find(({ trigger }) => trigger === token?.trigger)
  return token && source && !inCode(area.value, token.from) ? { token, source } : undefined
}
