import { useEffect, useState } from 'react'
import type { MeView } from '#contract/account.ts'
import { DECISION_STATES } from '#contract/decisions.ts'
import { useSettled } from '../../app/use-settled.ts'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import { STATE_WORDS } from '../words.ts'
import type { LogSearch } from './search.ts'
import { t } from '../../ui/words.ts'

/** Asked once typing rests. Unit: ms. */
const RESTS = 300
const ANY = 'any'

/** Narrows the log down by words, space and state. */
export function Filters({ search, me, onChange }: { search: LogSearch, me: MeView, onChange: (search: LogSearch) => void }) {
  const [typed, setTyped] = useState(search.q)
  const settled = useSettled(typed, RESTS)
  useEffect(() => { if (settled !== search.q) onChange({ ...search, q: settled }) }, [settled, search, onChange])
  const spaces = [{ value: ANY, label: t`Every space` }, ...me.spaces.map(({ id, name }) => ({ value: id, label: name }))]
  const states = [{ value: ANY, label: t`Every state` }, ...DECISION_STATES.map((state) => ({ value: state, label: STATE_WORDS[state] }))]
  return (
    <div className="log-filters" role="search" aria-label={t`Find a decision`}>
      <Field label={t`Words`} type="search" value={typed} onChange={setTyped} placeholder={t`Does anybody remember why?`} />
      <Select label={t`Space`} options={spaces} value={search.spaceId ?? ANY} onChange={(id) => onChange({ ...search, q: typed, spaceId: id === ANY ? undefined : id })} />
      {search.shape === 'list' && <Select label={t`State`} options={states} value={search.state ?? ANY} onChange={(state) => onChange({ ...search, q: typed, state: DECISION_STATES.find((one) => one === state) })} />}
    </div>
  )
}
