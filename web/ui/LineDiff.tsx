import './LineDiff.css'
import type { LineChange } from '#domain/agreement/line-diff.ts'
import { foldSame } from './fold-same.ts'
import { counted } from './format.ts'
import { t, tr } from './words.ts'

/** Two texts compared, line by line; what did not change is folded. */
export function LineDiff({ lines }: { lines: readonly LineChange[] }) {
  return (
    <div className="diff" role="group" aria-label={t`The text, line by line`}>
      {foldSame(lines).map((part, at) => {
        if (part.kind === 'folded') return <em key={at}>{tr`${counted(part.lines, 'line')} unchanged`}</em>
        if (part.kind === 'same') return <span key={at}>{part.text || ' '}</span>
        return part.kind === 'added' ? <ins key={at}>{part.text || ' '}</ins> : <del key={at}>{part.text || ' '}</del>
      })}
    </div>
  )
}
