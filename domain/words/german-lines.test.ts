import { describe, expect, test } from 'vitest'
import { ASK_STATES } from '../asks/ask-table.ts'
import { ASK_STEPS } from '../asks/ask.ts'
import { changeAsk } from '../asks/change-ask.ts'
import { oweSentence } from '../asks/list-words.ts'
import type { Viewer } from '../asks/moment-words.ts'
import { planAsk } from '../asks/plan-ask.ts'
import { stepSentence as askStep } from '../asks/step-words.ts'
import { CAST, asked, away, instant, team, terms, tuesday, works } from '../asks/asks.test-kit.ts'
import { dueInWords, planSentence, statusSentence as askStatus } from '../asks/words.ts'
import { DECISION_STATES } from '../decisions/decision-table.ts'
import { DECISION_STEPS } from '../decisions/decision.ts'
import { readySentence } from '../decisions/input-words.ts'
import { stepSentence as decisionStep } from '../decisions/step-words.ts'
import { IN, opened } from '../decisions/decisions.test-kit.ts'
import { statusSentence as decisionStatus } from '../decisions/words.ts'
import { previewLine } from '../links/words.ts'
import { truthSentence } from '../pages/truth.ts'
import { wordsOf } from '../radiators/pieces.ts'
import type { Section } from '../radiators/pieces.ts'
import { startHere } from '../radiators/start-here.ts'
import { projectStatus, statusLede } from '../radiators/status.ts'
import { teamReadme } from '../radiators/team.ts'
import { rhythmWords } from '../runs/rhythm.ts'
import { runStatus } from '../runs/words.ts'
import { availabilityLine } from '../time/availability.ts'
import { GERMAN } from './german/german.ts'
import type { Words } from './said.ts'

const words: Words = { language: 'de', texts: GERMAN }
const viewer = (id: string, now = '2026-03-24T02:00Z'): Viewer => ({ id, zone: CAST.get(id)?.zone ?? 'UTC', now: instant(now), words })
const open = asked(tuesday('01:00'))
const told = (decision: (typeof IN)[keyof typeof IN]) => ({ decision, optionTitles: new Map([['cache', 'Zwischenspeicher'], ['index', 'Index']]), decidedAt: decision.signedAt, supersededBy: [], reviewDue: true, hidden: false })
/** Words that stand in most of our English sentences and in none of our German ones. */
const ENGLISH = /\b(?:the|is|are|has|have|you|your|and|of|to|it|until|nobody|since|asked|signs)\b/i

