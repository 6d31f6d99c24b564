import './Markdown.css'
import { lazy, Suspense } from 'react'

type Props = {
  /** What somebody wrote, as it is stored. */
  text: string
}

const Rendered = lazy(async () => ({ default: (await import('./markdown-render.tsx')).RenderedMarkdown }))

/**
 * People's text. Until the renderer has arrived the text stands there as it was typed, so nobody waits to read.
 * Raw HTML is shown as nothing; `#123` links to that entry.
 */
export function Markdown({ text }: Props) {
  return (
    <div className="markdown prose">
      <Suspense fallback={<p className="markdown-plain">{text}</p>}><Rendered text={text} /></Suspense>
    </div>
  )
}
