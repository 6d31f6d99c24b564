import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createForm } from '#contract/checkins.ts'
import type { BatonView, WrapView } from '#contract/handoffs.ts'
import { listBatons, readWrap } from '#contract/handoffs.ts'
import { weekdays } from '#server/app.test-kit.ts'
import type { TestPerson } from '#server/app.test-kit.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { describeOnCli, makeRepository } from '../cli.test-kit.ts'
import type { CliApp } from '../cli.test-kit.ts'

describeOnCli('the day on the command line', (cli) => {
  let ben: TestPerson
  let mei: TestPerson
  beforeAll(async () => {
    ben = await cli.app.person('Ben Bauer')
    mei = await cli.app.person('Méi Tan', { zone: 'Asia/Manila', weeks: [weekdays('18:00', '24:00')] })
    await cli.app.person('Ben Baker')
  })

  const as: CliApp['as'] = (...given) => cli.as(...given)
  const wrapOf = (out: string) => JSON.parse(out) as WrapView
  const WHOLE = ['--state', 'The cache fix is live.', '--next', 'Watch the errors.', '--important', 'Do not deploy before 10:00.']

  describe('wrap', () => {
    test('every field as a flag; names are people and words are moments', async () => {
      const { code, out, said } = await as(ben, ['wrap', ...WHOLE, '--done', 'Fixed the cache', '--blocker', 'Staging is down | Mei | tomorrow 16:00', '--decision', 'Keep Redis | it works',
        '--question', 'Which region? | olga', '--baton', 'Watch the dashboard -> mei', '--json'])
      expect([code, said]).toEqual([0, ''])
      expect(wrapOf(out)).toMatchObject({
        state: 'The cache fix is live.', done: [{ text: 'Fixed the cache' }], decisions: [{ text: 'Keep Redis', why: 'it works' }], secondsTaken: null,
        blockers: [{ personName: 'Méi Tan', eta: '2026-03-24T15:00:00Z' }], questions: [{ personName: 'Olga Owner' }], batons: [{ toName: 'Méi Tan', state: 'offered' }],
      })
    })

    test('a person reads where it stands and who reads it when', async () => {
      const { code, out } = await as(ben, ['wrap', ...WHOLE, '--baton', 'Answer the customer -> next shift'])
      expect(code).toBe(0)
      expect(out).toMatch(new RegExp(`^Wrap #\\d+ is signed in Team: ${cli.url}/\\d+\n`))
      expect(out).toContain('→ Answer the customer: ')
    })

    test('a whole wrap as piped Markdown', async () => {
      const text = '## State\nRolled out – 50 %.\n\n## Done\n- Cut the release 🚀\n\n## Next action\nGo to 100 %.\n\n## Most important\nWatch memory.\n\n## Batons\n- Rollout\n  To: Mei\n'
      const { code, out } = await cli.home.runAlone(['wrap', '--json'], { stdin: text, env: { LONGHAND_URL: cli.url, LONGHAND_TOKEN: ben.token } })
      expect(code).toBe(0)
      expect(wrapOf(out)).toMatchObject({ state: 'Rolled out – 50 %.', done: [{ text: 'Cut the release 🚀' }], batons: [{ text: 'Rollout' }] })
    })

    test('in the editor', async () => {
      const editor = join(cli.home.folder, 'editor.sh')
      writeFileSync(editor, '#!/bin/sh\nsed -i "s/^## State$/## State\\nWritten by hand./" "$1"\n')
      chmodSync(editor, 0o755)
      const { code, out } = await as(ben, ['wrap', '--edit', '--next', 'Go on.', '--important', 'Rest well.', '--json'], { env: { EDITOR: editor } })
      expect([code, wrapOf(out).state]).toEqual([0, 'Written by hand.'])
    })

    test.each([
      ['a name that two people have', ['--baton', 'Look -> ben'], '"ben" could be Ben Baker, Ben Bauer.'],
      ['a name that nobody has', ['--baton', 'Look -> Zoe'], 'There is no person "Zoe".'],
      ['a time that is none', ['--blocker', 'Broken | Mei | soon'], '"soon" is not a time.'],
      ['a baton without receiver', ['--baton', 'Look'], 'names no receiver'],
      ['a space that is not there', ['--space', 'Nowhere'], 'There is no space "Nowhere".'],
    ])('%s is not understood, and says what to write', async (_why, args, words) => {
      const ran = await as(mei, ['wrap', ...WHOLE, ...args])
      expect([ran.code, ran.out]).toEqual([2, ''])
      expect(ran.said).toContain(words)
    })

    test('a time that has passed is sent, and said', async () => {
      const ran = await as(ben, ['wrap', ...WHOLE, '--blocker', 'Old | Mei | 2020-01-01 10:00', '--blocker', 'New | Mei | tomorrow'])
      expect(ran).toMatchObject({ code: 0, said: expect.stringContaining('“Old” is needed by 1 January 2020 10:00, which has passed.\n') })
      expect(ran.said).not.toContain('New')
    })

    test('a wrap with gaps says which', async () => {
      expect(await as(ben, ['wrap', '--state', 'Half'])).toMatchObject({ code: 2, said: expect.stringContaining('Add --next, --important') })
    })

    test('what could not be sent is kept, and arrives once when sent again', async () => {
      const failed = await as(ben, ['wrap', ...WHOLE, '--done', 'Kept line'], { env: { LONGHAND_URL: 'http://127.0.0.1:9' } })
      expect(failed.code).toBe(3)
      const file = /kept in (\S+\.json)\./.exec(failed.said)?.[1] ?? ''
      expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ draft: { done: [{ text: 'Kept line' }] } })
      const sent = await as(ben, ['wrap', '--resume', '--json'])
      expect([sent.code, wrapOf(sent.out).done[0]?.text, existsSync(file)]).toEqual([0, 'Kept line', false])
    })

    test('what was not understood is mended in the editor, or by sending it rightly', async () => {
      const editor = join(cli.home.folder, 'mend.sh')
      writeFileSync(editor, '#!/bin/sh\nsed -i "s/Owner: Zoe/Owner: Mei/; s/By: soon/By: 2026-03-24T16:00+01:00/" "$1"\n')
      chmodSync(editor, 0o755)
      const keptIn = (said: string) => /kept in (\S+\.json)\. Mend it with: longhand wrap --resume --edit/.exec(said)?.[1] ?? ''
      const wrong = ['wrap', ...WHOLE.with(1, 'The queue grows.'), '--blocker', 'Staging is down | Zoe | soon']
      const file = keptIn((await as(ben, wrong)).said)
      expect(await as(ben, ['wrap', '--resume', file], { env: { EDITOR: editor } })).toMatchObject({ code: 2, said: expect.stringContaining('is not a time') })
      const sent = await as(ben, ['wrap', '--resume', file, '--edit', '--json'], { env: { EDITOR: editor } })
      expect([sent.code, wrapOf(sent.out).blockers[0]?.personName, existsSync(file)]).toEqual([0, 'Méi Tan', false])
      const other = keptIn((await as(ben, wrong)).said)
      expect((await as(ben, ['wrap', ...WHOLE.with(1, 'The queue grows.')])).code).toBe(0)
      expect(existsSync(other)).toBe(true)
      expect((await as(ben, [...wrong.slice(0, -1), 'Staging is down | Mei | tomorrow'])).said).toBe(`${other} is dropped; this wrap mends it.\n`)
      expect(existsSync(other)).toBe(false)
    })
  })

  test('a wrap that is piped in and cannot be read is kept as it was piped, and mended in the editor', async () => {
    await as(ben, ['wrap', '--drop', 'all'])
    const text = '## State\nThe relay is slow.\n\n## Next action\nLook.\n\n## Foo\nWait for Mei.\n'
    const refused = await as(ben, ['wrap', '--space', 'Team', '--done', 'Found the relay'], { stdin: text })
    expect(refused).toMatchObject({ code: 2, out: '', said: expect.stringMatching(/^What you piped in is kept in \S+\.json\. Mend it with: longhand wrap --resume --edit\n✗ Line 7: there is no heading called “Foo”\./) })
    expect((await as(ben, ['wrap', '--drafts'])).out).toMatch(/^\w+ {2}\S+ \S+ {2}The relay is slow\.\n {2}It could not be read; --edit mends it\. Go on: longhand wrap --resume \w+\n$/)
    expect(await as(ben, ['wrap', '--resume'])).toMatchObject({ code: 2, said: expect.stringContaining('Line 7') })
    const editor = join(cli.home.folder, 'heading.sh')
    writeFileSync(editor, '#!/bin/sh\nsed -i "7s/.*/## Most important/" "$1"\n')
    chmodSync(editor, 0o755)
    const sent = await as(ben, ['wrap', '--resume', '--edit', '--json'], { env: { EDITOR: editor } })
    expect([sent.code, wrapOf(sent.out)]).toMatchObject([0, { state: 'The relay is slow.', mostImportant: 'Wait for Mei.', done: [{ text: 'Found the relay' }] }])
    expect((await as(ben, ['wrap', '--drafts'])).out).toBe('No wrap is kept.\n')
    expect((await as(ben, ['wrap', '--blocker', 'a|b|c|d'], { stdin: text })).said).toContain('kept in')
    expect((await as(ben, ['wrap', '--drop', 'all'])).code).toBe(0)
  })

  test('wraps that are kept are listed without a server, sent by their id, and dropped', async () => {
    const nobody = { env: { LONGHAND_URL: 'http://127.0.0.1:9' } }
    await as(ben, ['wrap', '--drop', 'all'])
    for (const important of ['The first of them.', 'The second of them.']) expect(await as(ben, ['wrap', ...WHOLE.with(5, important)], nobody)).toMatchObject({ code: 3, said: expect.stringMatching(/\.json\. Go on with: longhand wrap --resume\n/) })
    expect((await as(ben, ['wrap', '--state', 'Half of it'])).code).toBe(2)
    const list = (await as(ben, ['wrap', '--drafts'], nobody)).out
    const idOf = (words: string) => new RegExp(`^(\\w+)  [^\n]*${words}`, 'm').exec(list)?.[1] ?? ''
    expect(list).toMatch(/Half of it\n {2}It was not taken; --edit mends it\. Go on: longhand wrap --resume \w+\n/)
    expect(list).toMatch(/The first of them\.\n {2}It was not taken\. Go on: longhand wrap --resume \w+\n/)
    expect((await as(ben, ['wrap', '--resume', idOf('Half')])).code).toBe(2)
    expect(wrapOf((await as(ben, ['wrap', '--resume', idOf('The first'), '--json'])).out).mostImportant).toBe('The first of them.')
    const { drafts } = JSON.parse((await as(ben, ['wrap', '--drafts', '--json'], nobody)).out) as { drafts: { id: string }[] }
    expect(drafts).toEqual([expect.objectContaining({ id: idOf('Half') }), expect.objectContaining({ id: idOf('The second') })])
    expect((await as(ben, ['wrap', '--drop', idOf('Half')])).out).toMatch(/wrap-\w+\.json is dropped\.\n$/)
    expect(await as(ben, ['wrap', '--drop', idOf('Half')])).toMatchObject({ code: 2, said: expect.stringContaining('is not a kept wrap') })
    expect((await as(ben, ['wrap', '--drop', 'all'])).out.match(/is dropped/g)).toHaveLength(1)
    expect((await as(ben, ['wrap', '--drafts'])).out).toBe('No wrap is kept.\n')
  })

  describe('wrap --from-git', () => {
    const repository = () => join(cli.home.folder, 'shop')
    beforeAll(async () => {
      // What lies after a clock that stands is not yet done.
      await cli.app.advanceTo('2026-03-23T07:45:00Z')
      makeRepository(repository(), [
        { by: 'ben.bauer@example.com', at: '2026-03-01T09:00:00Z', subject: 'Long before', files: ['docs/a.md'] },
        { by: 'ben.bauer@example.com', at: '2026-03-23T07:10:00Z', subject: 'Cache “héllo” 日本語 🚀', files: ['server/größe.ts'] },
        { by: 'BEN.BAUER@example.com', at: '2026-03-23T07:20:00Z', subject: 'Retry twice | then stop', files: ['client/retry.ts'], branch: 'fix/retry' },
        { by: 'ben.bauer@example.com', at: '2027-03-23T07:20:00Z', subject: 'Long after the clock', files: ['z.ts'], branch: 'later' },
        { by: 'mei@example.com', at: '2026-03-23T07:30:00Z', subject: 'Not mine', files: ['x.ts'], branch: 'feature/mei' },
        { by: 'ben.bauer@example.com.evil.example', at: '2026-03-23T07:40:00Z', subject: 'Nearly mine', files: ['y.ts'], branch: 'feature/evil' },
      ])
    })

    test('offers my commits by branch or folder, and publishes none that was not kept', async () => {
      const { code, out, said } = await as(ben, ['wrap', ...WHOLE, '--from-git', repository(), '--dry-run', '--json'])
      expect(code).toBe(0)
      expect(wrapOf(out).done).toEqual([])
      expect(said).toContain('Retry twice | then stop')
      expect(said).toContain('Cache “héllo” 日本語 🚀')
      expect(said).not.toMatch(/Not mine|Nearly mine|Long after/)
    })

    test('those that are kept carry their commits', async () => {
      const { out } = await as(ben, ['wrap', ...WHOLE, '--from-git', repository(), '--keep', 'all', '--json'])
      const sources = wrapOf(out).done.map((line) => line.source)
      expect(sources).toContainEqual(expect.objectContaining({ kind: 'git', repository: 'shop', group: 'fix/retry', commits: [expect.stringMatching(/^[0-9a-f]{40}$/)] }))
    })

    test.each([
      ['no folder', ['/nowhere/at/all'], 'There is no folder /nowhere/at/all.'],
      ['no repository', ['/'], 'is not a git repository.'],
    ])('%s is one clear sentence', async (_why, folder, words) => {
      expect(await as(ben, ['wrap', ...WHOLE, '--from-git', ...folder])).toMatchObject({ code: 1, out: '', said: expect.stringContaining(words) })
    })
  })

  describe('baton', () => {
    const offer = async (text: string): Promise<BatonView> => {
      const { out } = await as(ben, ['wrap', ...WHOLE, '--baton', `${text} -> mei`, '--json'])
      const [baton] = wrapOf(out).batons
      if (!baton) throw new Error('The wrap carries no baton.')
      return baton
    }

    test('list shows it to its receiver, with the signs that accept takes', async () => {
      const baton = await offer('Check the backups')
      const { out } = await as(mei, ['baton', 'list'])
      expect(out).toContain(baton.id.slice(-6))
      expect(out).toContain('Check the backups')
      const accepted = await as(mei, ['baton', 'accept', baton.id.slice(-6), '--json'])
      expect([accepted.code, JSON.parse(accepted.out)]).toMatchObject([0, { state: 'accepted', holderId: mei.id }])
    })

    test('returned with a question, answered, and offered again', async () => {
      const { id } = await offer('Rotate the keys')
      expect((await as(mei, ['baton', 'return', id.slice(-6), 'Which keys?'])).out).toContain('Question: Which keys?')
      expect((await as(ben, ['baton', 'answer', id.slice(-6), 'Those of staging.'])).code).toBe(0)
      const shown = await as(mei, ['baton', 'show', id])
      expect(shown.out).toContain('Those of staging.')
    })

    test('what I accepted is done with a word on what came of it, and is not done after all', async () => {
      const baton = await offer('Widen the disk')
      const handle = baton.id.slice(-6)
      expect(await as(mei, ['baton', 'done', handle])).toMatchObject({ code: 2, said: expect.stringContaining('longhand baton list --settled') })
      await as(mei, ['baton', 'accept', handle])
      const done = await as(mei, ['baton', 'done', handle, 'It has 40 % left.'])
      expect([done.code, done.out]).toEqual([0, expect.stringContaining('You said that it is done')])
      expect((await as(ben, ['baton', 'show', baton.id])).out).toContain('said that it is done: It has 40 % left.')
      expect(JSON.parse((await as(mei, ['baton', 'reopen', handle, '--json'])).out)).toMatchObject({ state: 'accepted', holderId: mei.id })
      expect(JSON.parse((await as(mei, ['baton', 'done', `#${baton.number}`, '--json'])).out)).toMatchObject({ state: 'done', outcome: '' })
    })

    test('what is not mine to accept is refused with code 1', async () => {
      const { id } = await offer('Only for Mei')
      const ran = await as(ben, ['baton', 'accept', id])
      expect([ran.code, ran.out]).toEqual([1, ''])
      expect(ran.said).toMatch(/^✗ .+\n {2}.+\n/)
    })

    test('signs that fit nothing say where to look', async () => {
      expect(await as(mei, ['baton', 'accept', 'zzzzzz'])).toMatchObject({ code: 2, said: expect.stringContaining('longhand baton list') })
    })
  })

  test('the brief of the next shift holds what was handed over, and what to type', async () => {
    const { out: posted } = await as(ben, ['wrap', ...WHOLE, '--baton', 'Prune the queue -> mei', '--json'])
    const [baton] = wrapOf(posted).batons
    const { code, out, said } = await as(mei, ['brief', '--all'])
    expect([code, said]).toEqual([0, ''])
    expect(out).toContain('Prune the queue')
    expect(out).toContain(`$ longhand baton accept ${baton?.id.slice(-6)}`)
    expect(out).toMatch(/^00 +06 +12 +18$/m)
    expect(JSON.parse((await as(mei, ['brief', '--json'])).out)).toMatchObject({ zone: 'Asia/Manila' })
  })

  test('people says who works now and who next, on my clock', async () => {
    const { code, out } = await as(ben, ['people'])
    expect(code).toBe(0)
    const lines = out.split('\n')
    expect(lines.find((line) => line.startsWith('Méi Tan'))).toMatch(/from 11:00/)
    expect(out).toMatch(/Ben Bauer +from 09:00/)
  })

  test('what the contract offers works without a command of its own', async () => {
    const { id } = (await ben.call(listBatons, { of: 'from-me' })).items[0] ?? { id: '' }
    expect(JSON.parse((await as(ben, ['batons', 'read', id, '--json'])).out)).toMatchObject({ id })
    const { out } = await as(ben, ['spaces', 'create', '--name', 'Zwölf', '--noise', 'work'])
    expect(out).toContain('Zwölf')
    expect((await as(ben, ['spaces', 'list'])).out).toMatch(/^NAME.* ID\n[^]*Zwölf.* [0-9a-f-]{36}$/m)
    expect(await as(ben, ['wrap', ...WHOLE])).toMatchObject({ code: 2, said: expect.stringContaining('Add --space with one of Team, Zwölf.') })
    expect(await as(ben, ['wraps', 'read', '99999'])).toMatchObject({ code: 1 })
  })

  test('a check-in is answered by its keys', async () => {
    await cli.app.owner.call(createForm, { spaceId: cli.app.spaceId, kind: 'standup' })
    await cli.app.advanceTo('2026-03-24T08:30:00Z')
    const listed = await as(ben, ['checkin', '--list', '--json'])
    const [prompt] = (JSON.parse(listed.out) as { prompts: { form: { questions: { key: string }[] } }[] }).prompts
    const answers = (prompt?.form.questions ?? []).flatMap(({ key }) => ['--answer', `${key}=All of it`])
    expect(await as(ben, ['checkin', '--answer', 'nonsense=x'])).toMatchObject({ code: 2 })
    expect(await as(ben, ['checkin', ...answers, '--ask', 'Nobody'])).toMatchObject({ code: 2 })
    expect(await as(ben, ['checkin', ...answers, '--ask', 'Olga'])).toMatchObject({ code: 0, out: expect.stringMatching(/is answered: #\d+\n#\d+ {2}Olga Owner has not opened it\..*\n$/) })
    const unanswered = await as(ben, ['checkin'])
    expect(unanswered.out).toMatch(/^Standup in Team, was expected by yesterday 11:00; an answer is still welcome\n/)
    expect([unanswered.code, unanswered.said]).toEqual([2, '✗ Nothing was sent: no answer was given, and there is nobody to ask.\n  Answer with `longhand checkin --answer yesterday="…"`, once for each question, or run it in a terminal. --list only shows what waits.\n'])
    expect(await as(ben, ['checkin', '--list'])).toMatchObject({ code: 0, said: '' })
    expect((await as(ben, ['checkin', '--skip', 'I was ill'])).out).toBe('Skipped Standup.\n')
    expect((await as(ben, ['checkin'])).out).toBe('No check-in waits for you.\n')
  })

  test('the agreement is pulled, compared, pushed, and never overwrites work', async () => {
    const file = join(cli.home.folder, 'agreement.md')
    expect(await as(cli.app.owner, ['agreement', 'pull', file])).toMatchObject({ code: 0, out: '', said: expect.stringContaining('Version 1') })
    const before = readFileSync(file, 'utf8')
    expect((await as(cli.app.owner, ['agreement', 'diff', file])).out).toBe('Nothing would change.\n')
    writeFileSync(file, before.replace(/grace_minutes: \d+/, 'grace_minutes: 45'))
    const diff = await as(cli.app.owner, ['agreement', 'diff', file])
    expect(diff.out).toMatch(/^\+ .*grace_minutes: 45$/m)
    expect(diff.out).toContain('Settings that change:')
    expect(await as(cli.app.owner, ['agreement', 'pull', file])).toMatchObject({ code: 2, said: expect.stringContaining('holds changes') })
    expect(await as(ben, ['agreement', 'push', file, '--base', '1', '--reason', 'No'])).toMatchObject({ code: 1 })
    expect(await as(cli.app.owner, ['agreement', 'push', file, '--reason', 'More time in the morning'])).toMatchObject({ code: 0, out: 'Version 2 is in force.\n' })
    expect(await as(cli.app.owner, ['agreement', 'push', file])).toMatchObject({ code: 2, said: expect.stringContaining('--reason') })
    expect((await as(cli.app.owner, ['agreement', 'history'])).out).toContain('More time in the morning')
    expect((await as(cli.app.owner, ['agreement', 'pull', file])).code).toBe(0)
    const whole = readFileSync(file, 'utf8')
    writeFileSync(file, '')
    expect([(await as(cli.app.owner, ['agreement', 'pull', file])).code, readFileSync(file, 'utf8')]).toEqual([0, whole])
    expect((await as(cli.app.owner, ['agreement', 'pull', '-'])).out).toBe(whole)
  })

  test('a wrap written here is read elsewhere as it was written', async () => {
    const { out } = await as(ben, ['wrap', '--space', 'team', '--state', 'Zeile 1\nZeile 2', '--next', 'x', '--important', 'y', '--json'])
    expect((await mei.call(readWrap, { number: wrapOf(out).number })).state).toBe('Zeile 1\nZeile 2')
  })

  test('what the brief sends people to is there: a check-in whose window has ended, and a baton that nobody holds', async () => {
    const { out } = await as(ben, ['wrap', '--space', 'Team', ...WHOLE, '--baton', 'Empty the bin -> mei', '--json'])
    const handle = wrapOf(out).batons[0]?.id.slice(-6) ?? ''
    await cli.app.advanceTo('2026-03-25T11:15:00Z')
    expect((await as(ben, ['brief', '--all'])).out).toMatch(/an answer is still welcome[^]*\$ longhand checkin/)
    const listed = await as(ben, ['checkin', '--list'])
    expect(listed.out).toMatch(/in Team, was expected by \S+; an answer is still welcome\n/)
    const answers = [...listed.out.matchAll(/^ {2}(\w+): /gm)].flatMap(([, key = '']) => ['--answer', `${key}=None`])
    expect(await as(ben, ['checkin', ...answers])).toMatchObject({ code: 0, out: expect.stringMatching(/is answered: #\d+/) })
    expect((await as(mei, ['baton', 'list'])).out).toContain(handle)
    expect((await as(mei, ['baton', 'list', '--of', 'unowned'])).out).toMatch(new RegExp(`${handle}  unowned`))
    expect((await as(mei, ['baton', 'accept', handle])).code).toBe(0)
  })
})
