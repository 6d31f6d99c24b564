import { listMembers } from '#contract/members.ts'
import type { Receiver } from '#contract/handoffs.ts'
import { listPeople, listTeamRoles } from '#contract/people.ts'
import { ProblemError } from '#contract/problem.ts'
import type { WrittenReceiver } from '#domain/handoffs/wrap-text.ts'
import { terminalAsk } from './ask.ts'
import type { Cli } from './context.ts'
import { UsageError } from './errors.ts'
import { pick } from './lookup.ts'

/** Who and what people mean when they write a name. Each list is read once. */
export type Directory = {
  person(given: string): Promise<string>
  space(given: string | undefined): Promise<{ id: string; name: string }>
  receiver(given: WrittenReceiver): Promise<Receiver>
  people(): Promise<{ id: string; name: string }[]>
  roles(): Promise<{ id: string; name: string }[]>
}

export function directory(cli: Cli): Directory {
  let people: Promise<{ id: string; name: string }[]> | null = null
  let roles: Promise<{ id: string; name: string }[]> | null = null
  const book: Directory = {
    people: () => people ??= cli.call(listPeople, {}).then((found) => found.people.filter((one) => one.state === 'active')),
    roles: () => roles ??= cli.call(listTeamRoles, {}).then((found) => found.roles.filter((one) => !one.archived)),
    async person(given) {
      if (given.includes('@')) return byEmail(cli, given)
      return pick(given, await book.people(), { what: 'person', see: 'longhand people' }).id
    },
    space: (given) => chooseSpace(cli, given),
    async receiver(given) {
      if (given.kind === 'shift') return given
      if (given.kind === 'person') return { kind: 'person', personId: await book.person(given.name) }
      return { kind: 'role', roleId: pick(given.name, await book.roles(), { what: 'role', see: 'longhand people team-roles' }).id }
    },
  }
  return book
}

/** Addresses are shown to admins only; everybody knows their own. */
async function byEmail(cli: Cli, given: string): Promise<string> {
  const email = given.trim().toLowerCase()
  const me = await cli.me()
  if (me.person.email.toLowerCase() === email) return me.person.id
  try {
    const { members } = await cli.call(listMembers, {})
    const found = members.find((member) => member.email.toLowerCase() === email)
    if (found) return found.id
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.status !== 403) throw error
    throw new UsageError(`You may not look up who ${email} is; only admins see addresses.`, 'Write the person’s name; `longhand people` lists them.')
  }
  throw new UsageError(`Nobody here has the address ${email}.`, 'Write the person’s name; `longhand people` lists them.')
}

async function chooseSpace(cli: Cli, given: string | undefined): Promise<{ id: string; name: string }> {
  const { spaces } = await cli.me()
  if (given !== undefined) return pick(given, spaces, { what: 'space', see: 'longhand spaces list' })
  const mine = spaces.filter((space) => space.joined && space.noise === 'work')
  const [only] = mine
  if (only && mine.length === 1) return only
  if (mine.length === 0) throw new UsageError('You are in no space yet.', 'Join one: `longhand spaces list`, then `longhand spaces join <id>`.')
  if (!cli.mayAsk()) throw new UsageError('You are in several spaces, so it must be said which.', `Add --space with one of ${mine.map((space) => space.name).join(', ')}.`)
  const id = await terminalAsk.one('Which space?', mine.map((space) => ({ value: space.id, label: space.name })))
  return pick(id, mine, { what: 'space', see: 'longhand spaces list' })
}
