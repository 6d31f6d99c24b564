import type { readWeek } from '#contract/demo.ts'
import type { OutputOf } from '#contract/operation.ts'
import { zoneCity } from '../ui/format.ts'
import { locale } from '../ui/spoken.ts'
import { t } from '../ui/words.ts'

type Person = OutputOf<typeof readWeek>['people'][number]

/** What each column counts; the first one is the promise. */
const COLUMNS: readonly (readonly [keyof Person, string])[] = [
  ['interruptions', t`Interruptions`], ['urgent', t`Urgent`], ['batches', t`Batches`], ['digests', t`Digests`], ['items', t`Items in them`],
  ['readMeanwhile', t`Read before`], ['withdrawn', t`Withdrawn`], ['waiting', t`Still waiting`],
]

/** The figures, a line for each person; it scrolls by itself where the window is narrow. */
export function WeekTable({ people }: { people: readonly Person[] }) {
  return (
    <div className="week-scroll" role="region" aria-label={t`What reached each person`} tabIndex={0}>
      <table className="week-table">
        <thead><tr><th scope="col">{t`Person`}</th>{COLUMNS.map(([key, name]) => <th key={key} scope="col">{name}</th>)}</tr></thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">{person.name} <small>{zoneCity(person.zone)}</small></th>
              {COLUMNS.map(([key]) => <td key={key} data-fault={(key === 'interruptions' && person.interruptions > 0) || undefined}>{person[key].toLocaleString(locale())}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
