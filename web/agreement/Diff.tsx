import type { LineChange } from '#domain/agreement/line-diff.ts'
import { capital } from '../ui/format.ts'
import { LineDiff } from '../ui/LineDiff.tsx'
import { t, tr } from '../ui/words.ts'

type Props = { lines: readonly LineChange[], settings: readonly { path: string, before: string, after: string }[] }

/** What changes: first what the software will do differently, then the text line by line. */
export function Diff({ lines, settings }: Props) {
  if (lines.every((line) => line.kind === 'same')) return <p className="hint">{t`The two texts are the same.`}</p>
  return (
    <>
      {settings.length > 0 && <dl className="diff-settings">{settings.map(({ path, before, after }) => <div key={path}><dt>{path}</dt><dd>{tr`${capital(after)}; before: ${before}.`}</dd></div>)}</dl>}
      <LineDiff lines={lines} />
    </>
  )
}
