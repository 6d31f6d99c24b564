import type { Texts } from '#domain/words/said.ts'

/** What entries says to people, in German. */
export const GERMAN: Texts = {
  'There is no #{0} that you could bring back.': 'Es gibt keine #{0}, die du zurückholen könntest.',
  'Only the author can, for 30 days after deleting; of a page also who minds it, and who manages its space.': 'Das kann nur, wer sie geschrieben hat, bis 30 Tage nach dem Löschen; bei einer Seite auch, wer dafür zuständig ist und wer ihren Raum verwaltet.',
  'A newer draft was kept in another window or on another device.': 'Ein neuerer Entwurf wurde in einem anderen Fenster oder auf einem anderen Gerät gesichert.',
  'Read it first, then keep the one you want; both texts are still there.': 'Lies ihn zuerst, behalte dann den, den du willst; beide Texte sind noch da.',
}
