import { useRef } from 'react'
import type { ReactNode } from 'react'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Markdown } from '../../ui/Markdown.tsx'
import { Remarks } from './Remarks.tsx'
import { RemarkForm } from './RemarkForm.tsx'
import type { Talk } from './talk.ts'
import { useHighlights } from '../../ui/use-highlights.ts'
import { t } from '../../ui/words.ts'

type Props = {
  talk: Talk
  /** As remarks name it: `needed`, `option:table`. */
  field: string
  text: string
  /** For people who hear one link after the other: `the context`. */
  name: string
  headingsBelow?: 1 | 2 | 3
  children?: ReactNode
}

/** One text of a decision with the remarks on it; what is selected in it can be remarked on. */
export function Passage({ talk, field, text, name, headingsBelow = 2, children }: Props) {
  const body = useRef<HTMLDivElement>(null)
  const { decision, open, onOpen } = talk
  const remarks = decision.remarks.filter(({ anchor }) => anchor.field === field)
  useHighlights(body, text, remarks)
  const may = decision.can.includes('remark')
  return (
    <div className="passage">
      <div ref={body} data-field={field}>{text.trim() !== '' && <Markdown text={text} headingsBelow={headingsBelow} />}</div>
      {children}
      {may && text.trim() !== '' && <p className="passage-foot"><LinkAction label={t`Remark on ${name}`} onClick={() => onOpen({ at: 'remark', field, quote: undefined })}>{t`Remark`}</LinkAction></p>}
      {open?.at === 'remark' && open.field === field && <RemarkForm key={open.quote?.quote ?? ''} talk={talk} field={field} quote={open.quote} />}
      <Remarks talk={talk} remarks={remarks} />
    </div>
  )
}
