import { localDate } from '#domain/time/local.ts'
import { json } from '#server/platform/db/columns.ts'
import { insertDecision } from '../insert.ts'
import { keepReview } from '../review-date.ts'
import type { Importing, Outcome } from './importing.ts'
import { matchPeople } from './people.ts'
import type { AdrNote, AdrRecord } from './record.ts'

/** What a draft begins with that names no window: the default of the contract. Unit: working days. */
const WINDOW_DAYS = 5
/** A file names a day; noon in UTC is that day almost everywhere. */
const NOON = 'T12:00:00Z'

/** Writes one file as a decision, with the file itself beside it, byte for byte. */
export async function insertRecord(importing: Importing, record: AdrRecord, text: string): Promise<Partial<Outcome>> {
  const { act, space, shelf } = importing
  const { roles, namedId, deciders, notes: unknown } = rolesOf(importing, record)
  const review = reviewOf(importing, record)
  const { id, number } = await insertDecision(act, {
    space, roles, namedId, deciders, content: record.content, door: 'two_way', windowDays: WINDOW_DAYS, chosenDeadline: null, hiddenUntilMine: false, reviewOn: review.on, triggers: record.triggers.slice(0, TRIGGERS_MAX).map((one) => one.slice(0, LINE_MAX)),
    tags: record.tags, state: record.state, decidedAt: record.state === 'draft' || record.date === null ? null : Temporal.Instant.from(`${record.date}${NOON}`), chosenOption: record.chosenOptionId, adrNumber: record.number,
    fileName: record.path.slice(record.path.lastIndexOf('/') + 1), reason: reasonOf(record), step: 'imported',
  })
  const notes = [...unknown, ...review.notes]
  await act.tx.insertInto('decision_source').values({
    workspace_id: act.actor.workspaceId, decision_id: id, space_id: space.id, path: record.path, format: record.format, text, state: record.state, imported_at: act.now,
    notes: json([...record.notes, ...notes].map(told)), links: json(record.links.map(({ how, target }) => ({ how, target, to: null }))),
  }).execute()
  if (review.on !== null) await keepReview(act, { decisionId: id, ownerId: roles.accountableId ?? act.actor.personId, reviewOn: review.on })
  shelf.push({ id, number, path: record.path, adrNumber: record.number, title: record.content.title, state: record.state, imported: true, format: record.format, links: record.links.map(({ how, target }) => ({ how, target, to: null })) })
  return { number, notes }
}
/** As many and as long as the contract takes. */
const TRIGGERS_MAX = 20
const LINE_MAX = 500

const told = ({ line, message }: AdrNote): string => line === null ? message : `Line ${line}: ${message}`
const ENDED = new Set(['withdrawn', 'superseded', 'deprecated'])
const reasonOf = ({ state, status }: AdrRecord): string => ENDED.has(state) && status !== null ? `The file that it was imported from says: ${status}` : ''

/** The first decider who is somebody here is accountable. Else whoever imports has the rights, and is not shown as owner; names that are nobody here stay as text. */
function rolesOf({ act, people }: Importing, record: AdrRecord) {
  const deciders = matchPeople(record.deciders, people)
  const [namedId = null, ...responsibleIds] = deciders.ids
  const accountableId = namedId ?? act.actor.personId
  const taken = new Set([accountableId, ...responsibleIds])
  const consulted = matchPeople(record.consulted, people)
  const consultedIds = consulted.ids.filter((id) => !taken.has(id))
  const informed = matchPeople(record.informed, people)
  const informedIds = informed.ids.filter((id) => !taken.has(id) && !consultedIds.includes(id))
  const others = [...consulted.rest, ...informed.rest]
  const notes: AdrNote[] = others.length === 0 ? [] : [{ line: null, message: `Nobody here is called ${others.slice(0, NAMED_MAX).join(', ')}${others.length > NAMED_MAX ? ' and so on' : ''}; the file keeps the names.` }]
  return { roles: { accountableId, responsibleIds: responsibleIds.slice(0, PEOPLE_MAX), consultedIds: consultedIds.slice(0, PEOPLE_MAX), informedIds: informedIds.slice(0, PEOPLE_MAX) }, namedId, deciders: deciders.rest, notes }
}
const NAMED_MAX = 5
const PEOPLE_MAX = 50

/** What holds until a day is looked at again then; a day that is over is said and left out. */
function reviewOf({ act }: Importing, { reviewOn, until, state }: AdrRecord): { on: string | null; notes: AdrNote[] } {
  const day = reviewOn ?? until
  if (day === null || state !== 'decided') return { on: null, notes: [] }
  if (day < localDate(act.now, act.actor.zone)) return { on: null, notes: [{ line: null, message: `It was to be looked at again on ${day}, which is over.` }] }
  return { on: day, notes: until === null ? [] : [{ line: null, message: `It holds until ${day}; its review is set to that day.` }] }
}
