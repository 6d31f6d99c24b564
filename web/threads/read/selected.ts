import type { ThreadText } from './texts.ts'

/** The text of the thread in which something is selected, with the words; undefined where nothing is, or over several texts. */
export function selectedIn(texts: readonly ThreadText[]): { text: ThreadText, words: string } | undefined {
  const selection = getSelection()
  const words = selection?.toString().trim() ?? ''
  if (!selection || words === '') return undefined
  const seqOf = (node: Node | null) => (node instanceof Element ? node : node?.parentElement)?.closest('[data-seq]')?.getAttribute('data-seq')
  const [from, to] = [seqOf(selection.anchorNode), seqOf(selection.focusNode)]
  const text = from === to ? texts.find(({ seq }) => String(seq) === from) : undefined
  return text && { text, words }
}

/** The text that has focus, or holds what has. */
export function focusedIn(texts: readonly ThreadText[]): ThreadText | undefined {
  const seq = document.activeElement?.closest('[data-seq]')?.getAttribute('data-seq')
  return texts.find((text) => String(text.seq) === seq)
}
