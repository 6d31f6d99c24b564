import './Button.css'
import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<'button'>, 'className'> & {
  /** One primary button per screen; everything else is quiet or a `LinkAction`. */
  look?: 'primary' | 'quiet'
  /** Work is under way: the button keeps its place and focus, and does nothing more. */
  busy?: boolean
}

/** A button. While busy it stays focusable, so that nobody loses their place. */
export function Button({ look = 'primary', busy = false, type = 'button', onClick, children, ...rest }: Props) {
  return (
    <button
      {...rest}
      type={busy ? 'button' : type}
      className="button"
      data-look={look}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {children}
    </button>
  )
}
