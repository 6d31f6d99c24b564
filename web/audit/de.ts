import type { Texts } from '#domain/words/said.ts'

/** What the page of the audit log says, in German. */
export const GERMAN: Texts = {
  'Audit log': 'Audit-Protokoll',
  'in the browser': 'im Browser',
  'command line': 'Befehlszeile',
  'by a token': 'mit einem Token',
  'by MCP': 'über MCP',
  'import': 'Import',
  '{0} · line {1}': '{0} · Zeile {1}',
  'line {0}': 'Zeile {0}',
  'Who did what to rights, ways in, settings, imports and exports. It holds no text of anybody, and each line holds the hash of the one before.': 'Wer was an Rechten, Zugängen, Einstellungen, Importen und Exporten getan hat. Es enthält keinen Text von jemandem, und jede Zeile enthält den Hash der davor.',
  'Older lines': 'Ältere Zeilen',
  'What it says of you: what you did to your account and to rights, and what others did to yours. Owners and admins see it too.': 'Was es über dich sagt: was du an deinem Konto und an Rechten getan hast, und was andere an deinen getan haben. Inhaber und Admins sehen es auch.',
  'Nothing yet.': 'Noch nichts.',
  'Follow the chain': 'Der Kette folgen',
  'Pack it as JSON lines': 'Als JSON-Zeilen packen',
  'Save audit.jsonl': 'audit.jsonl sichern',
  'The log was changed. Compare it with a backup, and with what you noted elsewhere.': 'Das Protokoll wurde geändert. Vergleiche es mit einer Sicherung und mit dem, was du anderswo notiert hast.',
  'The log is empty.': 'Das Protokoll ist leer.',
  'line follows|lines follow': 'Zeile folgt|Zeilen folgen',
  '{0} from the first to the last, which is {1} · {2}. Note it elsewhere to compare.': '{0} aufeinander, von der ersten bis zur letzten: {1} · {2}. Notiere sie anderswo zum Vergleichen.',
}
