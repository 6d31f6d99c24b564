import './agreement.css'
import { useSearch } from '@tanstack/react-router'
import { listVersions, readAgreement } from '#contract/agreement.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { useMe, zoneOf } from '../app/me.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Diff } from './Diff.tsx'
import { VersionList } from './VersionList.tsx'
import { compareVersions } from './versions.ts'
import { t } from '../ui/words.ts'

/** Every version with who, when and why; two of them compared. */
export function HistoryPage() {
  const { before, after } = useSearch({ strict: false })
  const versions = useRead(listVersions, {})
  const zone = zoneOf(useMe().data)
  const now = useNow()
  return (
    <Page over={t`Agreement`} title={t`How it came to be`} lede={<LinkAction href="/agreement">{t`Read what holds now`}</LinkAction>}>
      {before !== undefined && after !== undefined && <Comparison key={`${before} ${after}`} before={before} after={after} />}
      {versions.data && <Section title={t`Versions`}><VersionList versions={versions.data.versions} zone={zone} now={now} /></Section>}
      {versions.error && !versions.data && <Problem {...problemFrom(versions.error)} action={<LinkAction strong onClick={() => void versions.refetch()}>{t`Try again`}</LinkAction>} />}
      {versions.isPending && <Skeleton lines={6} />}
    </Page>
  )
}

function Comparison({ before, after }: { before: number, after: number }) {
  const one = useRead(readAgreement, { version: before })
  const other = useRead(readAgreement, { version: after })
  const error = one.error ?? other.error
  return (
    <Section title={t`From version ${before} to version ${after}`}>
      {one.data && other.data && <Diff {...compareVersions(one.data, other.data)} />}
      {error && <Problem {...problemFrom(error)} />}
      {!error && !(one.data && other.data) && <Skeleton lines={5} />}
    </Section>
  )
}
