import { z } from 'zod'
import { operation } from './operation.ts'
import { Id, InstantText, Ok, words } from './shapes.ts'

/** As for search, and for the name of anything. Unit: characters. */
const QUESTION_MAX = 500
const NAME_MAX = 80
const Question = words(QUESTION_MAX).describe('As search takes it, operators included.')
const Name = words(NAME_MAX)

const Saved = z.object({
  id: Id, name: z.string(), q: z.string(), digest: z.boolean().describe('What is new there stands in your digest.'), savedAt: InstantText, lookedAt: InstantText,
  fresh: z.number().describe('How many texts were written since you looked, of those that are weighed.'),
})
export type SavedSearch = z.output<typeof Saved>
const refusesOne = ['not_found'] as const

export const saveSearch = operation({
  name: 'searches.save', method: 'POST', path: '/searches', needs: 'attention:write', tool: true, does: 'Keeps a question under a name, for you alone; what is new there can stand in your digest. The same name again keeps the newer question.',
  input: z.object({ name: Name, q: Question, digest: z.boolean().default(false) }), output: Saved, refuses: ['too_many'],
})
export const listSearches = operation({
  name: 'searches.list', method: 'GET', path: '/searches', needs: 'search:read', tool: true, does: 'Lists your saved searches by name, with how much is new in each since you looked.', input: z.object({}), output: z.object({ items: z.array(Saved) }),
})
export const changeSearch = operation({
  name: 'searches.change', method: 'PATCH', path: '/searches/:id', needs: 'attention:write', does: 'Gives a saved search another name or question, or puts it into the digest or takes it out.',
  input: z.object({ id: Id, name: Name.optional(), q: Question.optional(), digest: z.boolean().optional() }), output: Saved, refuses: ['not_found', 'conflict'],
})
export const dropSearch = operation({ name: 'searches.drop', method: 'DELETE', path: '/searches/:id', needs: 'attention:write', does: 'Forgets a saved search.', input: z.object({ id: Id }), output: Ok, refuses: refusesOne })
export const lookAtSearch = operation({ name: 'searches.look', method: 'POST', path: '/searches/:id/look', needs: 'attention:write', does: 'Notes that you looked: what is written from now on is new.', input: z.object({ id: Id }), output: Saved, refuses: refusesOne })

export const readLanguage = operation({
  name: 'searches.language', method: 'GET', path: '/search/language', needs: 'search:read', does: 'Says how words are cut and stemmed in this workspace, and which languages there are.', input: z.object({}),
  output: z.object({ language: z.string(), languages: z.array(z.string()).describe('As PostgreSQL names them; `simple` takes words as they stand.'), left: z.number().describe('Texts that are still to be read again in the new language.'), can: z.array(z.enum(['change'])) }),
})
export const setLanguage = operation({
  name: 'searches.set-language', method: 'PUT', path: '/search/language', needs: 'admin:write', does: 'Takes another language for search; every text is read again, which takes a while for many.',
  input: z.object({ language: z.string().max(63) }), output: readLanguage.output, refuses: ['not_allowed', 'bad_input'],
})
