import { requestMagicLink } from '#contract/access.ts'
import { editMe } from '#contract/account.ts'
import { postAsk } from '#contract/asks.ts'
import { listInbox } from '#contract/attention.ts'
import { postWrap } from '#contract/handoffs.ts'
import { invitePerson } from '#contract/members.ts'
import { postThread } from '#contract/threads.ts'
import type { Mail } from '#server/platform/channels/mail.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** What a mail program shows of a mail, line by line, and below it what is said of the mail itself. */
const shown = ({ subject, body, reason }: Mail): string[] => [subject, ...body.text.split('\n'), body.how ?? '', ...body.links.map(({ label }) => label), reason].filter((line) => line !== '')

/** By kind of mail, with `#n` for the entry that is theirs alone: to Ben as it was before there was German, and to Greta. */
const TOLD: readonly (readonly [kind: string, ben: readonly string[], greta: readonly string[]])[] = [
  ['asks', [
    'Which index?', 'Ana asks you:', 'The old or the new one?', 'Wanted: answer. Due Monday 17:00.', 'To answer, reply to this mail. Your reply stands in the conversation.', 'Open #n', 'You get this because it asks something of you.',
  ], [
    'Which index?', 'Ana fragt dich:', 'The old or the new one?', 'Gewünscht: eine Antwort. Fällig Montag 17:00.', 'Antworte auf diese Mail, um zu antworten. Deine Antwort steht dann in der Unterhaltung.', '#n öffnen', 'Du bekommst das, weil es etwas von dir will.',
  ]],
  ['batons', [
    'Ana hands you: Close the quarter.', 'Close the quarter.', 'Ana holds it until you accept. Unless accepted by 16:30 nobody owns it and both sides are told.', 'To take it, reply to this mail with “accept”. To give it back, reply with one question.',
    'Accept it, or return it with one question', 'Read the whole wrap, #n', 'You get this because a baton in Team is offered to you.',
  ], [
    'Ana übergibt dir: Close the quarter.', 'Close the quarter.', 'Ana hat ihn, bis du annimmst. Nimmt ihn bis 16:30 niemand an, gehört er niemandem, und beide Seiten erfahren es.', 'Um ihn anzunehmen, antworte auf diese Mail mit „annehmen“. Um ihn zurückzugeben, antworte mit einer Frage.',
    'Annehmen, oder mit einer Frage zurückgeben', 'Die ganze Übergabe lesen, #n', 'Du bekommst das, weil dir in Team ein Stab angeboten wird.',
  ]],
  ['brief', [
    'Your brief for Monday: three things wait for you', 'Monday. You work until 17:00.', 'One minute to read. Three things wait for you to act or answer. Nothing changed since you left on Friday at 17:00.', 'HANDED TO YOU', 'Close the quarter.', '(Ana, Team, #n)',
    'Nobody accepted it in time, so nobody holds it. Whoever takes it, holds it.', 'Close the quarter.', '(Ana, Team, #n)', 'Nobody accepted it in time, so nobody holds it. Whoever takes it, holds it.',
    'DUE ON YOUR CLOCK', 'Which index?', '(Ana, Team, #n)', 'Due in 8 working hours.', 'That is all. Start when you like.', 'Open your brief', 'Take: Close the quarter.', 'Take: Close the quarter.', 'Open: Which index?',
    'You get this because your shift starts.',
  ], [
    'Deine Lage für Montag: 3 Dinge warten auf dich', 'Montag. Du arbeitest bis 17:00.', 'Eine Minute zu lesen. 3 Dinge warten darauf, dass du etwas tust oder antwortest. Nichts hat sich seit deinem Schichtende am Freitag um 17:00 geändert.', 'DIR ÜBERGEBEN', 'Close the quarter.', '(Ana, Team, #n)',
    'Niemand hat ihn rechtzeitig angenommen, also hat ihn niemand. Wer ihn nimmt, hat ihn.', 'Close the quarter.', '(Ana, Team, #n)', 'Niemand hat ihn rechtzeitig angenommen, also hat ihn niemand. Wer ihn nimmt, hat ihn.',
    'BEI DIR FÄLLIG', 'Which index?', '(Ana, Team, #n)', 'Fällig in 8 Arbeitsstunden.', 'Das ist alles. Fang an, wann du willst.', 'Deine Lage öffnen', 'Nehmen: Close the quarter.', 'Nehmen: Close the quarter.', 'Öffnen: Which index?',
    'Du bekommst das, weil deine Schicht beginnt.',
  ]],
  ['digest', [
    'Your digest: two conversations', 'Team', '#n Which index?', 'Ana wrote: The old or the new one?', '#n Notes of the review', 'Ana wrote: All fine.', 'Open your inbox', 'You get this digest because you belong to these spaces.',
  ], [
    'Deine Sammelmeldung: 2 Unterhaltungen', 'Team', '#n Which index?', 'Ana hat geschrieben: The old or the new one?', '#n Notes of the review', 'Ana hat geschrieben: All fine.', 'Deinen Eingang öffnen', 'Du bekommst diese Sammelmeldung, weil du in diesen Räumen bist.',
  ]],
  ['sign-in', [
    'Sign in to Acme', 'Open this link to sign in. It works once, for 30 minutes. If you did not ask for it, nothing happens unless you open it.', 'Sign in', 'You get this because somebody asked for a sign-in link for your address.',
  ], [
    'Bei Acme anmelden', 'Öffne diesen Link, um dich anzumelden. Er funktioniert einmal, 30 Minuten lang. Wenn du ihn nicht angefordert hast, geschieht nichts, solange du ihn nicht öffnest.', 'Anmelden', 'Du bekommst das, weil für deine Adresse ein Anmeldelink angefordert wurde.',
  ]],
  ['unowned', [
    'Nobody holds: Close the quarter.', 'Close the quarter.', 'Ana handed it over in #n, and nobody accepted it in time. Whoever takes it, holds it.', 'Take it, or see its history', 'You get this because you were asked to take the baton.',
  ], [
    'Niemand hat: Close the quarter.', 'Close the quarter.', 'Ana hat ihn in #n übergeben, und niemand hat ihn rechtzeitig angenommen. Wer ihn nimmt, hat ihn.', 'Nehmen, oder seine Geschichte ansehen', 'Du bekommst das, weil dir der Stab angeboten wurde.',
  ]],
]

