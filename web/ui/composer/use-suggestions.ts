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

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'metaKey' | 'ctrlKey' | 'altKey'>

/**
 * Suggestions at the cursor. Arrow keys choose, Enter and Tab take, Escape closes without touching the text and stays closed
 * for this word. Enter that comes before the suggestions of its word takes the first that fits, once it is known.
 */
export function useSuggestions(sources: readonly CompletionSource[]) {
  const id = useId()
  const list = useOpenList()
  const asking = useRef<AbortController>(undefined)
  const closedAt = useRef<string>(undefined)
  /** The word for which Enter came before its suggestions. */
  const hurried = useRef<Token>(undefined)
  const close = () => {
    asking.current?.abort()
    hurried.current = undefined
    list.show(undefined)
  }
  const take = (text: Written, suggestion: Suggestion, token = list.shown()?.token) => {
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
    if (!list.shown()) announce(t`${counted(items.length, 'suggestion')}. Arrow keys choose, Enter takes, Escape closes.`)
    list.show({ token, source, items, active: 0, hang: text.hang(token) })
  }
  const hear = (text: Written, event: Key) => heard(text, event, list, {
    take: (suggestion) => take(text, suggestion),
    hurry: (typed) => { hurried.current = typed },
    closeHere: () => {
      close()
      closedAt.current = text.word()?.place
    },
  })
  return { id, open: list.open, look, hear, close, take, point: list.point }
}

/** The list as it is drawn, and as it is now: a key may come before it is drawn. */
function useOpenList() {
  const [open, setOpen] = useState<OpenList>()
  const now = useRef<OpenList>(undefined)
  const show = (list: OpenList | undefined) => {
    now.current = list
    setOpen(list)
  }
  return { open, show, shown: () => now.current, point: (active: number) => { if (now.current) show({ ...now.current, active }) } }
}

type Then = { take: (suggestion: Suggestion) => void, hurry: (typed: Token) => void, closeHere: () => void }

/** What a key does to the list. @returns true when the key belonged to it */
function heard(text: Written, event: Key, { shown, point }: ReturnType<typeof useOpenList>, { take, hurry, closeHere }: Then): boolean {
  const list = shown()
  if (!list || event.metaKey || event.ctrlKey || event.altKey) return false
  const suggestion = list.items[list.active]
  const move = (step: number) => point((list.active + step + list.items.length) % list.items.length)
  if (event.key === 'ArrowDown') move(1)
  else if (event.key === 'ArrowUp') move(-1)
  else if ((event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) && suggestion) {
    const typed = text.word()?.token
    if (!typed || isOf(list.token, typed)) take(suggestion)
    else hurry(typed)
  } else if (event.key === 'Escape') closeHere()
  else return false
  return true
}
