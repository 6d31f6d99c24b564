import type { Texts } from '../said.ts'

/** What handoffs says to people, in German. */
export const GERMAN: Texts = {
  'No question about this baton is open.': 'Zu diesem Stab ist keine Rückfrage offen.',
  'Write what you want to say in your next wrap.': 'Schreib, was du sagen möchtest, in deine nächste Übergabe.',
  'A question about this baton is open, and the giver has to answer it first.': 'Zu diesem Stab ist eine Rückfrage offen, die zuerst beantwortet werden muss.',
  'Wait for the answer; the clock stands still until then.': 'Warte auf die Antwort; bis dahin steht die Uhr.',
  'This baton is offered to somebody.': 'Dieser Stab wird gerade jemandem angeboten.',
  'Ask them, or wait: if nobody takes it, everybody in the space may.': 'Frag dort nach, oder warte: Nimmt ihn niemand, dürfen es alle im Raum.',
  'This baton was accepted already.': 'Dieser Stab wurde schon angenommen.',
  'Its history says who holds it; ask them.': 'Der Verlauf sagt, wer ihn hält; frag dort nach.',
  'The giver took this baton back.': 'Dieser Stab wurde zurückgenommen.',
  'No clock runs for this baton.': 'Für diesen Stab läuft keine Uhr.',
  'Nobody took this baton in time, so nobody is asked any more.': 'Niemand hat diesen Stab rechtzeitig genommen, also wird niemand mehr gefragt.',
  'Take it if you want to hold it.': 'Nimm ihn, wenn du ihn halten möchtest.',
  '{0} has no working time within a year.': '{0} hat innerhalb eines Jahres keine Arbeitszeit.',
  'This person': 'Diese Person',
  'Nobody who can see this space holds the role {0}.': 'Niemand, der diesen Raum sieht, hat die Rolle {0}.',
  'Choose a person, or give the role to somebody in the space.': 'Wähle eine Person, oder gib die Rolle jemandem im Raum.',
  'Nobody who holds the role {0} has no working time within a year.': 'Niemand mit der Rolle {0} hat innerhalb eines Jahres Arbeitszeit.',
  'Nobody else in this space starts a shift within a year.': 'Niemand sonst in diesem Raum beginnt innerhalb eines Jahres eine Schicht.',
  'Hand it to a person, or add people to the space.': 'Übergib ihn einer Person, oder nimm Leute in den Raum auf.',
  'Ask them to set working hours, or hand it to somebody else.': 'Bitte darum, Arbeitszeiten einzutragen, oder übergib an jemand anderen.',
}
