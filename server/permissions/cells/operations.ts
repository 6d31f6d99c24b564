import * as answers from '#contract/faq.ts'
import * as asks from '#contract/asks.ts'
import * as attention from '#contract/attention.ts'
import * as decisions from '#contract/decisions.ts'
import * as entries from '#contract/entries.ts'
import * as handoffs from '#contract/handoffs.ts'
import * as links from '#contract/links.ts'
import type { AnyOperation } from '#contract/operation.ts'
import * as truth from '#contract/page-truth.ts'
import * as pages from '#contract/pages.ts'
import * as radiators from '#contract/radiators.ts'
import * as runs from '#contract/runs.ts'
import * as spaces from '#contract/spaces.ts'
import * as threads from '#contract/threads.ts'
import type { Needs } from './expectations.ts'

export type Kind = 'thread' | 'wrap' | 'ask' | 'decision' | 'page' | 'space'
/** Something in a place: its number, its first reply, and where it stands. People are those whom inputs name. */
export type Target = { number: number; replyId: string; spaceId: string; people: { lead: string; author: string; member: string } }

/** One operation on one kind of thing. `once`: whoever may do it leaves nothing for the next. */
export type Case = { operation: AnyOperation; on: Kind; needs: Needs; input: (target: Target) => Record<string, unknown>; once: boolean }

type More = (target: Target) => Record<string, unknown>
const numbered = (on: Kind, needs: Needs, list: readonly (readonly [AnyOperation, (More | undefined)?, 'once'?])[]): Case[] =>
  list.map(([operation, more = () => ({}), once]) => ({ operation, on, needs, once: once === 'once', input: (target) => ({ number: target.number, ...more(target) }) }))
const replied = (needs: Needs, list: readonly (readonly [AnyOperation, (More | undefined)?])[]): Case[] =>
  list.map(([operation, more = () => ({})]) => ({ operation, on: 'thread', needs, once: true, input: (target) => ({ id: target.replyId, ...more(target) }) }))
const spaced = (needs: Needs, key: 'id' | 'spaceId', list: readonly (readonly [AnyOperation, (More | undefined)?, 'once'?])[]): Case[] =>
  list.map(([operation, more = () => ({}), once]) => ({ operation, on: 'space', needs, once: once === 'once', input: (target) => ({ [key]: target.spaceId, ...more(target) }) }))

const BODY = () => ({ body: 'The new one.' })
const LATER = '2026-12-31T12:00:00Z'
const WORDS = { state: 'All is well', nextAction: 'Go on', mostImportant: 'Go on' }
const OPTIONS = { title: 'Which cache?', needed: 'One.', options: [{ id: 'old', title: 'The old one' }, { id: 'new', title: 'The new one' }] }

const READ_BY_NUMBER = (['thread', 'wrap', 'ask', 'decision', 'page'] as const).flatMap((kind) => numbered(kind, 'read', [[entries.readEntry], [attention.readDelivery], [threads.listLinks], [links.linksFrom], [links.linksTo]]))

const THREADS: readonly Case[] = [
  ...numbered('thread', 'read', [[threads.readThread], [threads.readHistory], [threads.readHistory, ({ replyId }) => ({ replyId })], [links.suggestLinks], [decisions.prefillDecision, ({ number }) => ({ number: undefined, threadNumber: number })]]),
  ...numbered('thread', 'mark', [[threads.followThread, () => ({ follow: 'muted' })], [threads.markRead, () => ({ seq: 1 })], [threads.saveForLater, () => ({ saved: true })]]),
  ...numbered('thread', 'write', [
    [threads.postReply, BODY], [threads.setState, () => ({ text: 'Now.', version: 0 })], [threads.react, () => ({ emoji: '👍' })], [threads.elevate, ({ replyId }) => ({ replyId, to: 'learning', title: 'Learnt' }), 'once'],
    [threads.resolveThread, () => ({ outcome: 'Done.' }), 'once'], [threads.reopenThread, () => ({ reason: 'More.' })],
  ]),
  ...numbered('thread', 'own', [[threads.editThread, () => ({ title: 'Other' })], [threads.undoThread], [entries.deleteEntry, undefined, 'once']]),
  ...numbered('thread', 'keep', [[threads.splitThread, ({ replyId }) => ({ replyIds: [replyId], title: 'Other', summary: 'So far.' }), 'once']]),
  ...numbered('thread', 'restore', [[entries.restoreEntry, undefined, 'once']]),
  ...replied('own', [[threads.editReply, () => ({ body: 'Other.' })], [threads.deleteReply], [threads.undoReply]]), ...replied('others', [[threads.markReply, () => ({ mark: 'too-long' })]]), ...replied('back', [[threads.restoreReply]]),
]

const ASKS: readonly Case[] = [
  ...numbered('ask', 'read', [[asks.readAsk], [threads.readThread]]), ...numbered('ask', 'mark', [[asks.seeAsk]]), ...numbered('ask', 'write', [[asks.addToAsk, BODY]]),
  ...numbered('ask', 'answerer', [[asks.answerAsk, BODY, 'once'], [asks.askBack, BODY, 'once'], [asks.declineAsk, () => ({ reason: 'Not mine.' }), 'once'], [asks.acknowledgeAsk]]),
  ...numbered('ask', 'asker', [[asks.withdrawAsk, undefined, 'once'], [asks.changeDue, () => ({ dueAt: LATER })]]),
]

