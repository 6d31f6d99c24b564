import type { FileView, SentFile } from '#contract/files.ts'
import { fileAddress, fileMarkdown } from '#domain/files/links.ts'
import { isShown } from '#domain/files/images.ts'
import { may } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { filesById } from './queries.ts'
import type { FileFound } from './queries.ts'

type Reader = Pick<Act, 'tx' | 'actor'>

/** The one question whether the actor may read a file, asked anew each time: its owner while no text uses it, then whoever sees a text that does. */
export async function mayReadFile(act: Reader, id: string): Promise<boolean> {
  const found = (await filesById(act, [id])).get(id)
  return found !== undefined && may(act.actor, 'file.see', { file: found.rights })
}

/** What is not there, what was deleted, and what somebody may not see: the same words. */
export const noSuchFile = (): Refusal => new Refusal('not_found', said`There is no such file that you can see.`, said`Check the link, or ask the person who sent it to add you to the space.`)

/**
 * One file that the actor may read.
 * @throws {Refusal} `not_found`
 */
export async function fileFor(act: Reader, id: string, lock?: 'for update'): Promise<FileFound> {
  const found = (await filesById(act, [id], lock)).get(id)
  if (!found || !may(act.actor, 'file.see', { file: found.rights })) throw noSuchFile()
  return found
}

export async function viewFile(act: Reader, { id }: { id: string }): Promise<FileView> {
  return shape(act, await fileFor(act, id))
}

/** Which bytes are sent. The name in the address is for people: the one that is kept is used. */
export async function viewSent(act: Reader, { id }: { id: string }): Promise<SentFile> {
  const { name, type, size, sha256 } = await fileFor(act, id)
  return { id, name, type, size, sha256, image: isShown(type) }
}

export type FileLink = Pick<FileView, 'id' | 'name' | 'type' | 'size' | 'url' | 'image'>

/** A file as it stands beside a text. */
export const linkTo = ({ id, name, type, size }: Pick<FileFound, 'id' | 'name' | 'type' | 'size'>): FileLink => ({ id, name, type, size, url: fileAddress({ id, name }), image: isShown(type) })

function shape({ actor }: Pick<Reader, 'actor'>, file: FileFound): FileView {
  const link = linkTo(file)
  return {
    ...link, markdown: fileMarkdown(link), ownerId: file.ownerId, state: file.state, createdAt: file.createdAt.toString(),
    can: may(actor, 'file.delete', { file: file.rights }) ? ['delete'] : [],
  }
}
