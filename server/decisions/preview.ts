import type { previewDecision } from '#contract/decisions.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { Cast } from '#domain/asks/moment-words.ts'
import { distinct } from '#domain/decisions/change-decision.ts'
import { readerIds, windowFor } from '#domain/decisions/window.ts'
import type { NamedReader, Window } from '#domain/decisions/window.ts'
import { deadlineSentence, readerSentence } from '#domain/decisions/input-words.ts'
import { Refusal } from '#domain/refusal.ts'
import { absenceAt } from '#domain/time/cover.ts'
import { inWords, said } from '#domain/words/said.ts'
import { knownTo, namesOf, viewCalendar } from '#server/people/public.ts'
import { spaceFor, whoSees } from '#server/spaces/public.ts'
import type { Space } from '#server/spaces/public.ts'
import { wordsOf } from '#server/platform/words.ts'
import { viewerOf } from './head-view.ts'
import type { Reading } from './head-view.ts'
import { readersOf } from './readers.ts'

type Asked = InputOf<typeof previewDecision>
type Preview = OutputOf<typeof previewDecision>
type Problem = Preview['problems'][number]

/** When a decision would be due if it were opened now, who sets that, and what is in the way. Nothing is written. @throws {Refusal} `not_found` for the space */
export async function preview(act: Reading, asked: Asked): Promise<Preview> {
  const space = await spaceFor(act, asked.spaceId, 'space.see')
  const roles = distinct(asked.roles)
  const named = [...readerIds(roles), ...roles.informedIds]
  const seeing = await whoMayRead(act, space, named)
  const readers = await readersOf(act, readerIds(roles).filter((id) => seeing.has(id)))
  const problems = named.filter((id) => !seeing.has(id)).map((id): Problem => ({ field: id === roles.accountableId ? 'accountableId' : 'roles', message: inWords(id === roles.accountableId ? said`Who is accountable cannot see ${space.name}.` : said`One of the people who are named cannot see ${space.name}.`, wordsOf(act)) }))
  const cast = await namesOf(act, readers.map(({ id }) => id))
  const window = windowOr(act, asked, readers, problems)
  return { ...viewDeadline(act, window, readers, cast), readers: viewReaders(act, roles, { readers, window, cast }), problems }
}

/** Those whom the actor knows and who may read in the space. */
async function whoMayRead(act: Reading, space: Space, ids: readonly string[]): Promise<Set<string>> {
  const [seeing, known] = await Promise.all([whoSees(act, space, ids), knownTo(act, ids)])
  return new Set(seeing.filter((id) => known.has(id)))
}

/** A deadline that cannot be is a problem to show, not an error: the form is still being filled in. */
function windowOr(act: Reading, { windowDays, chosenDeadline }: Asked, readers: readonly NamedReader[], problems: Problem[]): Window | null {
  if (readers.length === 0) return null
  try {
    return windowFor({ readers, days: windowDays, chosen: chosenDeadline === null ? null : Temporal.Instant.from(chosenDeadline) }, act.now)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    problems.push({ field: chosenDeadline === null ? 'windowDays' : 'chosenDeadline', message: inWords(said`${error.said.message} ${error.said.next}`, wordsOf(act)) })
    return null
  }
}

function viewDeadline(act: Reading, window: Window | null, readers: readonly NamedReader[], cast: Cast): Pick<Preview, 'deadline' | 'setBy' | 'sentence'> {
  if (window === null) return { deadline: null, setBy: null, sentence: '' }
  const setter = readers.find(({ id }) => id === window.setById)
  const awayUntil = setter ? absenceAt(act.now, setter.calendar)?.end ?? null : null
  return { deadline: window.deadline.toString(), setBy: setter ? cast.get(setter.id)?.name ?? '' : null, sentence: deadlineSentence(window.deadline, { setById: window.setById, awayUntil, phase: 'first' }, cast, viewerOf(act)) }
}

type Found = { readers: readonly NamedReader[]; window: Window | null; cast: Cast }

function viewReaders(act: Reading, roles: { accountableId: string | null; responsibleIds: readonly string[] }, { readers, window, cast }: Found): Preview['readers'] {
  const ends = new Map(window?.readers.map(({ personId, endsAt }) => [personId, endsAt]))
  return readers.map(({ id, calendar }) => {
    const endsAt = ends.get(id) ?? null
    return {
      personId: id, name: cast.get(id)?.name ?? '', zone: cast.get(id)?.zone ?? 'UTC', role: id === roles.accountableId ? 'accountable' : roles.responsibleIds.includes(id) ? 'responsible' : 'consulted',
      calendar: viewCalendar(calendar), endsAt: endsAt?.toString() ?? null, sentence: window === null ? '' : readerSentence(id, endsAt, cast, viewerOf(act)),
    }
  })
}
