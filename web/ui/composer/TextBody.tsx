import type { ReactNode, RefObject } from 'react'
import type { ComposerProps } from './Composer.tsx'
import { CompletionList, optionId } from './CompletionList.tsx'
import type { useWriting } from './use-writing.ts'
import { t } from '../words.ts'

type Props = Pick<ComposerProps, 'label' | 'labelShown' | 'value' | 'onChange' | 'placeholder' | 'error' | 'rows'> & {
  /** Of the text area. */
  id: string
  area: RefObject<HTMLTextAreaElement | null>
  writing: ReturnType<typeof useWriting>
  /** The preview stands in its place; the text stays, with its undo. */
  hidden: boolean
  /** One line under the label. */
  hint?: ReactNode
}

const HELP = t`Markdown. At sign, number sign and colon offer names. Tab indents inside a list; Escape and then Tab leaves the text.`

/** The text area with its label, help, error and list of suggestions tied to it. */
export function TextBody({ label, labelShown = false, value, onChange, placeholder, error, hint, rows = 4, id, area, writing, hidden }: Props) {
  const { completion, onKeyDown, onPaste } = writing
  const { open } = completion
  return (
    <div className="composer-body" hidden={hidden}>
      <label className={labelShown ? 'field-label' : 'unseen'} htmlFor={id}>{label}</label>
      {hint && <p className="hint" id={`${id}-hint`}>{hint}</p>}
      <p className="unseen" id={`${id}-help`}>{HELP}</p>
      <textarea
        ref={area} id={id} className="input" data-voice="serif" rows={rows} value={value} placeholder={placeholder} spellCheck hidden={hidden}
        aria-describedby={`${hint ? `${id}-hint ` : ''}${id}-help ${id}-error`} aria-invalid={error ? true : undefined} aria-keyshortcuts="Meta+Enter Control+Enter"
        aria-autocomplete="list" aria-haspopup="listbox" aria-controls={open ? completion.id : undefined} aria-activedescendant={open ? optionId(completion.id, open.active) : undefined}
        onChange={(event) => {
          onChange(event.target.value)
          completion.look()
        }}
        onSelect={open ? completion.look : undefined} onBlur={completion.close} onKeyDown={onKeyDown} onPaste={onPaste}
      />
      {open && <CompletionList id={completion.id} open={open} onTake={completion.take} onPoint={completion.point} />}
      <p className="field-error" id={`${id}-error`} aria-live="polite">{error}</p>
    </div>
  )
}
