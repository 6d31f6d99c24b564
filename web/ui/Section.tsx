import './Section.css'
import { useId } from 'react'
import type { ReactNode } from 'react'

type Props = {
  /** Where an address such as `/settings#password` leads. */
  id?: string
  title: string
  /** A quiet remark at the end of the rule: `from Lisbon, signed 18:52 their time`. */
  aside?: ReactNode
  children: ReactNode
}

/** A part of a page: its name on a hairline, then what belongs to it. */
export function Section({ id, title, aside, children }: Props) {
  const name = useId()
  return (
    <section className="section" id={id} aria-labelledby={name}>
      <div className="section-head">
        <h2 id={name}>{title}</h2>
        {aside && <p className="section-aside">{aside}</p>}
      </div>
      {children}
    </section>
  )
}
