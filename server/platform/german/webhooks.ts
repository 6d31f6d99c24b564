import type { Texts } from '#domain/words/said.ts'

/** What webhooks says to people, in German. */
export const GERMAN: Texts = {
  'There are {0} webhooks already.': 'Es gibt schon {0} Webhooks.',
  'Remove one that nobody needs any more.': 'Entferne einen, den niemand mehr braucht.',
  'Give an https address on the public internet, or let whoever runs the server name this host in LONGHAND_OUTBOUND_ALLOW.': 'Gib eine https-Adresse im öffentlichen Internet an, oder lass, wer den Server betreibt, diesen Host in LONGHAND_OUTBOUND_ALLOW nennen.',
  'There is no such message in the log of this endpoint.': 'Diese Nachricht gibt es im Protokoll dieses Endpunkts nicht.',
  'Read the log again; it goes back 30 days.': 'Lies das Protokoll noch einmal; es reicht 30 Tage zurück.',
  'This message is on its way just now.': 'Diese Nachricht ist gerade unterwegs.',
  'Read the log again in a moment.': 'Lies das Protokoll gleich noch einmal.',
  'This endpoint is switched off.': 'Dieser Endpunkt ist ausgeschaltet.',
  'Switch it on first.': 'Schalte ihn zuerst ein.',
}
