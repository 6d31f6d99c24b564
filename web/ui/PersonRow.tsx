import './PersonRow.css'
import type { ReactNode } from 'react'

type Props = {
  /** Absent on the row that carries the hours. */
  name?: ReactNode
  /** City and availability: `Bengaluru · starts in 3 h 26 min`. */
  about?: ReactNode
  /** A slim `DayRibbon`. */
  children: ReactNode
  /** Actions under the name. */
  actions?: ReactNode
}

/** One person of a stack: name and availability on the left, their day on the right; one above the other on a phone. */
export function PersonRow({ name, about, children, actions }: Props) {
  return (
    <div className="person-row" data-axis={name ? undefined : true}>
      <div>
        {name && <b>{name}</b>}
        {about && <small>{about}</small>}
        {actions && <div className="item-actions">{actions}</div>}
      </div>
      {children}
    </div>
  )
}
