import './Page.css'
import type { ReactNode } from 'react'
import { PageTitle } from './PageTitle.tsx'
import { t } from './words.ts'

type Props = {
  /** A sentence rather than a label: `Five people, shown in your time.` */
  title: ReactNode
  /** A small line above the title: `Decision #219 · Platform`. */
  over?: ReactNode
  lede?: ReactNode
  /** The ribbon of the head; may be wider than the column. */
  head?: ReactNode
  /** The right rail: the contract of the page. Falls below the text where there is no room. */
  rail?: ReactNode
  /** What the rail is, for people who hear the page. */
  railLabel?: string
  /** Lets the body use the width beyond the column, for stacked ribbons. */
  wide?: boolean
  children?: ReactNode
}

/** A well-set page: a column of at most 700 px, with an optional rail of 300 px. Its `h1` receives focus on arrival. */
export function Page({ title, over, lede, head, rail, railLabel = t`Beside the text`, wide = false, children }: Props) {
  return (
    <div className="page" data-rail={rail ? true : undefined} data-wide={wide || undefined}>
      <div className="page-text">
        <header className="page-head">
          {over && <p className="page-over">{over}</p>}
          <PageTitle>{title}</PageTitle>
          {lede && <p className="page-lede">{lede}</p>}
        </header>
        {head && <div className="page-ribbon">{head}</div>}
        {children}
      </div>
      {rail && <aside className="page-rail" aria-label={railLabel}>{rail}</aside>}
    </div>
  )
}

/** A titled part of the rail. */
export function RailPart({ title, children }: { title: string, children: ReactNode }) {
  return <div className="rail-part"><h2>{title}</h2>{children}</div>
}

/** The last line of a page: `That is all. Start when you like.` */
export function PageEnd({ children }: { children: ReactNode }) {
  return <p className="page-end">{children}</p>
}
