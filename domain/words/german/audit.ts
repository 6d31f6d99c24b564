import type { Texts } from '../said.ts'

/** What is said of the audit log, in German. */
export const GERMAN: Texts = {
  'Line {0} is missing, or stands in another place.': 'Zeile {0} fehlt oder steht an anderer Stelle.',
  'What line {0} says was changed.': 'Was in Zeile {0} steht, wurde geändert.',
  'Line {0} does not follow from the one before.': 'Zeile {0} folgt nicht aus der davor.',
  'The log does not end where it should: at line {0}.': 'Das Protokoll endet nicht, wo es sollte: bei Zeile {0}.',
  'Line {0} is another than when it was last looked at.': 'Zeile {0} ist eine andere als bei der letzten Prüfung.',
}
