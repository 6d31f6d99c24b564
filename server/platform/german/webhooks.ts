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
  'What it was not told stands in its log for 30 days. Once it listens again, switch it on and send again what it missed.': 'Was er nicht erfahren hat, steht 30 Tage lang in seinem Protokoll. Sobald er wieder zuhört, schalte ihn ein und schick noch einmal, was er verpasst hat.',
  'Your webhook to {0} was switched off': 'Dein Webhook an {0} wurde ausgeschaltet',
  'Look at its log': 'Sein Protokoll ansehen',
  'You own this webhook.': 'Dieser Webhook gehört dir.',
  '{0} answered 410, so it wants to hear nothing any more.': '{0} hat mit 410 geantwortet und will also nichts mehr hören.',
  'Each try to tell {0} what happens has failed for three days.': 'Seit drei Tagen ist jeder Versuch fehlgeschlagen, {0} etwas mitzuteilen.',
}
