import type { ReactNode } from 'react'
import { splitText } from './text-parts.ts'
import type { Mention } from './text-parts.ts'

/** Running text with its `#128` and mentions as links. */
export function drawText(text: string, mentions: readonly Mention[]): ReactNode {
  return splitText(text, mentions).map(({ text: piece, number, mention }, index) => {
    if (number !== undefined) return <a key={index} href={`/${number}`}>{piece}</a>
    if (!mention) return piece
    return mention.href === undefined ? <span key={index} className="mention-of">{piece}</span> : <a key={index} className="mention-of" href={mention.href}>{piece}</a>
  })
}
