import { pageTemplates } from '#contract/pages.ts'
import { problemFrom, useRead } from '../../app/api.ts'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { t } from '../../ui/words.ts'

/** What a page may begin with, each with what it is for. @param more the rest of the address: `&space=…` */
export function Templates({ more = '' }: { more?: string }) {
  const { data, error, refetch } = useRead(pageTemplates, {})
  if (error) return <Problem {...problemFrom(error)} action={<LinkAction strong onClick={() => void refetch()}>{t`Try again`}</LinkAction>} />
  if (!data) return <Skeleton lines={5} />
  return (
    <ul className="page-templates">
      {data.templates.map(({ kind, name, does }) => <li key={kind} data-item tabIndex={-1}><a href={`/pages/new?kind=${kind}${more}`} aria-keyshortcuts="Enter o">{name}</a><p>{does}</p></li>)}
    </ul>
  )
}
