import type { NodeViewRenderer } from '@tiptap/core'
import { t } from '../words.ts'

/** Draws an item of a list; one that can be ticked gets its box, which stands outside the words. */
export const itemView: NodeViewRenderer = ({ node, editor, getPos }) => {
  const dom = document.createElement('li')
  if (node.attrs['checked'] === null) return { dom, contentDOM: dom, update: (next) => next.type === node.type && next.attrs['checked'] === null }
  const box = document.createElement('input')
  const contentDOM = document.createElement('div')
  const show = (checked: unknown, words: string) => {
    box.checked = checked === true
    dom.dataset['checked'] = String(checked)
    box.setAttribute('aria-label', t`Done: ${words}`)
  }
  box.type = 'checkbox'
  box.contentEditable = 'false'
  box.addEventListener('change', () => {
    const at = getPos()
    if (at !== undefined && editor.isEditable) editor.view.dispatch(editor.state.tr.setNodeAttribute(at, 'checked', box.checked))
    else box.checked = !box.checked
  })
  dom.className = 'task-item'
  dom.append(box, contentDOM)
  show(node.attrs['checked'], node.firstChild?.textContent ?? '')
  return {
    dom, contentDOM,
    update: (next) => {
      if (next.type !== node.type || next.attrs['checked'] === null) return false
      show(next.attrs['checked'], next.firstChild?.textContent ?? '')
      return true
    },
    ignoreMutation: (mutation) => !contentDOM.contains(mutation.target),
    stopEvent: (event) => event.target === box,
  }
}
