import './Why.css'
import type { ReactNode } from 'react'
import { InlineText } from './InlineText.tsx'

type Props = {
  /** One line: `Held until 11:30 — Mei is in focus (clause 3)`. */
  line: string
  /** The rule itself, as the agreement words it. */
  rule?: ReactNode
  /** The numbers it works with: `Grace` → `30 working minutes`. */
  numbers?: readonly (readonly [name: string, value: string])[]
  /** Where the rule can be read and changed. */
  source?: { href: string, text: string }
}

/** Says why something is as it is; one click shows the rule and its numbers. */
export function Why({ line, rule, numbers = [], source }: Props) {
  if (!rule && numbers.length === 0 && !source) return <span className="why"><InlineText text={line} /></span>
  return (
    <details className="why">
      <summary>{line}</summary>
      <div className="why-rule">
        {rule && <p>{rule}</p>}
        {numbers.length > 0 && <dl>{numbers.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>}
        {source && <p><a href={source.href}>{source.text}</a></p>}
      </div>
    </details>
  )
}
