import { z } from 'zod'
import { operation } from './operation.ts'
import { PageView } from './pages.ts'
import { EntryNumber, Id, Ok, text, words } from './shapes.ts'

const NOTE_MAX = 4000
const LINE_MAX = 500
const QUOTE_MAX = 1000
/** Longest time between two looks at a page. Unit: days. */
const REVIEW_DAYS_MAX = 730

const Number = { number: EntryNumber }
const refusesOne = ['not_found', 'not_allowed', 'conflict'] as const
const refusesWrite = [...refusesOne, 'bad_input'] as const
const ReviewDays = z.number().int().min(1).max(REVIEW_DAYS_MAX).nullable()

export const ownPage = operation({ name: 'pages.own', method: 'PUT', path: '/pages/:number/owner', needs: 'pages:write', does: 'Says who minds a page, and how long a verification of it holds.', input: z.object({ ...Number, ownerId: Id.nullable(), reviewDays: ReviewDays.optional() }), output: PageView, refuses: refusesWrite })
export const verifyPage = operation({
  name: 'pages.verify', method: 'POST', path: '/pages/:number/verify', needs: 'pages:write', tool: true, does: 'Says that a page is true today, and what it was held against.',
  input: z.object({ ...Number, version: z.number().int().min(1).describe('The version that you read.'), against: text(LINE_MAX).default('').describe('What you held it against: a release, a drill, a person.'), reviewDays: ReviewDays.optional() }), output: PageView, refuses: refusesWrite,
})
export const usePage = operation({
  name: 'pages.use', method: 'POST', path: '/pages/:number/use', needs: 'pages:write', tool: true, does: 'Says that a page helped, or that a place in it is wrong; whoever minds it is told about the latter.',
  input: z.object({ ...Number, verdict: z.enum(['helped', 'wrong']), quote: text(QUOTE_MAX).default('').describe('The words that are wrong.'), note: text(NOTE_MAX).default('') }), output: PageView, refuses: refusesWrite,
})
export const settleWrong = operation({ name: 'pages.settle', method: 'POST', path: '/pages/:number/wrong/:id/settle', needs: 'pages:write', does: 'Says that a wrong place was dealt with; who reported it is told.', input: z.object({ ...Number, id: Id, note: text(LINE_MAX).default('') }), output: PageView, refuses: refusesWrite })
export const remarkOnPage = operation({
  name: 'pages.remark', method: 'POST', path: '/pages/:number/remarks', needs: 'pages:write', does: 'Remarks on a passage of a page; it stays with the passage when the text changes.',
  input: z.object({ ...Number, start: z.number().int().min(0).describe('Where the passage begins in the text, in UTF-16 units.'), end: z.number().int().min(0), version: z.number().int().min(1), body: words(NOTE_MAX) }), output: PageView, refuses: refusesWrite,
})
export const answerPageRemark = operation({ name: 'pages.answer-remark', method: 'POST', path: '/pages/:number/remarks/:id/answers', needs: 'pages:write', does: 'Answers a remark.', input: z.object({ ...Number, id: Id, body: words(NOTE_MAX) }), output: PageView, refuses: refusesWrite })
export const resolvePageRemark = operation({ name: 'pages.resolve-remark', method: 'POST', path: '/pages/:number/remarks/:id/resolve', needs: 'pages:write', does: 'Says that a remark was dealt with.', input: z.object({ ...Number, id: Id }), output: PageView, refuses: refusesWrite })
export const soleOwners = operation({
  name: 'pages.orphans', method: 'GET', path: '/pages/orphans', needs: 'pages:read', does: 'Lists pages, decisions and spaces whose only owner has left or is about to.',
  input: z.object({}), output: z.object({ items: z.array(z.object({ what: z.enum(['page', 'decision', 'space']), number: z.number().nullable(), spaceId: Id, title: z.string(), ownerName: z.string().nullable(), why: z.string() })) }),
})
export const forgetUse = operation({ name: 'pages.unuse', method: 'DELETE', path: '/pages/:number/use', needs: 'pages:write', does: 'Takes back what you said of a page.', input: z.object(Number), output: Ok, refuses: refusesOne })
