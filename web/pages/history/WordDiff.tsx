import { wordRuns } from './words-diff.ts'

/** A text with what was taken out and put in marked word by word; a text written anew stands as it is. */
export function WordDiff({ was, now }: { was: string, now: string }) {
  const runs = wordRuns(was, now)
  if (!runs) return <ins>{now}</ins>
  return runs.map(({ kind, text }, at) => {
    if (kind === 'same') return <span key={at}>{text}</span>
    return kind === 'added' ? <ins key={at}>{text}</ins> : <del key={at}>{text}</del>
  })
}
