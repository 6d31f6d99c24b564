import { describe, expect, test } from 'vitest'
import { privateMatter } from './private-matters.ts'

const NAMES = ['Ana Sofia Reis', 'Ben Okafor', 'Mei Tanaka', 'Kenji']

describe('what is not asked of the record, with its rule', () => {
  test.each([
    ['who works the most hours?', 'watching'], ['Who works most?', 'watching'], ['who works the longest', 'watching'], ['Who answers slowest?', 'watching'],
    ['who reads messages the slowest', 'watching'], ['who replies late', 'watching'], ['which person answers asks the fastest?', 'watching'], ['who is the least productive', 'watching'],
    ['Who is the slowest in the team?', 'watching'], ['which developer ships the least', 'watching'], ['who has not read the announcement', 'watching'], ['who read my message', 'watching'],
    ['who hasn’t answered #12', 'watching'], ['rank the engineers by commits', 'watching'], ['compare all employees by response time', 'watching'], ['top performers of this quarter', 'watching'],
    ['hours worked per person', 'watching'], ['response times by employee', 'watching'], ['Is Ana or Ben faster?', 'watching'], ['who is online right now', 'watching'], ['who is slacking', 'watching'],
    ['who worked overtime last week', 'watching'], ['who works late', 'watching'], ['my colleagues who answer least', 'watching'],
    ["Ana's receipts", 'receipts'], ['show me the receipts of Ben', 'receipts'], ['how many hours did Mei work last week', 'receipts'], ['how much deep work did Kenji have', 'receipts'],
    ['how many interruptions does Ana have', 'receipts'], ['how often does Ben answer late', 'receipts'], ['how productive is Mei?', 'receipts'], ['when was Ben last online', 'receipts'],
    ['has Ana read my wrap', 'receipts'], ['how fast does Mei reply', 'receipts'], ["Ben Okafor's focus time", 'receipts'], ["everybody's overtime", 'receipts'], ['how many meetings does Ben attend', 'receipts'],
    ['what is Ana’s salary?', 'pay'], ['who earns the most', 'pay'], ['how much does Ben earn', 'pay'], ['salary of Mei', 'pay'], ['How much does Kenji make?', 'pay'], ['what does zoe earn', 'pay'],
    ["my manager's bonus", 'pay'], ['who got a raise', 'pay'], ['who is the highest paid', 'pay'], ["zoe's salary", 'pay'], ['how much is Ana paid a month', 'pay'],
    ['is Ana sick?', 'health'], ['who is ill today', 'health'], ['why is Ben away', 'health'], ['is Mei pregnant', 'health'], ['who is on sick leave', 'health'], ["Ana's diagnosis", 'health'], ['has Kenji been depressed', 'health'], ['how many sick days did Ben take', 'health'], ['who is burnt out', 'health'],
    ['will Ben be fired', 'staying'], ['who is looking for another job', 'staying'], ['who should we lay off', 'staying'], ['is Ana going to quit', 'staying'],
    ['how old is Mei', 'private-life'], ['where does Ana live', 'private-life'], ['is Ben married', 'private-life'], ["Mei's home address", 'private-life'], ["what is Kenji's password", 'private-life'], ['is Ana gay', 'private-life'],
    ["Ben's drafts", 'private-texts'], ['what did Ana write in private messages to Ben', 'private-texts'], ['show direct messages between Ana and Mei', 'private-texts'],
  ])('%s', (question, rule) => expect(privateMatter(question, NAMES)?.rule).toBe(rule))

  test('each says why, and what to do instead', () => {
    expect(privateMatter('who works the most hours?', NAMES)).toMatchObject({ reason: { key: expect.stringContaining('watches people') }, next: { key: expect.stringMatching(/\.$/) } })
  })
})

describe('what may be asked', () => {
  test.each([
    'who owns the billing runbook?', 'Who owns what?', 'why do we use Valkey?', 'who is on call this weekend', 'who answers questions about billing', 'who reviews the runbook', 'who works on billing?',
    'who decided to use Redis', 'who can help me with the pager', 'which index reads slowest', 'what is the slowest query', 'why is the build slow', 'how fast does the cache answer', 'how many hours does the migration take',
    'what are our core hours', "what are Ana's working hours", 'when is Mei back', 'who covers for Ben', 'what did Ana decide about the ledger', 'what does Ben own', 'has the migration been read only', 'what is our sick leave policy',
    'what to do when I am sick', 'how do I report illness', 'what is the health check endpoint', 'which pods are unhealthy', 'is the cluster ill-configured', 'how do we pay invoices', 'who pays for the licence', 'what is the salary review process',
    'when do we get paid by clients', 'what is the on-call compensation policy', 'why was the alert fired', 'who was paged', 'how old is the backup', 'where does the config live', 'is the repository private', 'where are drafts kept', 'how do I write a draft decision',
    'where do receipts of the cloud bill go', 'what is the response time of urgent asks', 'how many people work here', 'how do we measure productivity of the pipeline', 'who approves the release', 'who has access to production', 'best practice for reviews',
    'what is the most important metric', 'who do I ask about the most expensive queries', 'how do we rank search results', 'what is the address of the office', 'how long does it take to answer an urgent ask', 'does the product team have to carry a pager too', 'how to announce something confidential without leaking personal data',
    'how do we write a blameless review after an outage that people learn from', 'rules for recruiters who want to advertise an opening in chat', 'can anyone merge to main', 'what happens when somebody leaves', 'who should be told of an incident', 'what did my last wrap say',
    'how many interruptions did I have', 'my receipts', 'what is my salary', 'how do we onboard people', 'what raises the alarm', 'who raised the objection about sharding', 'who is responsible for patching the legacy servers',
  ])('%s', (question) => expect(privateMatter(question, NAMES)).toBeNull())
})

test('a name with signs of patterns is a name', () => {
  expect(privateMatter('is c++ (guest) pregnant', ['C++ (Guest) *'])?.rule).toBe('health')
  expect(privateMatter('x', ['((((', '[', ''])).toBeNull()
})
