import type { Texts } from '../said.ts'

/** What checkins says to people, in German. */
export const GERMAN: Texts = {
  'This check-in does not ask for “{0}”.': 'Dieser Check-in fragt nicht nach „{0}“.',
  'Read the check-in again; its questions may have changed.': 'Lies den Check-in noch einmal; seine Fragen haben sich vielleicht geändert.',
  '“{0}” is answered twice.': '„{0}“ ist zweimal beantwortet.',
  'Send each answer once.': 'Sende jede Antwort nur einmal.',
  '“{0}” needs an answer.': '„{0}“ braucht eine Antwort.',
  'One sentence is enough.': 'Ein Satz genügt.',
  'Every answer is empty.': 'Alle Antworten sind leer.',
  'Answer one question, or say that you have nothing today.': 'Beantworte eine Frage, oder sag, dass du heute nichts hast.',
  '“{0}” does not ask what is in the way.': '„{0}“ fragt nicht, was im Weg steht.',
  'Ask for the answer that says what blocks you.': 'Frag zu der Antwort, die sagt, was dich blockiert.',
  'Nothing is said to be in the way.': 'Es steht nicht da, was im Weg ist.',
  'Write what blocks you, or ask nobody.': 'Schreib, was dich blockiert, oder frag niemanden.',
}
