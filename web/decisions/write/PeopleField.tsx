import { useEffect, useRef } from 'react'
import { Combobox } from '../../ui/Combobox.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import type { Option } from '../../ui/Select.tsx'
import { t } from '../../ui/words.ts'

type Props = {
  label: string
  hint?: string
  people: readonly Option[]
  /** Who has another role already and is not offered here. */
  taken: readonly string[]
  ids: readonly string[]
  onChange: (ids: string[]) => void
  /** Said when nobody fits what was typed. */
  none: string
}

/** Several people, found by typing; each can be taken out again. */
export function PeopleField({ label, hint, people, taken, ids, onChange, none }: Props) {
  const free = people.filter(({ value }) => !ids.includes(value) && !taken.includes(value))
  const place = useRef<HTMLDivElement>(null)
  const changed = useRef(false)
  const change = (next: string[]) => {
    changed.current = true
    onChange(next)
  }
  // The picker is made anew without whoever was chosen; whoever picks goes on in it.
  useEffect(() => {
    if (changed.current) place.current?.querySelector('input')?.focus()
    changed.current = false
  }, [ids])
  return (
    <div className="people-field" ref={place}>
      <Combobox key={ids.join(' ')} label={label} hint={hint} options={free} value={null} placeholder={ids.length === 0 ? t`Nobody yet` : t`One more`} none={none} onChange={(id) => { if (id !== null) change([...ids, id]) }} />
      {ids.length > 0 && (
        <ul className="people-chosen" aria-label={label}>
          {ids.map((id) => {
            const name = people.find(({ value }) => value === id)?.label ?? t`Somebody who cannot see this`
            return <li key={id}>{name} <LinkAction label={t`Take out ${name}: ${label}`} onClick={() => change(ids.filter((one) => one !== id))}>{t`Take out`}</LinkAction></li>
          })}
        </ul>
      )}
    </div>
  )
}
