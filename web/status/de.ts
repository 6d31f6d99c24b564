import type { Texts } from '#domain/words/said.ts'

/** What the page about the server says, in German. */
export const GERMAN: Texts = {
  'Versions and queues': 'Versionen und Warteschlangen',
  'Devices': 'Geräte',
  'Longhand {0}': 'Longhand {0}',
  'Node {0}': 'Node {0}',
  'Time zones {0}': 'Zeitzonen {0}',
  'On the way out': 'Im Versand',
  'Last backup': 'Letzte Sicherung',
  'None that this server knows of.': 'Keine, von der dieser Server weiß.',
  'All {0} things that were looked at are well.': 'Alle {0} geprüften Punkte sind in Ordnung.',
  '{0} worth a look': '{0} einen Blick wert',
  'thing is|things are': 'Punkt ist|Punkte sind',
  'Nothing is broken; {0}.': 'Nichts ist gestört; {0}.',
  '{0} broken.': '{0} gestört.',
  '{0} broken, and {1}.': '{0} gestört, und {1}.',
  'Well': 'In Ordnung',
  'Worth a look': 'Einen Blick wert',
  'Broken': 'Gestört',
  'Nothing waits': 'Nichts wartet',
  '{0} to leave': '{0} auf den Versand',
  'message waits|messages wait': 'Nachricht wartet|Nachrichten warten',
  '{0}; {1} given up within seven days.': '{0}; {1} in den letzten sieben Tagen aufgegeben.',
}
