import { pageKindName } from '#domain/pages/kinds.ts'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { Time } from '../../ui/Time.tsx'
import type { Talk } from './talk.ts'
import { heard, t, tr } from '../../ui/words.ts'

/** Where the page stands, its title, who minds it and who edited it last. */
export function Head({ talk: { page, me, zone, now } }: { talk: Talk }) {
  const { number, kind, spaceId, spaceName, path, title, ownerId, ownerName, editedByName, editedAt, tags, source } = page
  return (
    <>
      <nav className="page-over page-path" aria-label={t`Where it stands`}>
        {heard(pageKindName(kind))} #{number} · <a href={`/pages?space=${spaceId}`}>{spaceName}</a>{path.map((above) => <span key={above.number}> › <a href={`/${above.number}`}>{above.title}</a></span>)}
      </nav>
      <PageTitle>{title}</PageTitle>
      <p className="page-about">
        {ownerId === null || ownerName === null ? t`Nobody minds it` : <a href={`/pages?owner=${ownerId}`}>{ownerId === me.person.id ? t`You mind it` : t`${ownerName} minds it`}</a>} · {tr`edited by ${editedByName} ${<Time at={Temporal.Instant.from(editedAt)} zone={zone} now={now} />}`}
        {tags.map((tag) => <span key={tag}> · <a href={`/pages?tag=${encodeURIComponent(tag)}`}>{tag}</a></span>)}
        {source && <>{tr` · brought in from ${source.path} by ${source.broughtInBy}`}</>}
      </p>
    </>
  )
}
