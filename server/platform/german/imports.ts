import type { Texts } from '#domain/words/said.ts'

/** What imports says to people, in German. */
export const GERMAN: Texts = {
  'There is no such person of an import who has not come yet.': 'Diese Person aus einem Import, die noch nicht gekommen ist, gibt es nicht.',
  'Look at the list of people whom imports named.': 'Sieh in die Liste der Personen, die Importe nannten.',
  'This person has not come either.': 'Auch diese Person ist noch nicht gekommen.',
  'Choose somebody who is in the workspace, or invite them first.': 'Wähle jemanden, der im Arbeitsbereich ist, oder lade zuerst ein.',
  'This import is finished.': 'Dieser Import ist abgeschlossen.',
  'Begin it again; what is here already stays as it is.': 'Beginne ihn neu; was schon hier ist, bleibt, wie es ist.',
  'A message names “{0}”, who was not sent.': 'Eine Nachricht nennt „{0}“, und diese Person wurde nicht gesendet.',
  'Send the people first, or with the same batch.': 'Sende die Personen zuerst, oder im selben Bündel.',
  '{0} stands below {1}, which was not sent.': '{0} steht unter {1}, und das wurde nicht gesendet.',
  'Send parents before what stands below them.': 'Sende das Obere vor dem, was darunter steht.',
  'There is no such import.': 'Diesen Import gibt es nicht.',
  'Look at the list of imports.': 'Sieh in die Liste der Importe.',
  'This import has not ended.': 'Dieser Import ist noch nicht zu Ende.',
  'Let it end, or import the same again and let that end; then take it back.': 'Lass ihn enden, oder importiere dasselbe noch einmal und lass das enden; nimm ihn dann zurück.',
  'This person came with an export of Longhand, with hours, asks and decisions of theirs.': 'Diese Person kam mit einem Export von Longhand, mit eigenen Arbeitszeiten, Anfragen und Entscheidungen.',
  'Invite them by their address; then all of it is theirs.': 'Lade sie über ihre Adresse ein; dann gehört ihr alles davon.',
}
