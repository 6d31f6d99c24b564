import './Button.css'
import { spokenKeys, writtenKeys } from './keys-words.ts'

type Props = {
  /** As in the command registry: `mod+k`, `g b`, `?`. */
  keys: string
  /** Beside an action, where phones leave it out. */
  hint?: boolean
  /** Whether `mod` is ⌘; told, so that tests and print see the same thing. */
  mac?: boolean
}

/** Keys as they stand on the keyboard; a sequence is one cap after the other. */
export function Kbd({ keys, hint = false, mac = isMac() }: Props) {
  return (
    <>
      <span className="unseen">{spokenKeys(keys, mac)}</span>
      {writtenKeys(keys, mac).map((cap, index) => <kbd key={index} className="kbd" data-hint={hint || undefined} aria-hidden>{cap}</kbd>)}
    </>
  )
}

/** True on Apple keyboards, where ⌘ is the modifier. */
function isMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)
}
