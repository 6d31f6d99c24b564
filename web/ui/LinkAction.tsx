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
type Does = { href?: undefined, onClick: () => void, disabled?: boolean, busy?: boolean }
type Props = Common & ({ href: string } | Does)

/** An action that looks like a word: a link when it goes somewhere, a button when it does something. */
export function LinkAction(props: Props) {
  const { children, strong = false, keys, label } = props
  const shared = { className: 'link-action', 'data-strong': strong || undefined, 'aria-keyshortcuts': keys, 'aria-label': label }
  const action = props.href !== undefined
    ? <a {...shared} href={props.href}>{children}</a>
    : <ActionButton {...props} shared={shared} />
  return keys ? <span className="link-action-keyed">{action}<span aria-hidden><Kbd keys={keys} hint /></span></span> : action
}

type ButtonProps = { children: ReactNode, shared: object, onClick: () => void, disabled?: boolean, busy?: boolean }

function ActionButton({ children, shared, onClick, disabled = false, busy = false }: ButtonProps) {
  return (
    <button {...shared} type="button" disabled={disabled} aria-disabled={busy || undefined} aria-busy={busy || undefined} onClick={busy ? undefined : onClick}>
      {children}
    </button>
  )
}
