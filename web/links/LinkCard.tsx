import type { LinkPreview } from '#contract/links.ts'

/** What stands behind a link, in short; where it stands nowhere, the sentence that says so. */
export function LinkCard({ shown }: { shown: LinkPreview | string }) {
  if (typeof shown === 'string') return <p>{shown}</p>
  const { number, title, line, spaceName, tldr, note, state } = shown
  return (
    <>
      <small>{[`#${number}`, spaceName].filter(Boolean).join(' · ')}</small>
      {state === 'there' && <strong>{title}</strong>}
      <small>{line}</small>
      {tldr !== '' && tldr !== title && <p>{tldr}</p>}
      {note !== null && <p className="link-card-note">{note}</p>}
    </>
  )
}
