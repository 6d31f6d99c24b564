import type { KeyboardEvent, RefObject } from 'react'
import { applyEdit } from './apply-edit.ts'
import { hangAt } from './caret-place.ts'
import { complete, tokenAt } from './completion.ts'
import type { CompletionSource, Suggestion } from './completion.ts'
import { inCode } from './edits.ts'
import { useSuggestions } from './use-suggestions.ts'
import type { Written } from './use-suggestions.ts'

/** Suggestions at the cursor of a text area. */
export function useCompletion(area: RefObject<HTMLTextAreaElement | null>, sources: readonly CompletionSource[]) {
  const { id, open, look, hear, close, take, point } = useSuggestions(sources)
  const written = (): Written | undefined => area.current ? writtenIn(area.current) : undefined
  return {
    id, open, close, point,
    look: () => { const text = written(); if (text) void look(text) },
    take: (suggestion: Suggestion) => { const text = written(); if (text) take(text, suggestion) },
    /** @returns true when the key belonged to the list */
    hear: (event: KeyboardEvent): boolean => {
      const text = written()
      if (!text || !hear(text, event)) return false
      event.preventDefault()
      event.stopPropagation()
      return true
    },
  }
}

const writtenIn = (area: HTMLTextAreaElement): Written => ({
  word: () => {
    const token = area.isConnected && area.selectionStart === area.selectionEnd ? tokenAt(area.value, area.selectionStart) : undefined
    return token && !inCode(area.value, token.from) ? { token, place: String(token.from) } : undefined
  },
  hang: (token) => hangAt(area, token.from),
  put: (token, suggestion) => applyEdit(area, complete(area.value, token, area.selectionStart, suggestion)),
})
