import type { Texts } from '#domain/words/said.ts'

/** What checkins says to people, in German. */
export const GERMAN: Texts = {
  '#{0} did not answer “{1}”.': '#{0} hat „{1}“ nicht beantwortet.',
  'Leave the source out.': 'Lass die Quelle weg.',
  'There is no such question waiting for you.': 'Diese Frage wartet nicht auf dich.',
  'Read the check-ins that wait for you.': 'Lies die Check-ins, die auf dich warten.',
  'You have answered this check-in already.': 'Du hast diesen Check-in schon beantwortet.',
  'Your answer was deleted; it can be brought back.': 'Deine Antwort wurde gelöscht; sie lässt sich zurückholen.',
  'Read your answer, #{0}.': 'Lies deine Antwort, #{0}.',
  'This check-in was skipped: {0}': 'Dieser Check-in wurde übersprungen: {0}',
  'Write a wrap instead, or wait for the next one.': 'Schreib stattdessen eine Übergabe, oder warte auf den nächsten.',
  'Only who is blocked asks to have it cleared.': 'Nur wer blockiert ist, bittet darum, es zu lösen.',
  'Say in a thread that you can help, or ask for something of your own.': 'Sag in einem Thread, dass du helfen kannst, oder bitte um etwas Eigenes.',
  'A check-in with questions of your own needs a name and at least one question.': 'Ein Check-in mit eigenen Fragen braucht einen Namen und mindestens eine Frage.',
  'Send name and questions, or choose one of the ready forms.': 'Sende Namen und Fragen, oder wähle eine der fertigen Formen.',
  'Two questions have the key “{0}”.': 'Zwei Fragen haben den Schlüssel „{0}“.',
  'Give each question a key of its own.': 'Gib jeder Frage einen eigenen Schlüssel.',
  'There is no such check-in that you can see.': 'Diesen Check-in gibt es nicht, oder du kannst ihn nicht sehen.',
  'Choose one of the check-ins of your spaces.': 'Wähle einen der Check-ins deiner Räume.',
}
