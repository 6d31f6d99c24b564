import type { ThreadText } from './texts.ts'
import { t } from '../../ui/words.ts'

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
    text.can.includes('edit') && { key: 'edit', text: t`Edit`, act: { do: 'open', part: 'edit' } },
    text.can.includes('undo') && { key: 'undo', text: t`Take it back`, hint: t`nobody was told yet`, act: { do: 'undo' } },
    { key: 'delivery', text: t`When is it read?`, act: { do: 'open', part: 'delivery' } },
    text.saved ? { key: 'save', text: t`Do not keep it`, hint: t`you saved it for later`, act: { do: 'unsave' } } : { key: 'save', text: t`Save for later`, act: { do: 'open', part: 'save' } },
    { key: 'unread', text: t`Mark unread from here`, act: { do: 'unread' } },
    { key: 'link', text: t`Copy the link`, act: { do: 'copy-link' } },
    canWrite && { key: 'ask', text: t`Ask somebody about it`, href: `/ask/new?thread=${number}${from}` },
    canWrite && { key: 'elevate', text: t`Make more of it`, hint: t`a decision, a thread, a learning, a line of your wrap`, act: { do: 'open', part: 'elevate' } },
    text.editedAt !== null && { key: 'history', text: t`Earlier texts`, act: { do: 'open', part: 'history' } },
    !own && text.replyId !== null && canWrite && mark(text, 'too-long', t`Too long for me`),
    !own && text.replyId !== null && canWrite && mark(text, 'missing-context', t`I miss context`),
    text.can.includes('delete') && { key: 'delete', text: t`Delete`, hint: t`can be brought back for 30 days`, act: { do: 'delete' } },
  ]
  return lines.filter((line) => line !== false)
}

function mark(text: ThreadText, kind: ThreadText['myMarks'][number], words: string): MenuLine {
  const on = !text.myMarks.includes(kind)
  return { key: kind, text: on ? words : t`${words}: take it back`, hint: t`counted for its author, without your name`, act: { do: 'mark', mark: kind, on } }
}
