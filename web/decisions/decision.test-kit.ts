import type { DecisionView, PositionView, RemarkView } from '#contract/decisions.ts'

const uuid = (last: number): string => `0198c0de-0000-7000-8000-${String(last).padStart(12, '0')}`
export const [ANA, BEN, MEI] = [uuid(1), uuid(2), uuid(3)] as const
export const SPACE = uuid(9)
export const NOW = Temporal.Instant.from('2026-03-24T09:00:00Z')

/** A decision in the shape of the contract: open, two options, one recommended. */
export const aDecision = (change: Partial<DecisionView> = {}): DecisionView => ({
  number: 219, title: 'Where do outgoing mails wait?', state: 'open', status: 'Open; Ben has not said anything yet.', door: 'two-way', spaceId: SPACE, spaceName: 'Platform', authorId: ANA, authorName: 'Ana Duarte',
  accountableId: MEI, accountableName: 'Mei Tanaka', deadline: '2026-03-26T16:00:00Z', openedAt: '2026-03-19T09:00:00Z', decidedAt: null, chosen: null, provisionalUntil: null, reviewOn: null, adrNumber: null, fileName: null,
  createdAt: '2026-03-18T09:00:00Z', mine: null, counts: { support: 0, objections: 0, questions: 0, missing: 1 }, supersedes: [], supersededBy: [], tags: [],
  content: {
    title: 'Where do outgoing mails wait?', needed: 'Mails are lost when the server dies.', context: 'Between **commit** and send.', criteria: '', claims: [{ text: 'Twelve a second at peak.', basis: 'known', confidence: 'high' }],
    options: [
      { id: 'table', title: 'A table in Postgres', body: 'Written in the same transaction.', tradeOffs: [{ id: 'limit', side: 'bad', text: 'about 500 messages a second' }] },
      { id: 'broker', title: 'A message broker', body: 'Scales far beyond what we need.', tradeOffs: [] },
    ],
    recommendation: { optionId: 'table', why: 'Nothing new to run.' }, objectionsForeseen: '', consequences: '', confirmation: '', more: '',
  },
  revision: 1, version: 3, people: [{ id: MEI, name: 'Mei Tanaka', zone: 'Asia/Tokyo', role: 'accountable' }, { id: BEN, name: 'Ben Okafor', zone: 'Europe/Berlin', role: 'consulted' }], deciders: [], windowDays: 5, chosenDeadline: null,
  deadlineSentence: 'Thursday 17:00; set by Ben.', hiddenUntilMine: false, hidden: false, phase: 'first', positions: [], missing: [{ id: BEN, name: 'Ben Okafor', opened: false, why: 'has not opened it' }], readySentence: 'Ben has not said anything yet.',
  call: null, callPlan: null, callProposal: null, waived: [], remarks: [], steps: [{ at: '2026-03-19T09:00:00Z', kind: 'opened', actorName: 'Ana Duarte', sentence: 'Ana Duarte opened it.' }], supersedesLinks: [], supersededByLinks: [], dependsOn: [], neededBy: [],
  threadNumber: null, triggers: [], reason: '', ownerName: null, agreement: null, problems: [], source: null, can: ['position', 'remark'], ...change,
})

export const aPosition = (change: Partial<PositionView> = {}): PositionView =>
  ({ personId: BEN, name: 'Ben Okafor', kind: 'support', optionId: 'table', tradeOffId: null, text: '', at: '2026-03-20T09:00:00Z', current: true, onRecord: false, ...change })

export const aRemark = (change: Partial<RemarkView> = {}): RemarkView => ({
  id: uuid(20), authorId: BEN, authorName: 'Ben Okafor', at: '2026-03-20T09:00:00Z', body: 'Which server?', anchor: { field: 'needed', quote: 'the server', prefix: 'when ', suffix: ' dies', start: 20, end: 30 }, inReplyTo: null, resolvedAt: null,
  resolvedByName: null, can: ['resolve'], ...change,
})
