import './Markdown.css'
import { lazy, Suspense, useDeferredValue, useMemo } from 'react'
import { plainParagraphs } from './markdown/plain.ts'
import { drawText } from './markdown/running-text.tsx'
import type { Mention } from './markdown/text-parts.ts'

type Props = {
  /** What somebody wrote, as it is stored. */
  text: string
  /** Who is mentioned in it, as written there; an `@` that is not among them stays plain. Give a stable list. */
  mentions?: readonly Mention[] | undefined
  /** Level of the heading that it stands under; people's own headings begin one below. */
  headingsBelow?: 1 | 2 | 3 | undefined
  /** For long lists: stands there as typed first and is set when there is time, so that a thread of a hundred replies opens at once. */
  later?: boolean | undefined
}

const NOBODY: readonly Mention[] = []
const Rendered = lazy(async () => ({ default: (await import('./markdown/render.tsx')).RenderedMarkdown }))

/**
 * People's text. Until the renderer has arrived the text stands there as it was typed, so nobody waits to read.
 * Raw HTML is shown as nothing; `#123` links to that entry; pictures are shown when they are files of this workspace.
 */
export function Markdown({ text, mentions = NOBODY, headingsBelow, later = false }: Props) {
  const plain = useMemo(() => plainParagraphs(text), [text])
  const typed = <p className="markdown-plain">{text}</p>
  const timely = useDeferredValue(true, !later)
  return (
    <div className="markdown prose">
      {plain?.map((paragraph, index) => <p key={index}>{drawText(paragraph, mentions)}</p>)}
      {!plain && !timely && typed}
      {!plain && timely && <Suspense fallback={typed}><Rendered text={text} mentions={mentions} headingsBelow={headingsBelow} /></Suspense>}
    </div>
  )
}
