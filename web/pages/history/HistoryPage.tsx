import '../pages.css'
import './history.css'
import { useParams, useRouter, useRouterState } from '@tanstack/react-router'
import type { MeView } from '#contract/account.ts'
import { pageVersion, readPage } from '#contract/pages.ts'
import type { PageView } from '#contract/pages.ts'
import { problemFrom, useRead } from '../../app/api.ts'
import { useNow } from '../../app/clock.ts'
import { useMe } from '../../app/me.ts'
import { NotFound } from '../../app/PageProblem.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Markdown } from '../../ui/Markdown.tsx'
import { Page } from '../../ui/Page.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Section } from '../../ui/Section.tsx'
import { Select } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TextDiff } from './TextDiff.tsx'
import { useVersions } from './use-versions.ts'
import { VersionItem } from './VersionItem.tsx'
import { comparedIn } from './version-words.ts'
import { t } from '../../ui/words.ts'

/** Every version of a page with who, when and why; any two compared, and an earlier one made the newest again. */
export function HistoryPage() {
  const number = Number(useParams({ strict: false }).number)
  const me = useMe().data
  const { data, error, refetch } = useRead(readPage, { number }, { when: Number.isSafeInteger(number) && number > 0 })
  const problem = error ? problemFrom(error) : undefined
  if (!(Number.isSafeInteger(number) && number > 0) || problem?.code === 'not_found') return <NotFound />
  if (data && me) return <History page={data} me={me} />
  return <Page title={`#${number}`}>{problem ? <Problem {...problem} action={<LinkAction strong onClick={() => void refetch()}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={8} />}</Page>
}

function History({ page, me }: { page: PageView, me: MeView }) {
  const now = useNow()
  const router = useRouter()
  const query = useRouterState({ select: ({ location }) => location.searchStr })
  const compared = comparedIn(query)
  const { versions, more, loading, onOlder, again, problem } = useVersions(page.number)
  const choose = (from: number, to: number) => router.history.replace(`/${page.number}/history?from=${from}&to=${to}`)
  const options = (versions ?? []).map(({ version, byName }) => ({ value: String(version), label: t`Version ${version}`, hint: byName }))
  const shown = compared && 'from' in compared ? compared : undefined
  return (
    <Page over={<>{t`Page`} <a href={`/${page.number}`}>#{page.number}</a> · {page.spaceName}</>} title={t`How “${page.title}” came to be`} lede={<LinkAction href={`/${page.number}`}>{t`Read it as it is now`}</LinkAction>}>
      {shown && <Comparison key={`${shown.from} ${shown.to}`} page={page} {...shown} />}
      {compared && 'version' in compared && <AsItWas key={compared.version} page={page} version={compared.version} />}
      <Section title={t`Versions`}>
        {options.length > 2 && (
          <div className="version-compare" role="group" aria-label={t`Compare any two`}>
            <Select label={t`Compare`} options={options} value={String(shown?.from ?? options[1]?.value ?? '')} onChange={(from) => choose(Number(from), shown?.to ?? page.version)} />
            <Select label={t`with`} options={options} value={String(shown?.to ?? page.version)} onChange={(to) => choose(shown?.from ?? Number(options[1]?.value ?? 1), Number(to))} />
          </div>
        )}
        {versions ? <ol className="page-versions">{versions.map((version) => <VersionItem key={version.version} page={page} version={version} zone={me.person.zone} now={now} />)}</ol> : problem ? <Problem {...problem} action={<LinkAction strong onClick={again}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={6} />}
        {more && <p className="pages-more"><LinkAction busy={loading} onClick={onOlder}>{t`Earlier versions`}</LinkAction></p>}
      </Section>
    </Page>
  )
}

function Comparison({ page: { number }, from, to }: { page: PageView, from: number, to: number }) {
  const { data, error, refetch } = useRead(pageVersion, { number, version: to, against: from })
  return (
    <Section title={t`From version ${from} to version ${to}`} aside={data && data.title}>
      {error ? <Problem {...problemFrom(error)} action={<LinkAction strong onClick={() => void refetch()}>{t`Try again`}</LinkAction>} /> : data ? <TextDiff lines={data.lines} /> : <Skeleton lines={5} />}
    </Section>
  )
}

function AsItWas({ page: { number }, version }: { page: PageView, version: number }) {
  const { data, error, refetch } = useRead(pageVersion, { number, version })
  return (
    <Section title={t`Version ${version}, as it was`} aside={data?.title}>
      {error ? <Problem {...problemFrom(error)} action={<LinkAction strong onClick={() => void refetch()}>{t`Try again`}</LinkAction>} /> : data ? <div className="version-text"><Markdown text={data.text} headingsBelow={2} /></div> : <Skeleton lines={8} />}
    </Section>
  )
}
