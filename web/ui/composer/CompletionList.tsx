import type { CSSProperties } from 'react'
import type { OpenList } from './use-suggestions.ts'
import type { Suggestion } from './completion.ts'

type Props = {
  id: string
  open: OpenList
  onTake: (suggestion: Suggestion) => void
  onPoint: (active: number) => void
}

/** The list that hangs below the word being written. Focus stays in the text; the text area says which line is meant. */
export function CompletionList({ id, open, onTake, onPoint }: Props) {
  const { hang, items, active, source } = open
  const place: CSSProperties & { '--at': string } = { [hang.side === 'below' ? 'top' : 'bottom']: hang.edge, '--at': `${hang.left}px` }
  return (
    <div className="completion" id={id} role="listbox" aria-label={source.name} style={place}>
      {items.map((item, index) => (
        <button
          key={item.key} id={optionId(id, index)} type="button" role="option" tabIndex={-1} aria-selected={index === active} className="completion-option"
          ref={index === active ? intoSight : undefined}
          onPointerMove={index === active ? undefined : () => onPoint(index)}
          onPointerDown={(event) => event.preventDefault()} onClick={() => onTake(item)}
        >
          <span>{item.label}</span>
          {item.about && <small>{item.about}</small>}
        </button>
      ))}
    </div>
  )
}

export const optionId = (id: string, index: number) => `${id}-${index}`

function intoSight(option: HTMLElement | null) {
  option?.scrollIntoView({ block: 'nearest' })
}
