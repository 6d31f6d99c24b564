import type { ThreadText } from './texts.ts'

/** What a text can be told from its menu. `open` unfolds a form or a list below it. */
export type TextAct =
  | { do: 'react', emoji: string, on: boolean }
  | { do: 'quote' | 'delete' | 'restore' | 'undo' | 'copy-link' | 'unread' | 'unsave' }
  | { do: 'mark', mark: ThreadText['myMarks'][number], on: boolean }
  | { do: 'open', part: TextPart }

/** What unfolds below a text, one at a time on a page. */
export type TextPart = 'edit' | 'history' | 'save' | 'elevate' | 'delivery'

export type MenuLine = { key: string, text: string, hint?: string, act: TextAct } | { key: string, text: string, hint?: string, href: string }

/** The lines of a text's menu, in the order people look for them. */
export function menuOf(text: ThreadText, { me, number, canWrite }: { me: string, number: number, canWrite: boolean }): MenuLine[] {
  const own = text.authorId === me
  const from = text.replyId === null ? '' : `&reply=${text.replyId}`
  const lines: (MenuLine | false)[] = [
    text.can.includes('edit') && { key: 'edit', text: 'Edit', act: { do: 'open', part: 'edit' } },
    text.can.includes('undo') && { key: 'undo', text: 'Take it back', hint: 'nobody was told yet', act: { do: 'undo' } },
    { key: 'delivery', text: 'When is it read?', act: { do: 'open', part: 'delivery' } },
    text.saved ? { key: 'save', text: 'Do not keep it', hint: 'you saved it for later', act: { do: 'unsave' } } : { key: 'save', text: 'Save for later', act: { do: 'open', part: 'save' } },
    { key: 'unread', text: 'Mark unread from here', act: { do: 'unread' } },
    { key: 'link', text: 'Copy the link', act: { do: 'copy-link' } },
    canWrite && { key: 'ask', text: 'Ask somebody about it', href: `/ask/new?thread=${number}${from}` },
    canWrite && { key: 'elevate', text: 'Make more of it', hint: 'a decision, a thread, a learning, a line of your wrap', act: { do: 'open', part: 'elevate' } },
    text.editedAt !== null && { key: 'history', text: 'Earlier texts', act: { do: 'open', part: 'history' } },
    !own && text.replyId !== null && canWrite && mark(text, 'too-long', 'Too long for me'),
    !own && text.replyId !== null && canWrite && mark(text, 'missing-context', 'I miss context'),
    text.can.includes('delete') && { key: 'delete', text: 'Delete', hint: 'can be brought back for 30 days', act: { do: 'delete' } },
  ]
  return lines.filter((line) => line !== false)
}

function mark(text: ThreadText, kind: ThreadText['myMarks'][number], words: string): MenuLine {
  const on = !text.myMarks.includes(kind)
  return { key: kind, text: on ? words : `${words}: take it back`, hint: 'counted for its author, without your name', act: { do: 'mark', mark: kind, on } }
}