describe('a German reader reads whole German lines', () => {
  test.each<[string, string]>([
    [askStatus(open, CAST, viewer('ana')), 'Mei hat sie noch nicht geöffnet. Antwort fällig 13:00 Manila (05:00 bei dir).'],
    [askStatus(open, CAST, viewer('mei')), 'Du hast sie noch nicht geöffnet. Antwort fällig 13:00.'],
    [askStatus(changeAsk(open, { kind: 'due' }, tuesday('05:00')).ask, CAST, viewer('ana', '2026-03-25T12:00Z')), 'Überfällig seit gestern 13:00 Manila (05:00 bei dir): Mei hat nicht geantwortet.'],
    [askStep({ kind: 'asked', actorId: 'ana', personId: 'mei', text: '' }, CAST, viewer('mei')), 'Frage von Ana an dich.'],
    [dueInWords({ clock: { ...open.clock } }, 180, viewer('mei')), 'Fällig in 3 Arbeitsstunden'],
    [planSentence(planAsk('mei', terms(), instant('2026-03-23T12:00Z'), team()), null, CAST, viewer('ana', '2026-03-23T12:00Z')), 'Mei liest das am Dienstag 09:00 Manila (01:00 bei dir); Antwort fällig 13:00 dort (05:00 bei dir).'],
    [oweSentence(2, 1, words), '2 Anfragen und 1 Entscheidung warten auf dich.'],
    [availabilityLine('Mei', works('Asia/Manila', [away('2026-03-24T00:00Z', '2026-03-26T00:00Z', 'ben')]), tuesday('02:00'), 'Europe/Berlin', new Map([['ben', 'Ben']]), words), 'Mei ist abwesend bis Donnerstag, Vertretung: Ben'],
    [runStatus({ state: 'running', steps: 7, done: 4, skipped: 1, holderName: 'Mei', startedAt: tuesday('01:12'), endedAt: null, endedByName: null }, { zone: 'UTC', now: tuesday('02:00'), words }), '4 von 7 Schritten erledigt; 1 Schritt übersprungen; Mei hat ihn, seit 01:12.'],
    [rhythmWords({ every: 2, unit: 'months', days: [2], week: 1, from: '2026-03-03' }, words), 'Am ersten Dienstag jedes zweiten Monats, ab 3. März'],
    [truthSentence({ at: tuesday('01:00'), byName: 'Mei', zone: 'UTC', version: 1, against: 'Version 4.2', expiresOn: '2026-06-01' }, 2, tuesday('02:00'), words), 'Geprüft von Mei am 24. März anhand von Version 4.2, seither bearbeitet; wieder ansehen bis 1. Juni.'],
    [previewLine({ kind: 'decision', state: 'decided', byName: 'Ana', at: instant('2026-03-12T09:00Z') }, { now: tuesday('02:00'), zone: 'UTC', words }), 'Entscheidung, entschieden. Ana, 12. März.'],
  ])('%s', (line, german) => expect(line).toBe(german))

  test('of every state and every step, as whoever it is about and as others', () => {
    const lines = ['ana', 'mei', 'ben'].flatMap((id) => [
      ...ASK_STATES.map((state) => askStatus({ ...open, state, escalatedTo: ['ben'], settledAt: tuesday('01:30') }, CAST, viewer(id))),
      ...ASK_STEPS.map((kind) => askStep({ kind, actorId: 'ana', personId: 'mei', text: 'Darum.' }, CAST, viewer(id))),
      ...DECISION_STATES.map((state) => decisionStatus(told(IN[state]), CAST, viewer(id))),
      ...DECISION_STEPS.map((kind) => decisionStep({ kind, actorId: 'ana', personId: 'mei', text: 'Darum.' }, CAST, viewer(id))),
      readySentence(told(opened()), CAST, viewer(id)),
    ])
    expect(lines.filter((line) => ENGLISH.test(line.replaceAll(/Solved|The list is gone/g, '')))).toEqual([])
  })

  test('of the pages that are made, with their links', () => {
    const reader = { id: 'ana', zone: 'Europe/Lisbon', now: tuesday('02:00'), words }
    const people = [...CAST].map(([id, { name, zone }]) => ({ id, name, zone, calendar: works(zone, id === 'ben' ? [away('2026-03-24T00:00Z', '2026-03-26T00:00Z', 'ana')] : []), roles: id === 'ana' ? ['Bereitschaft'] : [], guest: id === 'nora' }))
    const place = { id: 'b', name: 'Rechnungen', purpose: 'Alles Geld.', private: true, noise: 'work' as const }
    const document = { number: 1, title: 'Eine Warteschlange', gist: 'Eine Tabelle', kind: 'decision' as const, spaceId: 'b', spaceName: 'Rechnungen', ownerId: 'ben', ownerName: 'Ben', at: reader.now, truth: 'unverified' as const, links: 0 }
    const documents = [document, { ...document, number: 2, kind: 'runbook' as const, truth: 'stale' as const }, { ...document, number: 3, kind: 'memo' as const, ownerId: null, ownerName: null }]
    const wraps = [{ number: 9, spaceId: 'b', authorId: 'ben', authorName: 'Ben', at: tuesday('01:00'), mostImportant: 'Halb fertig', next: 'Weiter.', blockers: [{ text: 'Die Bank schweigt.', byName: null, eta: tuesday('09:00') }, { text: 'Der Schlüssel fehlt.', byName: 'Mei', eta: null }] }]
    const agreement = { version: 2, changedAt: tuesday('01:00'), changedBy: 'Mei', clauses: [{ number: 1, title: 'Fristen', gist: 'Jede Frage hat eine.' }], responses: [{ name: 'dringend', within: 'innerhalb von 30 min', meaning: '' }] }
    const matter = { number: 4, title: 'Welche Bank?', status: 'Wartet.', spaceId: 'b', byName: 'Ben', at: reader.now }
    const roles = [{ name: 'Bereitschaft', purpose: 'Wacht nachts.', holders: [{ id: 'ana', name: 'Ana' }] }, { name: 'Ausgabe', purpose: '', holders: [] }]
    const facts = { reader, workspace: 'Leuchtturm', space: null, members: people, places: [place], agreement, roles, documents, records: 2, wraps, openDecisions: [matter] }
    const status = { reader, wraps, unowned: [{ text: 'Anrufen', number: 8 }], decisions: [matter], asks: [matter], checkins: [matter], outcomes: [matter], stale: documents }
    const told = (sections: readonly Section[]) => sections.flatMap(({ title, paragraphs, items }) => [title, ...[...paragraphs, ...items].map(wordsOf)])
    const lines = [...told(startHere(facts)), ...told(teamReadme({ ...facts, name: 'Leuchtturm', places: [{ ...place, memberIds: ['ben'] }] })), ...told(projectStatus(status)), statusLede(status)]
    expect(lines.filter((line) => ENGLISH.test(line))).toEqual([])
    expect(lines).toContain('Leuchtturm hat 3 Personen in 3 Städten: du in Lisbon, Ben in Berlin, Mei in Manila.')
    expect(lines).toContain('1 offene Entscheidung und 1 offene Anfrage warten; 3 Sachen sind im Weg.')
    expect(lines).toContain('Mei ist in Manila und arbeitet Montag bis Freitag 09:00 bis 17:00, bei dir 01:00 bis 09:00.')
  })
})
