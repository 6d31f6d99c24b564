import type { Texts } from '#domain/words/said.ts'

/** What files says to people, in German. */
export const GERMAN: Texts = {
  'Only the person who put a file here deletes it, and only while no text of somebody else uses it.': 'Nur wer eine Datei hierher gelegt hat, löscht sie, und nur, solange sie in keinem Text anderer steht.',
  'Ask them, or take it out of your own text.': 'Frag dort nach, oder nimm sie aus deinem eigenen Text heraus.',
  '{0} files of yours are used by no text.': '{0} deiner Dateien stehen in keinem Text.',
  'Send the texts they belong to; what no text uses goes by itself after a while.': 'Sende die Texte, zu denen sie gehören; was in keinem Text steht, geht nach einer Weile von selbst.',
  'This upload took longer than a day.': 'Dieses Hochladen dauerte länger als einen Tag.',
  'Send it again.': 'Sende sie noch einmal.',
  'One of the attached files is not there any more, or was never yours to use.': 'Eine der angehängten Dateien ist nicht mehr da, oder du durftest sie nie verwenden.',
  'Take it out of the text and attach it again; the text itself is kept.': 'Nimm sie aus dem Text heraus und häng sie neu an; der Text selbst bleibt erhalten.',
  'There is no such file that you can see.': 'Es gibt keine solche Datei, die du sehen kannst.',
}
