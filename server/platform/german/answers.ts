import type { Texts } from '#domain/words/said.ts'

/** What answers says to people, in German. */
export const GERMAN: Texts = {
  '#{0} is no ask that was answered.': '#{0} ist keine beantwortete Anfrage.',
  'Keep it once it is answered, or write a page.': 'Behalte sie, wenn sie beantwortet ist, oder schreib eine Seite.',
  '#{0} stands in #{1} already.': '#{0} steht schon in #{1}.',
  'Edit #{0} where it should read otherwise.': 'Bearbeite #{0} dort, wo es anders lauten soll.',
  'There is no #{0} that you can see.': 'Es gibt keine #{0}, die du sehen kannst.',
  'Check the number, or ask the person who sent it.': 'Prüfe die Nummer, oder frag, wer sie dir geschickt hat.',
}
