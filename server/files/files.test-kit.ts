import { readdirSync } from 'node:fs'
import { uploadFile } from '#contract/files.ts'
import type { FileView } from '#contract/files.ts'
import { postWrap } from '#contract/handoffs.ts'
import { actAs } from '#server/platform/act.ts'
import type { Act } from '#server/platform/act.ts'
import { actorOf } from '#server/platform/auth/identify.ts'
import { entryByNumber } from '#server/entries/public.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'

/** The smallest picture: one transparent pixel. */
export const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')

export const send = (person: TestPerson, name: string, bytes: Buffer | string = 'Some words.', idempotencyKey?: string): Promise<FileView> =>
  person.call(uploadFile, { name }, { file: new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]), ...(idempotencyKey && { idempotencyKey }) })

/** Runs commands as somebody, in one transaction. */
export const doAs = <T>(app: TestApp, person: Pick<TestPerson, 'id'>, work: (act: Act) => Promise<T>): Promise<T> => app.asSystem(async (act) => {
  const actor = await actorOf(act.tx, app.workspaceId, person.id)
  if (!actor) throw new Error('Nobody to act as.')
  return work(actAs(act, actor))
})

/** A new wrap of somebody, as a text that may show files. */
export async function entryBy(app: TestApp, person: TestPerson, spaceId = app.spaceId): Promise<{ number: number; entryId: string }> {
  const { number } = await person.call(postWrap, { spaceId, state: 'Steady.', nextAction: 'Go on.', mostImportant: 'All is well.' })
  return { number, entryId: await doAs(app, person, async (act) => (await entryByNumber(act, number)).id) }
}

/** Names of all files that lie on disk, whatever they are. */
export function onDisk(app: TestApp): string[] {
  try { return readdirSync(app.filesIn, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => one.name).toSorted() } catch { return [] }
}
