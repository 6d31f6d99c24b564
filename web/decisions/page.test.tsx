import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { aDecision, ANA, aPosition, aRemark, BEN, MEI, NOW } from './decision.test-kit.ts'
import { DecisionList } from './log/DecisionList.tsx'
import { Graph } from './log/Graph.tsx'
import { Doing } from './read/Doing.tsx'
import { Objections } from './read/Objections.tsx'
import { Options } from './read/Options.tsx'
import { Passage } from './read/Passage.tsx'
import { Rail } from './read/Rail.tsx'
import type { Talk } from './read/talk.ts'
import { Verdict } from './read/Verdict.tsx'

const ME = { person: { id: BEN, zone: 'Europe/Berlin' }, spaces: [] } as unknown as Parameters<typeof Doing>[0]['me']
const talkOf = (change: Parameters<typeof aDecision>[0] = {}, me: string = BEN): Talk => ({ decision: aDecision(change), me, zone: 'Europe/Berlin', now: NOW, open: undefined, onOpen: () => {}, onClose: () => {} })
const draw = (page: ReactNode) => renderToStaticMarkup(<QueryClientProvider client={new QueryClient()}>{page}</QueryClientProvider>)
const wordsIn = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

describe('the page of a decision says in words what it shows', () => {
  test('options stand side by side with who stands where', () => {
    const html = draw(<Options talk={talkOf({ positions: [aPosition(), aPosition({ personId: ANA, name: 'Ana Duarte', kind: 'objection', tradeOffId: 'limit', text: 'It fills the disk.' })] })} />)
    expect(html).toContain('data-mark="recommended"')
    expect(wordsIn(html)).toMatch(/costs: about 500 messages a second.*AD Ana Duarte objects: It fills the disk\./)
    expect(wordsIn(html)).toContain('BO Ben Okafor supports it')
  })
  test('what one holds already can be changed', () => {
    expect(draw(<Options talk={talkOf({ positions: [aPosition()] })} />)).toContain('Change your position on A table in Postgres')
    expect(draw(<Options talk={talkOf({ can: [] })} />)).not.toContain('osition on')
  })
  test('open objections first, then questions, then what a call has heard', () => {
    const position = (change: Parameters<typeof aPosition>[0]) => aPosition({ text: 'Why?', ...change })
    const html = draw(<Objections talk={talkOf({ positions: [position({ kind: 'question' }), position({ kind: 'objection', onRecord: true }), position({ kind: 'objection', personId: ANA, name: 'Ana Duarte' })] })} onAnswer={() => {}} />)
    expect([...html.matchAll(/<h2[^>]*>([^<]+)/g)].map(([, title]) => title)).toEqual(['Open objection', 'Open question', 'Objection on record'])
    expect(wordsIn(html)).toContain('Ana Duarte, about A table in Postgres')
  })
  test('signing is one button with the option chosen', () => {
    const html = draw(<Doing talk={talkOf({ state: 'ready', can: ['sign'], readySentence: 'All have said yes.' }, MEI)} me={ME} />)
    expect(wordsIn(html)).toMatch(/All have said yes\..*Sign “A table in Postgres”/)
    expect(html.match(/data-look="primary"/g)).toHaveLength(1)
  })
  test('a draft says what keeps it from being opened', () => {
    const html = draw(<Doing talk={talkOf({ state: 'draft', can: ['edit', 'open'], problems: [{ field: 'options', message: 'A decision needs at least two options.' }] })} me={ME} />)
    expect(html).toContain('<li>A decision needs at least two options.</li>')
    expect(html).toMatch(/<button[^>]*disabled=""[^>]*>Open it for positions/)
  })
  test('a record begins with what was decided, and can be downloaded', () => {
    const record = { state: 'decided' as const, chosen: 'A table in Postgres', decidedAt: '2026-03-24T08:00:00Z', adrNumber: 31, fileName: '0031-mails.md', can: [] }
    expect(wordsIn(draw(<Verdict talk={talkOf(record)} />))).toMatch(/Decided A table in Postgres Nothing new to run\. Mei Tanaka, today/)
    expect(draw(<Doing talk={talkOf(record)} me={ME} />)).toContain('Download as ADR file')
    expect(wordsIn(draw(<Rail talk={talkOf(record)} />))).toContain('ADR 0031, 0031-mails.md')
  })
  test('what superseded it stands at its head', () => expect(draw(<Verdict talk={talkOf({ state: 'superseded', supersededByLinks: [{ number: 300, title: 'A broker', state: 'decided' }] })} />)).toContain('Read <a href="/300">#300 A broker</a>, which holds now.'))
  test('what superseded it may have been superseded since', () => expect(draw(<Verdict talk={talkOf({ state: 'superseded', supersededByLinks: [{ number: 300, title: 'A broker', state: 'superseded' }] })} />)).toContain('which took its place.'))
  test('a change of the agreement is said, and when it is in force', () => {
    const agreement = { baseVersion: 3, text: '', applied: false }
    expect(wordsIn(draw(<Rail talk={talkOf({ agreement })} />))).toContain('It proposes a change of version 3; signing the proposal puts it into force.')
    expect(wordsIn(draw(<Rail talk={talkOf({ agreement: { ...agreement, applied: true } })} />))).toContain('Its change is in force.')
  })
  test('a remark stands below its passage; a passage that is gone is said so; what was dealt with is folded', () => {
    const remarks = [aRemark(), aRemark({ id: ANA, anchor: { field: 'needed', quote: 'the broker', prefix: '', suffix: '', start: null, end: null } }), aRemark({ id: MEI, resolvedAt: '2026-03-21T09:00:00Z', resolvedByName: 'Ana Duarte' })]
    const words = wordsIn(draw(<Passage talk={talkOf({ remarks })} field="needed" text="Mails are lost when the server dies." name="what has to be decided" />))
    expect(words).toMatch(/the server Ben Okafor .* Which server\? .*the broker This passage is gone\..*One remark dealt with.*Dealt with, says Ana Duarte\./)
  })
  test('the margin says who signs, who is missing and why', () => expect(wordsIn(draw(<Rail talk={talkOf()} />))).toMatch(/Accountable Mei Tanaka signs Needed from Ben Okafor has not opened it.*Known: Twelve a second at peak\. high confidence/))
})

describe('the log', () => {
  test('a line has state, who signs, and what it waits for', () => {
    const html = draw(<DecisionList decisions={[aDecision({ mine: 'Take a position.' })]} inSpace zone="Europe/Berlin" now={NOW} />)
    expect(wordsIn(html)).toMatch(/Where do outgoing mails wait\? Open · #219 · Mei Tanaka signs · .* For you: Take a position\..*open until Thursday 17:00/)
  })
  test('the graph is links, and the same in sentences', () => {
    const node = (number: number, title: string) => ({ number, title, state: 'decided' as const, at: '2026-03-01T09:00:00Z', spaceName: 'Platform', adrNumber: number })
    const html = draw(<Graph map={{ nodes: [node(12, 'Mails in memory'), node(30, 'Mails in a table'), node(31, 'Alone')], links: [{ from: 30, to: 12, how: 'supersedes' }] }} />)
    expect(html).toMatch(/<a href="\/12" class="graph-node"[^>]*>.*?Mails in memory.*?decided.*?<\/a>/)
    expect(wordsIn(html)).toMatch(/#30 Mails in a table superseded #12 Mails in memory \..*One other decision stands alone\./)
  })
})
