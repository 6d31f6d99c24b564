import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'

export type Question = 'link' | 'piece'

/** What a press of ⌘K, or of Enter on a piece that is kept, asks for. */
export function questionOf({ selection }: Editor['state'], event: KeyboardEvent): Question | undefined {
  const mod = event.metaKey || event.ctrlKey
  if (event.key === 'Enter' && !mod && selection instanceof NodeSelection && selection.node.type.name === 'kept') return 'piece'
  return mod && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k' ? 'link' : undefined
}

/**
 * Keys that go past the editor to the page: ⌘↵, and Tab after Escape, so that the keyboard leaves lists and tables too.
 * @param listOpen while it is, Escape closes the list of names and nothing else
 */
export function passerBy(listOpen: () => boolean): (event: KeyboardEvent) => boolean {
  let leaving = false
  return (event) => {
    const left = leaving && event.key === 'Tab'
    if (event.key !== 'Shift') leaving = event.key === 'Escape' && !listOpen()
    return left || (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && !event.shiftKey)
  }
}
