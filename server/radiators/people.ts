import { allowanceWords } from '#domain/agreement/setting-words.ts'
import { tldrOf } from '#domain/handoffs/tldr.ts'
import type { Agreement, Member, Reader, Role } from '#domain/radiators/facts.ts'
import { zoneAt } from '#domain/time/periods.ts'
import { readAgreementText, versionFor } from '#server/agreement/public.ts'
import { calendarsOf, holdersByRole, namesOf, teamRoles, visiblePeople } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { wordsOf } from '#server/platform/words.ts'

export type Looking = Pick<Act, 'tx' | 'actor' | 'now'>

export const readerOf = ({ actor, now }: Looking): Reader => ({ id: actor.personId, zone: actor.zone, now, words: wordsOf({ actor }) })

/** People whom the reader may see, of these where some are meant, with their hours and roles. A cover whom they may not see is nobody. */
export async function membersSeen(act: Looking, only: readonly string[] | null): Promise<Member[]> {
  const everybody = await visiblePeople(act)
  const people = only === null ? everybody : everybody.filter(({ id }) => only.includes(id))
  const known = new Set(everybody.map(({ id }) => id))
  const [calendars, roles] = await Promise.all([calendarsOf(act, people.map(({ id }) => id)), rolesSeen(act)])
  return people.map(({ id, name, zone, role }): Member => {
    const calendar = calendars.get(id) ?? { periods: [], holidays: new Set<string>(), absences: [], given: new Set<string>(), taken: [] }
    return {
      id, name, guest: role === 'guest', zone: calendar.periods.length > 0 ? zoneAt(calendar, act.now) : zone, roles: roles.filter(({ holders }) => holders.some((holder) => holder.id === id)).map((held) => held.name),
      calendar: { ...calendar, absences: calendar.absences.map((absence) => ({ ...absence, coverId: absence.coverId !== null && known.has(absence.coverId) ? absence.coverId : null })) },
    }
  })
}

/** Roles with those who hold them, as far as the reader may see those. */
export async function rolesSeen(act: Looking): Promise<Role[]> {
  const [roles, holders, people] = await Promise.all([teamRoles(act), holdersByRole(act), visiblePeople(act)])
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return roles.filter((role) => role.archived_at === null).flatMap(({ id, name, purpose }): Role[] => {
    const all = holders.get(id) ?? []
    const seen = all.flatMap((holder) => names.has(holder) ? [{ id: holder, name: names.get(holder) ?? '' }] : [])
    return all.length > 0 && seen.length === 0 ? [] : [{ name, purpose, holders: seen }]
  })
}

/** The agreement in force, each clause by its first sentence; null where the team has none yet. */
export async function agreementNow(act: Looking): Promise<Agreement | null> {
  const version = await versionFor(act).catch(() => null)
  if (version === null) return null
  const { clauses } = readAgreementText(version.text)
  const author = (await namesOf(act, [version.authorId])).get(version.authorId)?.name ?? ''
  return {
    version: version.version, changedAt: version.createdAt, changedBy: author, clauses: clauses.map(({ number, title, text }) => ({ number, title, gist: tldrOf(text) })),
    responses: version.settings.responses.map(({ name, allowance, meaning }) => ({ name, within: allowanceWords(allowance, wordsOf(act)), meaning })),
  }
}
