import { placeWords, problemPlace, reportSentences } from '#domain/imports/report-words.ts'
import type { ImportReport } from '#domain/imports/tally.ts'
import { oneLine } from '../text/clean.ts'

/** Problems that are shown; `--json` lists all. */
const PROBLEMS_SHOWN = 200

/** What came, or would come: by place, in all, left out, and each problem with file and line. */
export function reportWords(report: ImportReport): string {
  const { dryRun, places, problems } = report
  const width = Math.max(0, ...places.map(({ name }) => name.length))
  const lines = [
    ...places.map((place) => `  ${oneLine(place.name).padEnd(width)}  ${placeWords(place)}`),
    ...reportSentences(report).map(oneLine),
    ...problems.slice(0, PROBLEMS_SHOWN).map((problem) => `  ${oneLine(problemPlace(problem))}  ${oneLine(problem.what)} ${oneLine(problem.next)}`),
    ...(problems.length > PROBLEMS_SHOWN ? [`  and ${problems.length - PROBLEMS_SHOWN} more; --json lists them all.`] : []),
    ...(dryRun ? ['Nothing was written. Leave out --dry-run to import it.'] : []),
  ]
  return `${lines.join('\n')}\n`
}
