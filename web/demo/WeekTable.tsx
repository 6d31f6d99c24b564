import type { readWeek } from '#contract/demo.ts'
import type { OutputOf } from '#contract/operation.ts'
import { zoneCity } from '../ui/format.ts'

type Person = OutputOf<typeof readWeek>['people'][number]

/** What each column counts; the first one is the promise. */
const COLUMNS: readonly (readonly [keyof Person, string])[] = [
  ['interruptions', 'Interruptions'], ['urgent', 'Urgent'], ['batches', 'Batches'], ['digests', 'Digests'], ['items', 'Items in them'],
  ['readMeanwhile', 'Read before'], ['withdrawn', 'Withdrawn'], ['waiting', 'Still waiting'],
]

/** The figures, a line for each person; it scrolls by itself where the window is narrow. */
export function WeekTable({ people }: { people: readonly Person[] }) {
  return (
    <div className="week-scroll" role="region" aria-label="What reached each person" tabIndex={0}>
      <table className="week-table">
        <thead><tr><th scope="col">Person</th>{COLUMNS.map(([key, name]) => <th key={key} scope="col">{name}</th>)}</tr></thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">{person.name} <small>{zoneCity(person.zone)}</small></th>
              {COLUMNS.map(([key]) => <td key={key} data-fault={(key === 'interruptions' && person.interruptions > 0) || undefined}>{person[key].toLocaleString('en-GB')}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
