import { useMemo } from 'react'
import type { MeView } from '#contract/account.ts'
import { listPeople } from '#contract/people.ts'
import { PAGE_KINDS } from '#domain/pages/kinds.ts'
import type { PageHead } from '#contract/pages.ts'
import { useRead } from '../../app/api.ts'
import { Select } from '../../ui/Select.tsx'
import { KIND_OPTIONS, TRUTH_WORDS, TRUTHS } from '../words.ts'
import type { PagesSearch } from './search.ts'
import { t } from '../../ui/words.ts'

const ANY = 'any'
type Props = { search: PagesSearch, me: MeView, /** What is shown now; its tags are offered. */ pages: readonly PageHead[], onChange: (search: PagesSearch) => void }

/** Narrows the pages down by space, kind, truth, owner and tag. */
export function Filters({ search, me, pages, onChange }: Props) {
  const people = useRead(listPeople, {}).data?.people
  const spaces = useMemo(() => [{ value: ANY, label: t`Every space` }, ...me.spaces.map(({ id, name }) => ({ value: id, label: name }))], [me.spaces])
  const owners = useMemo(() => [{ value: ANY, label: t`Anybody` }, ...(people ?? []).filter(({ state }) => state === 'active').map(({ id, name }) => ({ value: id, label: id === me.person.id ? t`You` : name }))], [people, me.person.id])
  const tags = [...new Set([...(search.tag ? [search.tag] : []), ...pages.flatMap((page) => page.tags)])].toSorted((a, b) => a.localeCompare(b, 'en-GB'))
  const truths = TRUTHS.map((truth) => ({ value: truth, label: TRUTH_WORDS[truth] }))
  const any = (value: string) => (value === ANY ? undefined : value)
  return (
    <div className="pages-filters" role="search" aria-label={t`Find a page`}>
      <Select label={t`Space`} options={spaces} value={search.spaceId ?? ANY} onChange={(id) => onChange({ ...search, spaceId: any(id) })} />
      <Select label={t`Kind`} options={[{ value: ANY, label: t`Every kind` }, ...KIND_OPTIONS]} value={search.kind ?? ANY} onChange={(kind) => onChange({ ...search, kind: PAGE_KINDS.find((one) => one === kind) })} />
      {search.view === 'all' && <Select label={t`Still true`} options={[{ value: ANY, label: t`Either way` }, ...truths]} value={search.truth ?? ANY} onChange={(truth) => onChange({ ...search, truth: TRUTHS.find((one) => one === truth) })} />}
      <Select label={t`Minded by`} options={owners} value={search.ownerId ?? ANY} onChange={(id) => onChange({ ...search, ownerId: any(id) })} />
      {tags.length > 0 && <Select label={t`Tag`} options={[{ value: ANY, label: t`Any` }, ...tags.map((tag) => ({ value: tag, label: tag }))]} value={search.tag ?? ANY} onChange={(tag) => onChange({ ...search, tag: any(tag) })} />}
    </div>
  )
}
