import { placeWords, problemPlace, reportSentences } from '#domain/imports/report-words.ts'
import type { ImportReport } from '#domain/imports/tally.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { capital, counted } from '../ui/format.ts'
import { spoken } from '../ui/spoken.ts'
import { t, tr } from '../ui/words.ts'

/** Problems that are shown at once; more than that nobody reads on a page. */
const SHOWN = 200

/** What came, or would come: sentences, then by place, then each problem with file and line. */
export function Report({ report }: { report: ImportReport }) {
  return (
    <div className="import-report">
      {reportSentences(report, spoken()).map((sentence) => <p key={sentence}>{sentence}</p>)}
      {report.places.length > 0 && (
        <Disclosure summary={capital(counted(report.places.length, 'channel'))}>
          <dl className="import-places">{report.places.map((place) => <div key={place.name}><dt>{place.name}</dt><dd>{placeWords(place, spoken())}</dd></div>)}</dl>
        </Disclosure>
      )}
      <Problems problems={report.problems} count={report.problems.length} />
    </div>
  )
}

/** @param count how many there were in all */
export function Problems({ problems, count, open = false }: { problems: ImportReport['problems'], count: number, open?: boolean }) {
  if (count === 0) return null
  const rest = count - Math.min(problems.length, SHOWN)
  return (
    <Disclosure summary={t`What could not be read: ${counted(count, 'thing')}`} open={open}>
      <ul className="import-problems">
        {problems.slice(0, SHOWN).map((problem, index) => <li key={index}><code>{problemPlace(problem)}</code> {problem.what} {problem.next}</li>)}
      </ul>
      {rest > 0 && <p className="hint">{tr`And ${rest} more, which the command line lists.`}</p>}
    </Disclosure>
  )
}
