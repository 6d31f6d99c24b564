import { currentTime } from '../clock.ts'
import { KEPT_AT } from './kept-at.ts'

/** Where the browser keeps them: of one person at a time, until they sign out here or somebody else signs in. */
const STORE = 'longhand.answers'
/** Whose answers they are: a person's id, at an address that the server does not have. */
const OWNER = '/longhand-owner'
const ME = '/api/v1/me'
const SESSION = '/api/v1/session'
/** Beside an answer: the numbers of entries and the ids of spaces it tells of, so that it can be let go without being read. */
const TELLS_OF = 'x-longhand-tells-of'
/** So many answers are kept; the oldest go first. */
const KEPT_MAX = 400

/** What is read again without a network: the rooms where people read and write, and what writing needs. Search, files and the back rooms are left out. */
const READ_AGAIN = /^\/api\/v1\/(me|agreement|away|saved|start-here|team|team-roles|(asks|batons|brief|checkins|decisions|entries|focus|inbox|pages|people|spaces|threads|wraps)(\/.*)?|links\/to\/\d+)(\?.*)?$/
const NOT_THESE = /\/(adr|delivery|export|history|hit-rate|names|orphans|overlap|receiver|trash|versions)\b/
export const isReadAgain = (url: string): boolean => READ_AGAIN.test(url) && !NOT_THESE.test(url)

const SIGNED_OUT = 401
/** The person may not see it, or it is gone. */
const LET_GO: readonly number[] = [403, 404, 410]

/** Grows when everything is forgotten, so that an answer that was still on its way is not kept afterwards. */
let times = 0

/** Keeps an answer that is read again, and lets go of what the server no longer gives. Called with every answer, before it is read. */
export function hear(url: string, method: string, answer: Response) {
  if (answer.status === SIGNED_OUT || (method !== 'GET' && url === SESSION)) return void forgetAll()
  if (method !== 'GET' || !isReadAgain(url)) return
  // An answer whose page was left before it was read to its end has nothing to keep.
  if (answer.ok) keep(url, answer.clone()).catch(() => undefined)
  else if (LET_GO.includes(answer.status)) void letGo(url)
}

/** Forgets everything on this device that was read. What was written stays: it is its writer's. */
export async function forgetAll(): Promise<void> {
  times += 1
  await globalThis.caches?.delete(STORE)
}

async function keep(url: string, answer: Response): Promise<void> {
  const asked = times
  const text = await answer.text()
  const told: unknown = JSON.parse(text)
  if (url === ME && await isOwnedByAnother(personIn(told))) await forgetAll()
  else if (asked !== times) return
  const store = await caches.open(STORE)
  if (url === ME) await store.put(OWNER, new Response(personIn(told)))
  await store.put(url, new Response(text, { headers: { 'content-type': 'application/json', [KEPT_AT]: currentTime().toString(), [TELLS_OF]: toldOf(told).join(' ') } }))
  const keys = await store.keys()
  for (const key of keys.slice(0, Math.max(0, keys.length - KEPT_MAX))) if (!isOurs(key)) await store.delete(key)
}

const isOurs = ({ url }: Request) => [OWNER, ME].includes(new URL(url).pathname)

async function letGo(url: string): Promise<void> {
  await (await caches.open(STORE)).delete(url)
}

async function isOwnedByAnother(personId: string): Promise<boolean> {
  const owner = await (await caches.open(STORE)).match(OWNER)
  return owner !== undefined && await owner.text() !== personId
}

const personIn = (me: unknown): string => (me as { person: { id: string } }).person.id

/**
 * The answer to a read as it was kept; undefined where it was not.
 * Who is signed in is told with the time of now: the page's clock must not stand where it stood then.
 */
export async function keptAnswer(url: string): Promise<Response | undefined> {
  const answer = await (await caches.open(STORE)).match(url)
  if (!answer || url !== ME) return answer
  const me = await answer.json() as { clock: { now: string, stands: boolean } }
  const clock = me.clock.stands ? me.clock : { ...me.clock, now: currentTime().toString() }
  return new Response(JSON.stringify({ ...me, clock }), { headers: { [KEPT_AT]: answer.headers.get(KEPT_AT) ?? '' } })
}

/** What an answer tells of: `128` for an entry, an id for a space. */
export function toldOf(told: unknown): string[] {
  const found = new Set<string>()
  const look = (one: unknown) => {
    if (typeof one !== 'object' || one === null) return
    for (const [name, value] of Object.entries(one)) {
      if (name === 'number' && typeof value === 'number') found.add(String(value))
      else if (name === 'spaceId' && typeof value === 'string') found.add(value)
      else look(value)
    }
  }
  look(told)
  return [...found]
}

/**
 * Lets go of every answer that tells of something its person may no longer see. Asked when a page meets the server, and again
 * from time to time.
 * @param seen those of these numbers that still stand for something to the person
 * @param spaceIds the spaces that they see
 */
export async function recheck(seen: (numbers: readonly number[]) => Promise<ReadonlySet<number>>, spaceIds: ReadonlySet<string>): Promise<void> {
  if (!await globalThis.caches?.has(STORE)) return
  const store = await caches.open(STORE)
  const kept = await Promise.all((await store.keys()).map(async (key) => ({ key, of: (await store.match(key))?.headers.get(TELLS_OF)?.split(' ').filter(Boolean) ?? [] })))
  const numbers = new Set(kept.flatMap(({ of }) => of.filter(isNumber).map(Number)))
  const still = await seen([...numbers])
  const gone = kept.filter(({ of }) => of.some((one) => (isNumber(one) ? !still.has(Number(one)) : !spaceIds.has(one))))
  for (const { key } of gone) await store.delete(key)
}

const isNumber = (one: string) => /^\d+$/.test(one)
