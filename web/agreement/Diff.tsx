import type { LineChange } from '#domain/agreement/line-diff.ts'
import { capital, counted } from '../ui/format.ts'
import { foldSame } from './versions.ts'

type Props = { lines: readonly LineChange[], settings: readonly { path: string, before: string, after: string }[] }

/** What changes: first what the software will do differently, then the text line by line. */
export function Diff({ lines, settings }: Props) {
  if (lines.every((line) => line.kind === 'same')) return <p className="hint">The two texts are the same.</p>
  return (
    <>
      {settings.length > 0 && <dl className="diff-settings">{settings.map(({ path, before, after }) => <div key={path}><dt>{path}</dt><dd>{capital(after)}; before: {before}.</dd></div>)}</dl>}
      <div className="diff" role="group" aria-label="The text, line by line">
        {foldSame(lines).map((part, at) => {
          if (part.kind === 'folded') return <em key={at}>{counted(part.lines, 'line')} unchanged</em>
          if (part.kind === 'same') return <span key={at}>{part.text || ' '}</span>
          return part.kind === 'added' ? <ins key={at}>{part.text || ' '}</ins> : <del key={at}>{part.text || ' '}</del>
        })}
      </div>
    </>
  )
}
