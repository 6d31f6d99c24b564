import './Section.css'
import { useId } from 'react'
import type { ReactNode } from 'react'

type Props = {
  title: string
  /** A quiet remark at the end of the rule: `from Lisbon, signed 18:52 their time`. */
  aside?: ReactNode
  children: ReactNode
}

/** A part of a page: its name on a hairline, then what belongs to it. */
export function Section({ title, aside, children }: Props) {
  const id = useId()
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {aside && <p className="section-aside">{aside}</p>}
      </div>
      {children}
    </section>
  )
}