describeOnNewest('one weekend, told in two languages', (on) => {
  let app: TestApp
  let ana: TestPerson
  let ben: TestPerson
  let greta: TestPerson
  const mailsTo = (name: string) => app.mails.filter((mail) => mail.to.address === `${name}@example.com`)
  const kindOf = ({ list, body }: Mail) => list?.kind ?? (body.oneTime ? 'sign-in' : 'unowned')
  const told = (name: string) => Object.fromEntries(mailsTo(name).map((mail) => [kindOf(mail), shown(mail).map((line) => line.replace(/#\d+/g, '#n'))]))

  const held = async (person: TestPerson) => {
    const { sentence, items } = await person.call(listInbox, { of: 'held' })
    return [sentence, ...items.map(({ why }) => why)]
  }

  beforeAll(async () => {
    app = await startTestApp(on, { clock: '2026-03-27T15:00:00Z', mailIn: {} })
    ana = await app.person('Ana')
    ben = await app.person('Ben')
    greta = await app.person('Greta', { role: 'admin' })
    await greta.call(editMe, { locale: 'de-CH' })
    for (const { id } of [ben, greta]) {
      await ana.call(postAsk, { spaceId: app.spaceId, title: 'Which index?', body: 'The old or the new one?', kind: 'answer', to: id })
      await ana.call(postWrap, { spaceId: app.spaceId, state: 'Green.', nextAction: 'Go on.', mostImportant: 'The quarter.', batons: [{ text: 'Close the quarter.', to: { kind: 'person', personId: id } }] })
    }
    await ana.call(postThread, { spaceId: app.spaceId, title: 'Notes of the review', body: 'All fine.' })
    for (const name of ['ben', 'greta']) await app.visitor(requestMagicLink, { email: `${name}@example.com` })
    await app.advanceTo('2026-03-30T07:00:00Z')
  })
  afterAll(() => app.stop())

  test.each(TOLD)('%s', (kind, toBen, toGreta) => {
    expect(told('ben')[kind]).toEqual(toBen)
    expect(told('greta')[kind]).toEqual(toGreta)
  })

  test('no other mail came to either', () => expect([mailsTo('ben').length, mailsTo('greta').length]).toEqual([TOLD.length, TOLD.length]))

  test('the inbox of each says what waits and until when in their words', async () => {
    await app.advanceTo('2026-03-30T07:10:00Z')
    for (const { id } of [ben, greta]) await ana.call(postAsk, { spaceId: app.spaceId, title: 'And which page?', kind: 'answer', to: id })
    await app.advanceTo('2026-03-30T07:11:00Z')
    expect(await held(ben)).toEqual(['Two things held for later.', 'You get this because it asks something of you. Held until 13:00: the middle of your shift.', 'You get this because you belong to Team. Waits for your digest on Tuesday at 09:00.'])
    expect(await held(greta)).toEqual(['2 Dinge für später zurückgehalten.', 'Du bekommst das, weil es etwas von dir will. Zurückgehalten bis 13:00: die Mitte deiner Schicht.', 'Du bekommst das, weil du in Team bist. Kommt am Dienstag um 09:00 mit deiner Sammelmeldung.'])
  })

  test('an invitation is in the language of who invites', async () => {
    await greta.call(invitePerson, { email: 'neu@example.com', role: 'member', spaceIds: [app.spaceId] })
    await app.advanceTo('2026-03-30T07:12:00Z')
    expect(mailsTo('neu').map(shown)).toEqual([[
      'Greta lädt dich zu Acme ein', 'Greta arbeitet mit einem Team, das seine Arbeit schriftlich übergibt, und lädt dich zu Acme ein.', 'Der Link funktioniert einmal, 7 Tage lang.', 'Einladung annehmen',
      'Du bekommst das, weil Greta deine Adresse eingeladen hat.',
    ]])
  })
})
