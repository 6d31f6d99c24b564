import { useId, useRef, useState } from 'react'
import { announce } from '../../app/Announcer.tsx'
import { counted } from '../format.ts'
import { t } from '../words.ts'
import type { Hang } from './caret-place.ts'
import { isComplete, isOf, named } from './completion.ts'
import type { CompletionSource, Suggestion, Token } from './completion.ts'

export type OpenList = { token: Token, source: CompletionSource, items: readonly Suggestion[], active: number, hang: Hang }

/** What is written in, a text area or rich text, as far as suggestions need it. Each is asked for the text as it is at that moment. */
export type Written = {
  /** The word at the cursor; undefined where none could be completed, as in code, or nothing is written any more. `place` stays the same as long as the word stays where it is. */
  word(): { token: Token, place: string } | undefined
  hang(token: Token): Hang
  /** Puts a suggestion in the place of its word. */
  put(token: Token, suggestion: Suggestion): void
}

/**
 * Suggestions at the cursor. Arrow keys choose, Enter and Tab take, Escape closes without touching the text and stays closed
 * for this word. Enter that comes before the suggestions of its word takes the first that fits, once it is known.
 */
export function useSuggestions(sources: readonly CompletionSource[]) {
  const id = useId()
  const [open, setOpen] = useState<OpenList>()
  /** The list as it is now; a key may come before it is drawn. */
  const shown = useRef<OpenList>(undefined)
  const asking = useRef<AbortController>(undefined)
  const closedAt = useRef<string>(undefined)
  /** The word for which Enter came before its suggestions. */
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
  const take = (text: Written, suggestion: Suggestion, token = shown.current?.token) => {
    close()
    if (token) text.put(token, suggestion)
  }
  /** Looks again after something was typed, or after the cursor moved while the list was open. */
  const look = async (text: Written) => {
    const word = text.word()
    const source = word && sources.find(({ trigger }) => trigger === word.token.trigger)
    if (!word || !source) closedAt.current = undefined
    if (!word || !source || closedAt.current === word.place) return close()
    asking.current?.abort()
    const asked = new AbortController()
    asking.current = asked
    const items = await Promise.resolve(source.find(word.token.query, asked.signal)).catch(() => [])
    if (!asked.signal.aborted && text.word()) settle(text, word.token, source, items)
  }
  const settle = (text: Written, token: Token, source: CompletionSource, items: readonly Suggestion[]) => {
    const [first] = items
    const exact = named(token, items)
    if (exact) return take(text, exact, token)
    if (first === undefined || token.closed || isComplete(token, items)) return close()
    if (hurried.current && isOf(hurried.current, token)) return take(text, first, token)
    if (!shown.current) announce(t`${counted(items.length, 'suggestion')}. Arrow keys choose, Enter takes, Escape closes.`)
    show({ token, source, items, active: 0, hang: text.hang(token) })
  }
  /** @returns true when the key belonged to the list */
  const hear = (text: Written, event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'metaKey' | 'ctrlKey' | 'altKey'>): boolean => {
    const list = shown.current
    if (!list || event.metaKey || event.ctrlKey || event.altKey) return false
    const suggestion = list.items[list.active]
    const move = (step: number) => show({ ...list, active: (list.active + step + list.items.length) % list.items.length })
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if ((event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) && suggestion) {
      const typed = text.word()?.token
      if (!typed || isOf(list.token, typed)) take(text, suggestion)
      else hurried.current = typed
    } else if (event.key === 'Escape') {
      close()
      closedAt.current = text.word()?.place
    } else return false
    return true
  }
  return { id, open, look, hear, close, take, point: (active: number) => { if (shown.current) show({ ...shown.current, active }) } }
}