const DECISIONS: readonly Case[] = [
  ...numbered('decision', 'read', [[decisions.readDecision], [decisions.decisionHistory]]), ...numbered('decision', 'mark', [[decisions.seeDecision]]),
  ...numbered('decision', 'write', [[decisions.takePosition, () => ({ kind: 'support' })], [decisions.addRemark, () => ({ field: 'needed', body: 'Which load?' })], [threads.postReply, BODY]]),
  ...numbered('decision', 'own', [
    [decisions.editDecision, () => ({ version: 1, content: { ...OPTIONS, context: 'Under load.' } })], [decisions.setDecisionRoles, ({ people }) => ({ roles: { accountableId: people.author } })],
    [decisions.moreTimeForDecision, () => ({ deadline: LATER })], [decisions.withdrawDecision, () => ({ reason: 'Not now.' }), 'once'],
  ]),
]

const PAGES: readonly Case[] = [
  ...numbered('page', 'read', [[pages.readPage], [pages.pageVersions], [pages.pageVersion, () => ({ version: 1 })], [runs.previewSteps], [runs.listSchedules]]),
  ...numbered('page', 'write', [
    [pages.savePage, () => ({ base: 1, text: '1. The relay restarts by itself.' })], [pages.restorePageVersion, () => ({ version: 1 })], [pages.movePage, () => ({ parent: null })], [truth.ownPage, () => ({ ownerId: null })],
    [truth.verifyPage, () => ({ version: 1 })], [truth.usePage, () => ({ verdict: 'helped' })], [truth.forgetUse], [truth.remarkOnPage, () => ({ version: 1, start: 0, end: 5, body: 'Which one?' })], [runs.startRun],
  ]),
  ...numbered('page', 'keep', [[entries.deleteEntry, undefined, 'once']]),
]

const WRAPS: readonly Case[] = [...numbered('wrap', 'read', [[handoffs.readWrap]]), ...numbered('wrap', 'own', [[entries.deleteEntry, undefined, 'once']]), ...numbered('wrap', 'restore', [[entries.restoreEntry, undefined, 'once']])]

const SPACES: readonly Case[] = [
  ...spaced('read', 'id', [[spaces.readSpace], [radiators.readStatus]]),
  ...spaced('read', 'spaceId', [[entries.listEntries], [threads.listThreads], [asks.listAsks], [decisions.listDecisions], [decisions.decisionMap], [decisions.exportAdr], [pages.listPages], [pages.pageTree], [runs.listRuns], [runs.dueTurns], [radiators.readStartHere], [radiators.readTeam], [answers.faqCandidates], [threads.mentionCost, () => ({ text: '@space' })]]),
  ...spaced('write', 'spaceId', [
    [threads.postThread, () => ({ title: 'New' })], [handoffs.postWrap, () => WORDS], [decisions.createDecision, () => ({ content: OPTIONS })], [pages.createPage, () => ({ title: 'A page', text: 'Words.' })],
    [decisions.importAdr, () => ({ files: [{ path: '0001-cache.md', text: '# 1. Cache\n\n## Status\n\nAccepted\n\n## Decision\n\nWe use the new one.\n' }] })],
  ]),
  ...spaced('manage', 'id', [[spaces.editSpace, () => ({ purpose: 'What for.' })], [spaces.addSpaceMember, ({ people }) => ({ personId: people.author })], [spaces.removeSpaceMember, ({ people }) => ({ personId: people.lead }), 'once'], [spaces.archiveSpace, () => ({ archived: true }), 'once']]),
  ...spaced('join', 'id', [[spaces.joinSpace, undefined, 'once']]), ...spaced('mark', 'id', [[spaces.leaveSpace, undefined, 'once']]),
]

export const CASES: readonly Case[] = [...READ_BY_NUMBER, ...THREADS, ...ASKS, ...DECISIONS, ...PAGES, ...WRAPS, ...SPACES]

/** Operations that name an entry, a reply or a space and have no cells here, and what they need that a mere thing in a place has not. The rows of their rooms hold them. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
  'wraps.clear-line': 'a blocker', 'wraps.prefill': 'git', 'batons.list': 'batons', 'batons.receiver': 'a receiver', 'calls.close': 'an offered call', 'calls.dismiss': 'an offered call', 'calls.propose': 'an offered call', 'threads.confirm-read': 'a notice', 'threads.move': 'two places',
  'asks.post': 'somebody else to ask', 'asks.clarify': 'a question that was asked back', 'asks.not-answered': 'an answered ask', 'asks.rate': 'an urgent ask', 'decisions.open': 'a draft', 'decisions.sign': 'a decision that everybody has spoken on',
  'asks.reassign': 'somebody else to ask', 'asks.snooze': 'two people', 'asks.preview': 'somebody to ask', 'faq.drop': 'an answered ask', 'faq.keep': 'an answered ask', 'faq.of': 'an answered ask', 'checkins.ask-blocker': 'a check-in', 'checkins.read-answer': 'a check-in', 'checkins.create': 'a form', 'checkins.forms': 'forms',
  'decisions.confirm': 'a provisional decision', 'decisions.deprecate': 'a signed decision', 'decisions.hold-call': 'an objection', 'decisions.place-call': 'an objection', 'decisions.propose-call': 'an objection', 'decisions.resolve-remark': 'a remark', 'decisions.resume': 'a withdrawn decision',
  'decisions.review': 'a signed decision', 'decisions.supersede': 'two decisions', 'decisions.waive': 'somebody consulted', 'decisions.adr': 'a signed decision', 'decisions.preview': 'roles', 'pages.answer-remark': 'a remark', 'pages.resolve-remark': 'a remark', 'pages.settle': 'a place that is wrong',
  'runs.schedule': 'a rhythm', 'runs.schedules': 'a schedule', 'runs.list': 'runs', 'runs.due': 'turns', 'links.preview': 'a deleted target says so', 'people.list': 'people', 'inbox.done-all': 'items of one’s own', 'imports.begin': 'a run', 'webhooks.add': 'an endpoint', 'webhooks.edit': 'an endpoint', 'links.suggest': 'a text',
}
