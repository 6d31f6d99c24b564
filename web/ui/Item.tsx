import './Item.css'
import { useId } from 'react'
import type { ReactNode } from 'react'

type Props = {
  /** The TL;DR: one or two sentences with a verb. */
  text: ReactNode
  /** Who and from where: `Ana Duarte → you · Billing`. */
  by?: ReactNode
  /** `LinkAction`s, the first one `strong`. A key on one works while the item has focus (`j`, `k` move between items). */
  actions?: ReactNode
  /** When, in words: `due 12:10`. */
  clock?: ReactNode
  /** What the words of `clock` say, repeated by colour. */
  tone?: 'plain' | 'clock' | 'late' | 'settled'
  /** Why it is here: a `Why`. */
  why?: ReactNode
  children?: ReactNode
}

/** One thing in a list: what it is in serif, who from in small, then what to do and why. */
export function Item({ text, by, actions, clock, tone = 'plain', why, children }: Props) {
  const id = useId()
  const foot = actions ?? clock ?? why
  return (
    <article className="item" aria-labelledby={id} tabIndex={-1} data-item>
      <p className="item-text" id={id}>{text}</p>
      {by && <p className="item-by">{by}</p>}
      {children}
      {foot && (
        <div className="item-foot">
          {actions && <span className="item-actions">{actions}</span>}
          {clock && <span className="clock" data-tone={tone}>{clock}</span>}
          {why}
        </div>
      )}
    </article>
  )
}
