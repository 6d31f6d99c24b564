import type { Command } from 'commander'
import type { Directory } from '../directory.ts'
import { several } from './common.ts'

export type RoleFlags = { accountable?: string; responsible?: string[]; consulted?: string[]; informed?: string[] }

/** Who decides, does, is asked, and is told; people by name, address or id. */
export function addRoleFlags(command: Command): Command {
  return command.option('--accountable <person>', 'The one person who signs; you unless given.').option('--responsible <person>', 'Who will do it; their input is needed. May be given several times.', several)
    .option('--consulted <person>', 'Whose input is needed. May be given several times.', several).option('--informed <person>', 'Who is told. May be given several times.', several)
}

/** @throws {UsageError} naming the people who fit, where a name fits several or none */
export async function rolesFrom(flags: RoleFlags, book: Directory, me: string) {
  const ids = (names: string[] | undefined) => Promise.all((names ?? []).map((name) => book.person(name)))
  return {
    accountableId: flags.accountable === undefined ? me : await book.person(flags.accountable), responsibleIds: await ids(flags.responsible), consultedIds: await ids(flags.consulted), informedIds: await ids(flags.informed),
  }
}
