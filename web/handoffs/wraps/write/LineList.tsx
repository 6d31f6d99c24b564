import { useEffect, useId, useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { changeLine, lineBelow, removeLine } from './lines.ts'
import type { Fresh, Line } from './lines.ts'
import { LineField } from './LineField.tsx'
import { t } from '../../../ui/words.ts'

type Props<L extends Line> = {
  legend: string
  hint: string
  /** What the empty line says: `Another thing that is done`. */
  placeholder: string
  lines: readonly L[]
  fresh: Fresh<L>
  onChange: (lines: L[]) => void
  /** Where an offered line comes from. */
  sourceOf?: (line: L) => ReactNode
  /** What else belongs to a line once it has words: owner, time, why. */
  extras?: (line: L, change: (change: Partial<L>) => void) => ReactNode
  /** One sentence for a line that is not ready. */
  missing?: (line: L) => string | undefined
}

/** A list written line by line: Enter goes on below, Backspace in an empty line takes it away. */
export function LineList<L extends Line>({ legend, hint, placeholder, lines, fresh, onChange, sourceOf, extras, missing }: Props<L>) {
  const id = useId()
  const { list, goTo } = useGoTo(lines)
  const onKeys = (event: KeyboardEvent<HTMLTextAreaElement>, line: L) => {
    if (event.metaKey || event.ctrlKey || event.nativeEvent.isComposing) return
    const next = event.key === 'Enter' ? lineBelow(lines, line.key, fresh) : event.key === 'Backspace' ? removeLine(lines, line.key, fresh) : undefined
    if (!next) return
    event.preventDefault()
    onChange(next.lines)
    goTo(next.focus)
  }
  return (
    <fieldset className="line-list" aria-describedby={`${id}-hint`}>
      <legend className="field-label">{legend}</legend>
      <p className="hint" id={`${id}-hint`}>{hint}</p>
      <ol ref={list}>
        {lines.map((line, index) => (
          <li key={line.key} data-line={line.key}>
            <LineField
              name={t`${legend}, line ${index + 1}`} line={line} placeholder={index === lines.length - 1 ? placeholder : ''} source={sourceOf?.(line)} missing={missing?.(line)}
              onChange={(change) => onChange(changeLine(lines, line.key, change as Partial<L>, fresh))} onKeys={(event) => onKeys(event, line)}
            />
            {line.kept && line.text.trim() !== '' && extras?.(line, (change) => onChange(changeLine(lines, line.key, change, fresh)))}
          </li>
        ))}
      </ol>
    </fieldset>
  )
}

/** Moves the cursor to the end of a line once it has been drawn. */
function useGoTo(lines: readonly Line[]) {
  const list = useRef<HTMLOListElement>(null)
  const wanted = useRef<number | undefined>(undefined)
  useEffect(() => {
    if (wanted.current === undefined) return
    const area = list.current?.querySelector<HTMLTextAreaElement>(`[data-line="${wanted.current}"] textarea`)
    area?.focus()
    area?.setSelectionRange(area.value.length, area.value.length)
    wanted.current = undefined
  }, [lines])
  return { list, goTo: (key: number) => { wanted.current = key } }
}
