import { createDecision, deprecateDecision, editDecision, exportAdr, importAdr, listDecisions, openDecision, readAdr as readAdrOperation, readDecision, setDecisionRoles, signDecision, supersedeDecision } from '#contract/decisions.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { addSpace } from '#server/spaces/public.ts'
import { CONTENT } from '../decisions.test-kit.ts'
import { FOLDER, LOG4BRAINS_NEW, MADR, NYGARD } from './fixtures.test-kit.ts'
import { readAdr } from './read.ts'

describeOnNewest('ADR files', (on) => {
  let app: TestApp
  let ana: TestPerson
  let mei: TestPerson
  beforeAll(async () => {
    app = await startTestApp(on)
    ana = await app.person('Ana')
    mei = await app.person('Mei')
  })
  afterAll(() => app.stop())

  let spaces = 0
  const fresh = () => app.asSystem((act) => addSpace(act, { name: `Records ${spaces += 1}`, purpose: '', visibility: 'open', noise: 'work' }, ana.id))
  const bring = async (spaceId: string, files: Readonly<Record<string, string>>, dryRun = false) =>
    new Map((await ana.call(importAdr, { spaceId, dryRun, files: Object.entries(files).map(([path, text]) => ({ path, text })) })).files.map((file) => [file.path, file]))
  const out = async (spaceId: string) => new Map((await ana.call(exportAdr, { spaceId, limit: 200 })).items.map(({ path, text }) => [path, text]))

  test('a folder comes in once and goes out byte for byte', async () => {
    const spaceId = await fresh()
    const tried = await bring(spaceId, FOLDER, true)
    expect([...tried.values()].every(({ number }) => number === null)).toBe(true)
    expect((await out(spaceId)).size).toBe(0)
    const first = await bring(spaceId, FOLDER)
    expect([...first].filter(([, { number }]) => number === null).map(([path]) => path)).toEqual(['README.md', 'template.md'])
    for (const [path, { notes }] of tried) expect(first.get(path)?.notes).toEqual(expect.arrayContaining(notes))
    const again = await bring(spaceId, FOLDER)
    expect([...again].filter(([, { number, unchanged }]) => number !== null && !unchanged)).toEqual([])
    const files = await out(spaceId)
    expect(Object.fromEntries(files)).toEqual(Object.fromEntries(Object.entries(FOLDER).filter(([path]) => path !== 'README.md' && path !== 'template.md')))
  })

  test('links both ways, also to files that come later; itself and rings are told and not linked', async () => {
    const spaceId = await fresh()
    const { 'app/20260302-use-events.md': _later, ...rest } = FOLDER
    const first = await bring(spaceId, rest)
    expect(first.get('app/20260301-use-polling.md')).toMatchObject({ state: 'superseded', waiting: [{ line: 3, target: '20260302-use-events.md' }] })
    expect(first.get('bad/0012-self.md')?.notes).toEqual([{ line: 5, message: 'It says that it supersedes itself, which was not linked.' }])
    expect(first.get('bad/0016-ring.md')?.notes).toEqual([
      { line: 7, message: 'It and bad/0015-ring.md would supersede each other, which was not linked.' }, { line: null, message: 'bad/0015-ring.md says that it supersedes this one, so it holds no more here.' },
    ])
    await bring(spaceId, { 'app/20260302-use-events.md': LOG4BRAINS_NEW })
    const old = await ana.call(readDecision, { number: first.get('app/20260301-use-polling.md')?.number ?? 0 })
    expect(old.supersededByLinks.map(({ title }) => title)).toEqual(['Use events'])
    const sessions = await ana.call(readDecision, { number: first.get('0002-keep-sessions.md')?.number ?? 0 })
    expect(sessions.dependsOn.map(({ title }) => title)).toEqual(['Record decisions'])
    expect(sessions).toMatchObject({ state: 'decided', chosen: 'A table', adrNumber: 2, fileName: '0002-keep-sessions.md', accountableId: ana.id, deciders: ['Zoe Nobody'], tags: ['storage'], decidedAt: '2026-02-03T12:00:00Z', source: { path: '0002-keep-sessions.md', format: 'madr' } })
  })

  test('what ends here is written into the file, and nothing else of it', async () => {
    const spaceId = await fresh()
    const files = await bring(spaceId, { 'adr/0001-record.md': NYGARD, 'adr/0002-keep.md': MADR })
    const number = (path: string) => files.get(path)?.number ?? 0
    await ana.call(supersedeDecision, { number: number('adr/0001-record.md'), by: number('adr/0002-keep.md') })
    const once = await out(spaceId)
    expect(once.get('adr/0001-record.md')).toBe(NYGARD.replace('✅ Accepted', 'Superseded by [ADR-0002](0002-keep.md)'))
    expect(once.get('adr/0002-keep.md')).toBe(`${MADR}\n## Links\n\n- Supersedes [ADR-0001](0001-record.md)\n`)
    const back = await bring(spaceId, Object.fromEntries(once))
    expect([...back.values()].every(({ unchanged }) => unchanged)).toBe(true)
    await ana.call(deprecateDecision, { number: number('adr/0002-keep.md'), reason: 'Over.' })
    expect((await out(spaceId)).get('adr/0002-keep.md')).toContain('status: deprecated\n')
  })

  test('a status that changed in the file is brought here; other words are told by their line', async () => {
    const spaceId = await fresh()
    const files = await bring(spaceId, { '0001-record.md': NYGARD, '0003-draft.md': '# Draft\n\n- Status: proposed\n\n## Decision\n\nYes.\n' })
    const changed = { '0001-record.md': NYGARD.replace('✅ Accepted', 'Deprecated'), '0003-draft.md': '# Draft\n\n- Status: accepted\n\n## Decision\n\nYes.\n' }
    const now = await bring(spaceId, changed)
    expect([now.get('0001-record.md')?.state, now.get('0003-draft.md')?.state]).toEqual(['deprecated', 'decided'])
    expect(await ana.call(readDecision, { number: files.get('0001-record.md')?.number ?? 0 })).toMatchObject({ state: 'deprecated' })
    expect(Object.fromEntries(await out(spaceId))).toEqual(changed)
    const other = await bring(spaceId, { '0001-record.md': (changed['0001-record.md'] ?? '').replace('We forget why.', 'We know why.') })
    expect(other.get('0001-record.md')?.notes).toEqual([{ line: 11, message: 'The text differs from what was imported. The text of a record never changes; write a new decision that supersedes it.' }])
    expect(Object.fromEntries(await out(spaceId))).toEqual(changed)
  })

  test('tags that changed in the file are brought here, unless they were changed here as well', async () => {
    const spaceId = await fresh()
    const file = (tags: string, words = 'Yes.') => `---\nstatus: accepted\ntags: [${tags}]\n---\n# Tagged\n\n## Decision Outcome\n\n${words}\n`
    const first = await bring(spaceId, { '0001-tagged.md': file('old') })
    const number = first.get('0001-tagged.md')?.number ?? 0
    const tags = async () => (await ana.call(readDecision, { number })).tags
    expect((await bring(spaceId, { '0001-tagged.md': file('new, other') })).get('0001-tagged.md')?.notes).toEqual([])
    expect(await tags()).toEqual(['new', 'other'])
    expect(Object.fromEntries(await out(spaceId))).toEqual({ '0001-tagged.md': file('new, other') })
    expect((await bring(spaceId, { '0001-tagged.md': file('third', 'No.') })).get('0001-tagged.md')?.notes.length, 'the text is told, the tags are taken').toBe(1)
    expect(await tags()).toEqual(['third'])
    await app.asSystem((act) => act.tx.updateTable('decision').set({ tags: JSON.stringify(['mine']) }).where('workspace_id', '=', act.actor.workspaceId).where('entry_id', 'in', act.tx.selectFrom('entry').select('id').where('workspace_id', '=', act.actor.workspaceId).where('number', '=', number)).execute())
    expect((await bring(spaceId, { '0001-tagged.md': file('fourth') })).get('0001-tagged.md')?.notes).toEqual([{ line: null, message: 'Its tags changed in the file and here as well; here they stay as they are.' }])
    expect(await tags()).toEqual(['mine'])
  })

  test('what was decided here is MADR, and is not imported again', async () => {
    const spaceId = await fresh()
    const { number } = await ana.call(createDecision, { spaceId, content: CONTENT, roles: { accountableId: ana.id, consultedIds: [mei.id] }, tags: ['cache'] })
    expect(await ana.call(readAdrOperation, { number })).toMatchObject({ path: '0000-where-the-cache-lives.md', text: expect.stringContaining('status: proposed\n') })
    await app.asSystem((act) => act.tx.updateTable('decision').set({ state: 'decided', chosen_option: 'shared', adr_number: 1, file_name: '0001-where-the-cache-lives.md', decided_at: act.now }).where('workspace_id', '=', act.actor.workspaceId).execute())
    const file = await ana.call(readAdrOperation, { number })
    expect(file.text).toBe(OWN)
    expect(readAdr(file.path, file.text)).toMatchObject({ format: 'madr', state: 'decided', deciders: ['Ana'], consulted: ['Mei'], tags: ['cache'], content: { title: CONTENT.title, needed: CONTENT.needed, context: CONTENT.context } })
    expect((await bring(spaceId, { [file.path]: file.text })).get(file.path)).toMatchObject({ number, unchanged: true })
    expect((await bring(spaceId, { [file.path]: `${file.text}More.\n` })).get(file.path)).toMatchObject({ number, unchanged: false, notes: [{ line: null, message: expect.stringContaining('was decided here') }] })
    expect((await bring(spaceId, { [`docs/adr/${file.path}`]: file.text })).get(`docs/adr/${file.path}`)).toMatchObject({ number, unchanged: true })
    expect((await out(spaceId)).size).toBe(1)
  })

  test('a draft that was changed here goes out as MADR, under the name and number that it came with', async () => {
    const spaceId = await fresh()
    const path = 'rfcs/0007-tidy.md'
    const number = (await bring(spaceId, { [path]: '# Tidy\n\n- Status: proposed\n\n## Context\n\nA mess.\n\n## Extra\n\nKept.\n' })).get(path)?.number ?? 0
    const { content, version } = await ana.call(readDecision, { number })
    expect(content).toMatchObject({ title: 'Tidy', context: 'A mess.', more: '## Extra\n\nKept.' })
    await ana.call(editDecision, { number, version, content: { ...content, needed: 'Do we tidy?', options: CONTENT.options } })
    const file = await ana.call(readAdrOperation, { number })
    expect([file.path, file.text]).toEqual([path, expect.stringMatching(/^---\nstatus: proposed\n[^]*\n# Tidy\n[^]*Do we tidy\?[^]*A mess\.[^]*Kept\./)])
    expect(readAdr(path, file.text).content.more).toBe('## Extra\n\nKept.')
    await ana.call(openDecision, { number })
    await ana.call(signDecision, { number, optionId: 'memory' })
    expect(await ana.call(readDecision, { number })).toMatchObject({ state: 'decided', adrNumber: 7, fileName: '0007-tidy.md' })
    expect((await out(spaceId)).get(path)).toContain('Chosen option: "In memory".')
  })

  test('what other tools keep in the front matter of a draft stays when its text changes here, and goes round', async () => {
    const spaceId = await fresh()
    const path = '0004-rooms.md'
    const front = 'id: rooms # of the site\nstatus: proposed\nsidebar: {hide: false}\ndeciders: [mei@example.com, Zoe Nobody]\nconsulted: [Ana, Ola Nobody]\n\n# shown last\nweight: 007\n'
    const number = (await bring(spaceId, { [path]: `---\n${front}---\n# Rooms\n\n## Context\n\nNo room.\n` })).get(path)?.number ?? 0
    const { content, version, deciders } = await mei.call(readDecision, { number })
    expect(deciders).toEqual(['Zoe Nobody'])
    await mei.call(editDecision, { number, version, content: { ...content, needed: 'Which room?', options: CONTENT.options } })
    const drafted = (await out(spaceId)).get(path) ?? ''
    expect(drafted.startsWith(`---\n${front}---\n\n# Rooms\n`)).toBe(true)
    await mei.call(setDecisionRoles, { number, roles: { accountableId: mei.id } })
    await mei.call(openDecision, { number })
    await mei.call(signDecision, { number, optionId: 'memory' })
    const signed = (await out(spaceId)).get(path) ?? ''
    expect(signed.split('---\n')[1]).toBe('id: rooms # of the site\nstatus: accepted\nsidebar: {hide: false}\ndeciders: [mei@example.com, Zoe Nobody]\nconsulted:\n  - Ola Nobody\n\n# shown last\nweight: 007\ndate: 2026-03-23\n')
    const elsewhere = await fresh()
    await bring(elsewhere, { [path]: signed })
    expect((await out(elsewhere)).get(path)).toBe(signed)
  })

  test('a record whose file names nobody here shows its names, and not who brought it in, who keeps the rights', async () => {
    const spaceId = await fresh()
    const files = await bring(spaceId, { '0001-a.md': '# A\n\n- Status: accepted\n- Deciders: Zoe Nobody, Ola\n\n## Decision\n\nYes.\n', '0002-b.md': NYGARD, '0003-c.md': '# C\n\n- Status: accepted\n- Deciders: Ana, Zoe Nobody\n\n## Decision\n\nYes.\n' })
    const [one, other, own] = await Promise.all(['0001-a.md', '0002-b.md', '0003-c.md'].map((path) => ana.call(readDecision, { number: files.get(path)?.number ?? 0 })))
    expect(one).toMatchObject({ accountableName: null, ownerName: null, deciders: ['Zoe Nobody', 'Ola'], people: [], accountableId: ana.id, can: expect.arrayContaining(['deprecate', 'roles', 'review']), source: { broughtInBy: 'Ana' } })
    expect(other).toMatchObject({ accountableName: null, ownerName: null, deciders: [], source: { broughtInBy: 'Ana' } })
    expect(own).toMatchObject({ accountableName: 'Ana', ownerName: 'Ana', deciders: ['Zoe Nobody'] })
    expect((await ana.call(listDecisions, { spaceId })).items.map(({ accountableName }) => accountableName)).toEqual(expect.arrayContaining([null, null, 'Ana']))
    const named = await ana.call(setDecisionRoles, { number: one?.number ?? 0, roles: { accountableId: ana.id } })
    expect(named).toMatchObject({ accountableName: 'Ana', ownerName: 'Ana' })
  })

  test('paths that lead elsewhere are refused one by one', async () => {
    const spaceId = await fresh()
    const files = await bring(spaceId, { '../../.bashrc.md': NYGARD, '/etc/0001-a.md': NYGARD, '0001-a.txt': NYGARD, '0001-a.md': NYGARD })
    expect([...files].map(([path, { number }]) => [path, number !== null])).toEqual([['../../.bashrc.md', false], ['/etc/0001-a.md', false], ['0001-a.txt', false], ['0001-a.md', true]])
  })
})

const OWN = `---
status: accepted
date: 2026-03-23
decision-makers:
  - Ana
consulted:
  - Mei
tags:
  - cache
---

# Where the cache lives

## Context and Problem Statement

Which cache do we use?

### Background

Pages take two seconds.

## Decision Drivers

Cost, then speed.

## Considered Options

* In memory
* A shared one

## Decision Outcome

Chosen option: "A shared one", because it survives a restart.

## Pros and Cons of the Options

### In memory

In each process.

* Good, because Fast.

### A shared one

One for all.
`
