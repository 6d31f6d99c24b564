import type { Texts } from '#domain/words/said.ts'

/** What links and backlinks say, in German. */
export const GERMAN: Texts = {
  'This was split off from it.': 'Das wurde davon abgetrennt.',
  'This was made from it.': 'Das wurde daraus gemacht.',
  'This was asked in it.': 'Das wurde darin gefragt.',
  'earlier text|earlier texts': 'früherer Text|frühere Texte',
  '{0} of {1}': '{0} von {1}',
  'Reply in {0}': 'Antwort in {0}',
  'Links': 'Links',
  'Linked from': 'Verlinkt von',
  'Links that changed': 'Links, die sich geändert haben',
  'Called by name': 'Mit Namen genannt',
  'No title was given': 'Kein Titel angegeben',
  'Nothing is called “{0}”': 'Nichts heißt „{0}“',
  'Nobody has written it yet, or it is called something else now, or you cannot see it.': 'Noch hat es niemand geschrieben, es heißt jetzt anders, oder du kannst es nicht sehen.',
  'Search for it': 'Danach suchen',
  'Find where this is named without a link': 'Finden, wo das ohne Link genannt wird',
  'No text that you can see names this without a link, and this names nothing that it does not link.': 'Kein Text, den du sehen kannst, nennt dies ohne Link, und dies nennt nichts, was es nicht verlinkt.',
  'Named without a link': 'Ohne Link genannt',
  'This could link to': 'Das ließe sich verlinken',
  'write {0} there to link it': 'schreib dort {0}, um es zu verlinken',
}
