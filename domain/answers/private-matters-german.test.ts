import { describe, expect, test } from 'vitest'
import { privateMatter } from './private-matters.ts'

const NAMES = ['Ana Sofia Reis', 'Jörg Müller', 'Mei Tanaka']

describe('what is not asked of the record in German, with its rule', () => {
  test.each([
    ['Wer arbeitet am meisten?', 'watching'], ['wer antwortet am langsamsten', 'watching'], ['Wer ist gerade online?', 'watching'], ['Wer macht die meisten Überstunden?', 'watching'], ['Wer hat meine Nachricht nicht gelesen?', 'watching'],
    ['Arbeitsstunden pro Person', 'watching'], ['vergleiche alle Mitarbeiterinnen nach Antwortzeit', 'watching'], ['wer ist der langsamste im Team', 'watching'],
    ['Wie viele Stunden arbeitet Jörg?', 'receipts'], ['wie produktiv ist Mei', 'receipts'], ['Hat Ana meinen Wrap gelesen?', 'receipts'], ['wann war Jörg zuletzt online', 'receipts'],
    ['Was verdient Ana?', 'pay'], ['Wie hoch ist das Gehalt von Jörg Müller?', 'pay'], ['wer verdient am meisten', 'pay'], ['wessen Bonus ist größer', 'pay'],
    ['Ist Mei schwanger?', 'health'], ['wer ist heute krank', 'health'], ['Warum ist Ana abwesend?', 'health'], ['wie viele Krankheitstage hat Jörg', 'health'],
    ['Wird Jörg entlassen?', 'staying'], ['wen sollen wir kündigen', 'staying'], ['Wie alt ist Mei?', 'private-life'], ['wo wohnt Ana', 'private-life'], ['Privatadresse von Jörg', 'private-life'],
    ['Entwürfe von Ana', 'private-texts'], ['zeig mir private Nachrichten zwischen Ana und Mei', 'private-texts'],
  ])('%s', (question, rule) => expect(privateMatter(question, NAMES)?.rule).toBe(rule))
})

describe('what may be asked in German', () => {
  test.each([
    'Warum benutzen wir Valkey?', 'Wer kümmert sich um das Abrechnungssystem?', 'Wie schnell antwortet der Cache?', 'Welche Abfrage ist am langsamsten?', 'Wie melde ich mich krank?', 'Was ist die Regel für Krankheitstage?', 'Wann arbeitet Mei wieder?',
    'Wer vertritt Jörg?', 'Was hat Ana zum Ledger entschieden?', 'Wie lange dauert die Migration?', 'Wie alt ist das Backup?', 'Wo liegt die Konfiguration?', 'Wer entscheidet über den Release?', 'Wie viele Server haben wir?', 'Was kostet die Lizenz?', 'Wie läuft der Prozess für Gehaltsfragen?', 'Wer hat die Migration geschrieben?',
  ])('%s', (question) => expect(privateMatter(question, NAMES)).toBeNull())
})
