import { useMemo } from 'react'
import type { MeView } from '#contract/account.ts'
import { pageTree } from '#contract/pages.ts'
import { PAGE_KINDS } from '#domain/pages/kinds.ts'
import { useRead } from '../../app/api.ts'
import { Combobox } from '../../ui/Combobox.tsx'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import { linesOf, treeOf } from '../tree.ts'
import { KIND_OPTIONS } from '../words.ts'
import type { PageDraft, Wrong } from './draft.ts'
import { t } from '../../ui/words.ts'

type Props = { me: MeView, value: PageDraft, set: (part: Partial<PageDraft>) => void, wrong: Wrong, isNew: boolean }

/** Space, place, kind and tags of a page. Where a page that stands is moved to is chosen where it is read. */
export function Placement({ me, value, set, wrong, isNew }: Props) {
  const spaces = useMemo(() => me.spaces.filter(({ joined }) => joined).map(({ id, name }) => ({ value: id, label: name })), [me.spaces])
  return (
    <div className="page-placement">
      {isNew && <Select label={t`Space`} hint={t`Whoever can see the space can read the page.`} options={spaces} value={value.spaceId} onChange={(spaceId) => set({ spaceId, parent: null })} placeholder={t`Choose a space`} error={wrong.space} />}
      {isNew && value.spaceId !== null && <Parent spaceId={value.spaceId} value={value.parent} onChange={(parent) => set({ parent })} />}
      <Select label={t`Kind`} options={KIND_OPTIONS} value={value.kind} onChange={(kind) => set({ kind: PAGE_KINDS.find((one) => one === kind) ?? value.kind })} />
      <Field label={t`Tags`} hint={t`Parted by commas.`} value={value.tags} onChange={(tags) => set({ tags })} />
    </div>
  )
}

function Parent({ spaceId, value, onChange }: { spaceId: string, value: number | null, onChange: (parent: number | null) => void }) {
  const pages = useRead(pageTree, { spaceId }).data?.pages
  const options = useMemo(() => linesOf(treeOf(pages ?? [])).map(({ page: { number, title }, depth }) => ({ value: String(number), label: title, ...(depth > 0 && { hint: `#${number}` }) })), [pages])
  if (options.length === 0) return null
  return <Combobox label={t`Below which page`} options={options} value={value === null ? null : String(value)} onChange={(chosen) => onChange(chosen === null ? null : Number(chosen))} placeholder={t`At the top of the space`} none={t`No page by that title.`} />
}
