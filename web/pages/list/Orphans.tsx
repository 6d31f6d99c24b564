import type { OutputOf } from '#contract/operation.ts'
import { soleOwners } from '#contract/page-truth.ts'
import { problemFrom, useRead } from '../../app/api.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Item } from '../../ui/Item.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { t } from '../../ui/words.ts'

type Orphan = OutputOf<typeof soleOwners>['items'][number]
const WHAT: Readonly<Record<Orphan['what'], string>> = { page: t`Page`, decision: t`Decision`, space: t`Space` }

/** What only one person minded who has left, or is about to. */
export function Orphans() {
  const { data, error, refetch } = useRead(soleOwners, {})
  if (error) return <Problem {...problemFrom(error)} action={<LinkAction strong onClick={() => void refetch()}>{t`Try again`}</LinkAction>} />
  if (!data) return <Skeleton lines={5} />
  if (data.items.length === 0) return <Empty text={t`Pages, decisions and spaces stand here when the only person who minds them leaves. Somebody minds everything.`} />
  return data.items.map((item) => <OrphanItem key={`${item.what} ${item.number ?? item.spaceId}`} item={item} />)
}

function OrphanItem({ item: { what, number, spaceId, title, ownerName, why } }: { item: Orphan }) {
  const href = number === null ? `/spaces/${spaceId}` : `/${number}`
  const by = [number === null ? WHAT[what] : `${WHAT[what]} #${number}`, ownerName === null ? t`minded by nobody` : t`minded by ${ownerName}`].join(' · ')
  return <Item text={title} by={by} clock={why} tone="clock" actions={<LinkAction strong keys="e" href={href} label={t`Find somebody for it: ${title}`}>{t`Find somebody for it`}</LinkAction>} />
}
