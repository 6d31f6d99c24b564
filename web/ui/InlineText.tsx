import './InlineText.css'
import { splitLine } from './line-parts.ts'

/** One line of people's text inside a sentence: `code` is set as code, **stress** is strong, `#128` links to that entry, the rest stands as written. */
export function InlineText({ text }: { text: string }) {
  return splitLine(text).map((part, index) => {
    if (part.kind === 'code') return <code key={index}>{part.text}</code>
    if (part.kind === 'strong') return <strong key={index}>{part.text}</strong>
    return part.kind === 'mention' ? <a key={index} className="mention" href={`/${part.number}`}>{part.text}</a> : part.text
  })
}
