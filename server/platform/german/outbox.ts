import type { Texts } from '#domain/words/said.ts'

/** What outbox says to people, in German. */
export const GERMAN: Texts = {
  'There is no such message.': 'Diese Nachricht gibt es nicht.',
  'Read the outbox again.': 'Lies den Ausgang noch einmal.',
  'No mail server is set, so this mail would be kept again.': 'Es ist kein Mailserver eingerichtet, also würde diese Mail wieder aufbewahrt.',
  'Set SMTP_URL and MAIL_FROM, or hand its link over yourself.': 'Setze SMTP_URL und MAIL_FROM, oder gib ihren Link selbst weiter.',
  '{0} has left the workspace.': '{0} hat den Arbeitsbereich verlassen.',
  'Reactivate them first.': 'Aktiviere die Person zuerst wieder.',
  'What this mail was about was deleted, and its words are gone.': 'Worum es in dieser Mail ging, wurde gelöscht, und ihr Text ist weg.',
  'Write a new text.': 'Schreib einen neuen Text.',
  'This message has left or waits to leave.': 'Diese Nachricht ist gegangen oder wartet darauf.',
  'Something that you may not see': 'Etwas, das du nicht sehen darfst',
  'What it is about is not open to you.': 'Worum es geht, ist dir nicht zugänglich.',
}
