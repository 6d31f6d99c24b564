import type { Radiator, readAway, readStartHere, readStatus, readTeam } from '#contract/radiators.ts'
import type { InputOf } from '#contract/operation.ts'
import { sinceAway } from '#domain/radiators/away.ts'
import { spelt } from '#domain/brief/count-words.ts'
import { capital } from '#domain/brief/words.ts'
import type { Place } from '#domain/radiators/facts.ts'
import { projectStatus, statusEnding, statusLede } from '#domain/radiators/status.ts'
import { startHere } from '#domain/radiators/start-here.ts'
import { teamReadme } from '#domain/radiators/team.ts'
import type { Section } from '#domain/radiators/pieces.ts'
import { stopped } from '#domain/radiators/words.ts'
import { amount, inWords, said } from '#domain/words/said.ts'
import { wordsOf } from '#server/platform/words.ts'
import { composeBrief } from '#server/brief/public.ts'
import { membersOf, spaceFor, visibleSpaces } from '#server/spaces/public.ts'
import type { Space } from '#server/spaces/public.ts'
import { documentsIn, forewords } from './documents.ts'
import { checkinsLately, openAsksIn, openDecisionsIn, outcomesLately, unownedIn, wrapsLately } from './lately.ts'
import { agreementNow, membersSeen, readerOf, rolesSeen } from './people.ts'
import type { Looking } from './people.ts'

const placeOf = ({ id, name, purpose, visibility, noise }: Space): Place => ({ id, name, purpose, private: visibility === 'private', noise })

type Told = Pick<Radiator, 'title' | 'lede' | 'ending'> & { sections: readonly Section[]; foreword?: Radiator['foreword'] }

const view = ({ now, actor }: Looking, { sections, foreword = [], ...told }: Told): Radiator => ({
  ...told, foreword, composedAt: now.toString(), zone: actor.zone,
  sections: sections.map(({ title, paragraphs, items }) => ({ title, paragraphs: paragraphs.map((line) => [...line]), items: items.map((line) => [...line]) })),
})

/** Spaces that somebody may find something in: an archived one is history. */
async function livingSpaces(act: Looking): Promise<Space[]> {
  return (await visibleSpaces(act)).filter((space) => space.archived_at === null)
}

/** What was written for one space stands before what is made of it; before what is made of all, what stands where everybody reads. */
const forewordPlaces = (spaces: readonly Space[], one: Space | null): string[] => (one === null ? spaces.filter(({ noise }) => noise === 'announcements') : [one]).map(({ id }) => id)

/** What a newcomer needs, of the workspace or of one space. */
export async function viewStartHere(act: Looking, { spaceId }: InputOf<typeof readStartHere>): Promise<Radiator> {
  const space = spaceId === undefined ? null : await spaceFor(act, spaceId, 'space.see')
  const spaces = space === null ? await livingSpaces(act) : [space]
  const ids = spaces.map(({ id }) => id)
  const [members, roles, agreement, documents, wraps, openDecisions, workspace, foreword] = await Promise.all([
    membersSeen(act, space === null ? null : await membersOf(act, space.id)), rolesSeen(act), agreementNow(act), documentsIn(act, ids), wrapsLately(act, ids), openDecisionsIn(act, ids), workspaceName(act), forewords(act, 'start', forewordPlaces(spaces, space)),
  ])
  const sections = startHere({
    reader: readerOf(act), workspace, space: space && placeOf(space), members, places: spaces.map(placeOf), agreement, roles: space === null ? roles : [], documents,
    records: documents.filter(({ kind }) => kind === 'decision').length, wraps, openDecisions,
  })
  const words = wordsOf(act)
  return view(act, {
    title: inWords(said`Start here: ${space?.name ?? workspace}`, words), sections, foreword,
    lede: space === null ? inWords(said`What somebody needs on their first day, put together from what the team wrote.`, words) : stopped(space.purpose === '' ? inWords(said`What somebody needs who comes to ${space.name}`, words) : space.purpose),
    ending: inWords(said`That is enough for a first day. The rest comes by asking.`, words),
  })
}

async function workspaceName({ tx, actor }: Looking): Promise<string> {
  return (await tx.selectFrom('workspace').select('name').where('id', '=', actor.workspaceId).executeTakeFirstOrThrow()).name
}

/** The team, or those in one space. */
export async function viewTeam(act: Looking, { spaceId }: InputOf<typeof readTeam>): Promise<Radiator> {
  const space = spaceId === undefined ? null : await spaceFor(act, spaceId, 'space.see')
  const spaces = space === null ? await livingSpaces(act) : [space]
  const ids = spaces.map(({ id }) => id)
  const [members, roles, agreement, documents, foreword, workspace, inside] = await Promise.all([
    membersSeen(act, space === null ? null : await membersOf(act, space.id)), rolesSeen(act), agreementNow(act), documentsIn(act, ids), forewords(act, 'readme', forewordPlaces(spaces, space)), workspaceName(act), Promise.all(spaces.map(async (one) => ({ ...placeOf(one), memberIds: await membersOf(act, one.id) }))),
  ])
  const name = space?.name ?? workspace
  const sections = teamReadme({ reader: readerOf(act), name, members, agreement, documents, roles: space === null ? roles : roles.filter(({ holders }) => holders.some(({ id }) => members.some((member) => member.id === id))), places: inside })
  const words = wordsOf(act)
  return view(act, {
    title: inWords(said`The team of ${name}`, words), lede: inWords(said`${capital(spelt(amount(members.length, 'person', 'people'), words))}, with times on your clock unless a city is named.`, words), sections, foreword,
    ending: inWords(said`Hours change; this page changes with them.`, words),
  })
}

/** How a project stands. */
export async function viewStatus(act: Looking, { id }: InputOf<typeof readStatus>): Promise<Radiator> {
  const space = await spaceFor(act, id, 'space.see')
  const [wraps, unowned, decisions, asks, checkins, outcomes, documents, foreword] = await Promise.all([
    wrapsLately(act, [id]), unownedIn(act, id), openDecisionsIn(act, [id]), openAsksIn(act, id), checkinsLately(act, id), outcomesLately(act, id), documentsIn(act, [id]), forewords(act, 'status', [id]),
  ])
  const facts = { reader: readerOf(act), wraps, unowned, decisions, asks, checkins, outcomes, stale: documents.filter(({ truth }) => truth === 'stale') }
  return view(act, { title: inWords(said`How ${space.name} stands`, wordsOf(act)), lede: statusLede(facts), sections: projectStatus(facts), foreword, ending: statusEnding(space.name, wordsOf(act)) })
}

/** What happened since the reader was away: the brief's own matters, to be read in one go. */
export async function viewAway(act: Looking, { since }: InputOf<typeof readAway>): Promise<Radiator> {
  const brief = await composeBrief(act, { asked: since === undefined ? null : Temporal.Instant.from(since) })
  return view(act, { title: inWords(said`Since you were away`, wordsOf(act)), lede: brief.lede, sections: sinceAway(brief.sections, wordsOf(act)), ending: brief.ending })
}
