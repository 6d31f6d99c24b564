import './Button.css'
import type { ReactNode } from 'react'
import { Kbd } from './Kbd.tsx'

type Common = {
  children: ReactNode
  /** The first thing to do with an item. */
  strong?: boolean
  /** A single key that does the same while the item has focus: see `Item`. */
  keys?: string
  /** What the words leave out, for people who hear one link after the other: `Accept the billing migration`. */
  label?: string
}
type Props = Common & ({ href: string, onClick?: undefined } | { href?: undefined, onClick: () => void, disabled?: boolean, busy?: boolean })

/** An action that looks like a word: a link when it goes somewhere, a button when it does something. */
export function LinkAction(props: Props) {
  const { children, strong = false, keys, label } = props
  const shared = { className: 'link-action', 'data-strong': strong || undefined, 'aria-keyshortcuts': keys, 'aria-label': label }
  const content = <>{children}{keys && <span aria-hidden><Kbd keys={keys} hint /></span>}</>
  if (props.href !== undefined) return <a {...shared} href={props.href}>{content}</a>
  const { onClick, disabled = false, busy = false } = props
  return (
    <button {...shared} type="button" disabled={disabled} aria-disabled={busy || undefined} aria-busy={busy || undefined} onClick={busy ? undefined : onClick}>
      {content}
    </button>
  )
}
