import type { Texts } from '../said.ts'

/** What stands in the way of an import, in German. */
export const GERMAN: Texts = {
  '{0} unpacks to more than {1} MB.': '{0} wird entpackt größer als {1} MB.',
  'Import it in parts.': 'Importiere es in Teilen.',
  '{0} holds more than the {1} files that are read here.': '{0} enthält mehr als die {1} Dateien, die hier gelesen werden.',
  'Import it in parts, or with longhand import in a terminal, which takes {0}.': 'Importiere es in Teilen, oder im Terminal mit longhand import, das {0} nimmt.',
  '{0} holds no mail: no line of it begins with “From ”.': '{0} enthält keine Mail: Keine Zeile beginnt mit „From “.',
  'Give an mbox file, as Thunderbird, Google Takeout or a list archive gives it.': 'Gib eine mbox-Datei an, wie Thunderbird, Google Takeout oder ein Listenarchiv sie erzeugt.',
  '{0} holds no Markdown files.': '{0} enthält keine Markdown-Dateien.',
  'Choose the folder that holds the pages.': 'Wähle den Ordner, in dem die Seiten liegen.',
  '{0} holds no export of Slack: there is no JSON in it.': '{0} enthält keinen Export von Slack: Es ist kein JSON darin.',
  'Export it under “Settings → Import/export data” in Slack, and give it as it came.': 'Exportiere in Slack unter „Settings → Import/export data“ und gib die Datei so an, wie sie kam.',
}
