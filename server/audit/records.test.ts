import { OPERATIONS } from '#contract/index.ts'
import { changes } from '#contract/operation.ts'
import { expect, test } from 'vitest'
import { RECORDS } from './records.ts'

/** What the log is not told of, and why. A feature stands for all of its writes. */
const NOT_TOLD: Readonly<Record<string, string>> = {
  asks: 'content, which has its own history', threads: 'content', replies: 'content', decisions: 'content', pages: 'content', runs: 'content', wraps: 'content', batons: 'content', calls: 'content', checkins: 'content',
  entries: 'content; what is emptied for good is told by the timer', files: 'content', drafts: 'somebody’s own', brief: 'somebody’s own reading', inbox: 'somebody’s own reading', focus: 'somebody’s own time',
  attention: 'somebody’s own time', push: 'somebody’s own devices', searches: 'somebody’s own', writing: 'somebody’s own', faq: 'content', people: 'hours and absences, which have their own history',
  'account.request-magic-link': 'anybody asks; it is told once somebody comes in', 'agreement.acknowledge': 'reading', 'agreement.diff': 'changes nothing', 'mail-in.wish': 'somebody’s own mails', 'webhooks.test': 'changes nothing', 'webhooks.redeliver': 'the same message, to the same endpoint',
  'imports.send': 'part of an import that is told', 'imports.send-pages': 'part of an import that is told', 'imports.link-pages': 'part of an import that is told',
}

test('every operation that changes something is told to the audit log, or says why not', () => {
  const told = new Set(RECORDS.map(({ operation }) => operation.name))
  const left = OPERATIONS.filter((operation) => changes(operation) && !told.has(operation.name)).map(({ name }) => name)
  const why = (name: string) => NOT_TOLD[name] ?? NOT_TOLD[name.split('.')[0] ?? '']
  expect(left.filter((name) => why(name) === undefined)).toEqual([])
  expect(Object.keys(NOT_TOLD).filter((name) => !left.some((one) => one === name || one.startsWith(`${name}.`)))).toEqual([])
})

test('no operation is told twice', () => {
  const names = RECORDS.map(({ operation }) => operation.name)
  expect(new Set(names).size).toBe(names.length)
})
