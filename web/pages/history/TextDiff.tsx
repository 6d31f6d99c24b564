import './history.css'
import type { LineChange } from '#domain/agreement/line-diff.ts'
import { counted } from '../../ui/format.ts'
import { partsOf, wordRuns } from './words-diff.ts'
import { WordDiff } from './WordDiff.tsx'
import { t, tr } from '../../ui/words.ts'

/** So many unchanged lines stay on either side of a change, so that one sees where it is. */
const CONTEXT = 2

/** Two versions of a page as a reader compares them: changed paragraphs with the words marked, the rest folded. */
export function TextDiff({ lines }: { lines: readonly LineChange[] }) {
  const parts = partsOf(lines)
  if (parts.every(({ kind }) => kind === 'same')) return <p className="hint text-diff-none">{t`The text is the same.`}</p>
  return (
    <div className="text-diff" role="group" aria-label={t`The text, with what changed`}>
      {parts.map((part, at) => (part.kind === 'same' ? <Same key={at} lines={part.lines} first={at === 0} last={at === parts.length - 1} /> : <Changed key={at} removed={part.removed} added={part.added} />))}
    </div>
  )
}

function Same({ lines, first, last }: { lines: readonly string[], first: boolean, last: boolean }) {
  const [head, tail] = [first ? 0 : CONTEXT, last ? 0 : CONTEXT]
  if (lines.length <= head + tail + 1) return <p className="text-diff-same">{lines.join('\n')}</p>
  return (
    <>
      {head > 0 && <p className="text-diff-same">{lines.slice(0, head).join('\n')}</p>}
      <p className="text-diff-folded">{tr`${counted(lines.length - head - tail, 'line')} unchanged`}</p>
      {tail > 0 && <p className="text-diff-same">{lines.slice(-tail).join('\n')}</p>}
    </>
  )
}

function Changed({ removed, added }: { removed: readonly string[], added: readonly string[] }) {
  const [was, now] = [removed.join('\n'), added.join('\n')]
  if (removed.length > 0 && added.length > 0 && wordRuns(was, now)) return <p className="text-diff-changed"><span className="unseen">{t`Changed:`} </span><WordDiff was={was} now={now} /></p>
  return (
    <>
      {removed.length > 0 && <p className="text-diff-removed"><span className="unseen">{t`Removed:`} </span><del>{was || ' '}</del></p>}
      {added.length > 0 && <p className="text-diff-added"><span className="unseen">{t`Added:`} </span><ins>{now || ' '}</ins></p>}
    </>
  )
}
