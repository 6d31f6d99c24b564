import './thread.css'

type Props = {
  text: string
  authorName: string
  /** Where it stands: `#reply-7` on the same page. */
  href?: string | undefined
}

/** What somebody wrote, repeated above what answers it. Shown as typed, cut short by sight, not by content. */
export function QuoteBlock({ text, authorName, href }: Props) {
  return (
    <blockquote className="quote-block">
      <p>{text}</p>
      <footer>{href ? <a href={href}>{authorName}</a> : authorName}</footer>
    </blockquote>
  )
}
