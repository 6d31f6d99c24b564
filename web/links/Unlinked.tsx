import { useState } from 'react'
import { suggestLinks } from '#contract/links.ts'
import type { UnlinkedMention } from '#contract/links.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { t, tr } from '../ui/words.ts'

/** Names without a link, looked for when somebody wants to know. */
export function Unlinked({ number }: { number: number }) {
  const [asked, setAsked] = useState(false)
  const found = useRead(suggestLinks, { number }, { when: asked })
  if (!asked) return <p className="links-ask"><LinkAction onClick={() => setAsked(true)}>{t`Find where this is named without a link`}</LinkAction></p>
  if (found.error) return <Problem {...problemFrom(found.error)} action={<LinkAction strong onClick={() => void found.refetch()}>{t`Try again`}</LinkAction>} />
  if (!found.data) return <Skeleton lines={2} />
  const { elsewhere, here } = found.data
  if (elsewhere.length + here.length === 0) return <p className="links-ask" role="status">{t`No text that you can see names this without a link, and this names nothing that it does not link.`}</p>
  return (
    <>
      {elsewhere.length > 0 && <Section title={t`Named without a link`}><Mentions list={elsewhere} /></Section>}
      {here.length > 0 && <Section title={t`This could link to`}><Mentions list={here} /></Section>}
    </>
  )
}

const Mentions = ({ list }: { list: readonly UnlinkedMention[] }) => (
  <ul className="links-list">
    {list.map(({ number, title, spaceName, replyId, written, sentence }) => (
      <li key={`${number} ${replyId}`}>
        <a href={replyId === null ? `/${number}` : `/${number}#reply-${replyId}`}>{title}</a>
        <p className="links-sentence">{sentence}</p>
        <small>#{number} · {spaceName} · {tr`write ${<code>[[{written}]]</code>} there to link it`}</small>
      </li>
    ))}
  </ul>
)
