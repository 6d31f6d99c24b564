import { easyPassword } from '#domain/people/easy-password.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { hashPassword } from '#server/platform/auth/passwords.ts'
import { breachedCheck } from './breached-passwords.ts'

/** Words that say where the password is for, whoever sets it. */
const OURS = ['Longhand', 'workspace']

/**
 * Hashes a password that somebody chose.
 * @param known their name, their address, and the name of their workspace
 * @throws {Refusal} `bad_input` for one that is among the first that anybody tries
 */
export async function hashChosen(password: string, known: readonly string[]): Promise<string> {
  const easy = easyPassword(password, [...known, ...OURS], await breachedCheck())
  if (easy === 'common') throw new Refusal('bad_input', said`This password is one of the most common ones.`, said`Take another one, such as four words that have nothing to do with each other.`)
  if (easy === 'name') throw new Refusal('bad_input', said`This password is little more than a name.`, said`Take another one, such as four words that have nothing to do with each other.`)
  return hashPassword(password)
}

/** The same for somebody who is here already, under the name that they have or take. @throws {Refusal} `bad_input` */
export async function hashChosenBy({ tx, actor: { workspaceId } }: Pick<Act, 'tx' | 'actor'>, personId: string, { name, password }: { name: string; password: string }): Promise<string> {
  const known = await tx.selectFrom('person as p').innerJoin('workspace as w', 'w.id', 'p.workspace_id').select(['p.email', 'w.name as workspace']).where('p.workspace_id', '=', workspaceId).where('p.id', '=', personId).executeTakeFirstOrThrow()
  return hashChosen(password, [name, known.email, known.workspace])
}
