import type { Texts } from '#domain/words/said.ts'

/** What answers says to people, in German. */
export const GERMAN: Texts = {
  '#{0} is no ask that was answered.': '#{0} ist keine beantwortete Anfrage.',
  'Keep it once it is answered, or write a page.': 'Behalte sie, wenn sie beantwortet ist, oder schreib eine Seite.',
  '#{0} stands in #{1} already.': '#{0} steht schon in #{1}.',
  'Edit #{0} where it should read otherwise.': 'Bearbeite #{0} dort, wo es anders lauten soll.',
  '#{0} is “{1}”, which is of another kind.': '#{0} ist „{1}“ und von anderer Art.',
  'There is no #{0} that you can see.': 'Es gibt keine #{0}, die du sehen kannst.',
  'Check the number, or ask the person who sent it.': 'Prüfe die Nummer, oder frag, wer sie dir geschickt hat.',
  'This is not asked of the record. {0}': 'Das wird die Aufzeichnungen nicht gefragt. {0}',
  'These words stand everywhere, so that nothing was asked. Say what you want to know about.': 'Diese Wörter stehen überall, also wurde nichts gefragt. Sag, worüber du etwas wissen willst.',
  'Nothing answers this for sure. This is what comes near, word for word, and who may know.': 'Nichts beantwortet das sicher. Das hier kommt dem nahe, Wort für Wort, und wer es wissen könnte.',
  'The record says nothing about this that you may read.': 'Die Aufzeichnungen sagen dazu nichts, was du lesen darfst.',
  'One passage of the record, word for word; the first is from #{0}.': 'Eine Stelle aus den Aufzeichnungen, Wort für Wort; sie steht in #{0}.',
  'Two passages of the record, word for word; the first is from #{0}.': 'Zwei Stellen aus den Aufzeichnungen, Wort für Wort; die erste steht in #{0}.',
  'Three passages of the record, word for word; the first is from #{0}.': 'Drei Stellen aus den Aufzeichnungen, Wort für Wort; die erste steht in #{0}.',
  'The model of this server gave no answer in time; these are the passages without it.': 'Das Modell dieses Servers hat nicht rechtzeitig geantwortet; das sind die Stellen ohne es.',
  'I asked the record: “{0}”. It has no answer that I may read; the nearest is #{1}, “{2}”.': 'Ich habe die Aufzeichnungen gefragt: „{0}“. Sie haben keine Antwort, die ich lesen darf; am nächsten kommt #{1}, „{2}“.',
  'I asked the record: “{0}”. It has no answer that I may read.': 'Ich habe die Aufzeichnungen gefragt: „{0}“. Sie haben keine Antwort, die ich lesen darf.',
  'Nothing near it has an owner, so choose whom to ask.': 'Für nichts in der Nähe ist jemand zuständig, also wähle, wen du fragst.',
  '{0} owns #{1}, which is nearest.': '{0} ist zuständig für #{1}, was am nächsten kommt.',
  '{0} wrote #{1}, which is nearest.': '{0} hat #{1} geschrieben, was am nächsten kommt.',
  'Nothing was asked and answered twice.': 'Nichts wurde zweimal gefragt und beantwortet.',
  'One ask was answered twice.': 'Eine Anfrage wurde zweimal beantwortet.',
  '{0} asks were answered twice.': '{0} Anfragen wurden zweimal beantwortet.',
  '{0} wrote in #{1}, which is nearest.': '{0} schrieb in #{1}, was am nächsten liegt.',
}
