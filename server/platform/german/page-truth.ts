import type { Texts } from '#domain/words/said.ts'

/** What page truth says to people, in German. */
export const GERMAN: Texts = {
  'There is no such passage in this version of the page.': 'Diese Stelle gibt es in dieser Version der Seite nicht.',
  'Select some words of it.': 'Wähle einige ihrer Wörter aus.',
  'Read the page again, and remark on what it says now.': 'Lies die Seite noch einmal, und merke an, was jetzt dasteht.',
  'The page has no version {0}.': 'Die Seite hat keine Version {0}.',
  'Read the page again.': 'Lies die Seite noch einmal.',
  'There is no such remark on this page.': 'Diese Anmerkung gibt es auf dieser Seite nicht.',
  'This was dealt with already.': 'Das ist schon erledigt.',
  'It is not said what is wrong.': 'Es steht nicht da, was falsch ist.',
  'Quote the words that are wrong, or say in a note what is.': 'Zitiere die falschen Wörter, oder sag in einer Notiz, was falsch ist.',
  'There is no such report on this page.': 'Diese Meldung gibt es auf dieser Seite nicht.',
  '#{0} was edited since you read it.': '#{0} wurde bearbeitet, seit du sie gelesen hast.',
  'Read what changed, and verify it then.': 'Lies, was sich geändert hat, und prüfe sie dann.',
  'Look again at #{0}: {1}': 'Sieh dir #{0} noch einmal an: {1}',
  'You mind #{0} from now on: you are told what readers find wrong, and when it is time to look at it again.': 'Du bist ab jetzt für #{0} zuständig: Du erfährst, was andere falsch finden und wann es Zeit ist, sie wieder anzusehen.',
  'What you found wrong was dealt with.': 'Was du falsch fandest, ist erledigt.',
  'This is wrong, says somebody who used it.': 'Das stimmt nicht, sagt jemand, der danach vorging.',
  'Who minded it has left.': 'Wer zuständig war, ist nicht mehr da.',
  'Everybody who minded it has left.': 'Alle, die zuständig waren, sind nicht mehr da.',
  '{0} has left.': '{0} ist nicht mehr da.',
  'Everybody who minds it is away without an end.': 'Alle, die zuständig sind, sind ohne Ende abwesend.',
  'Who minds it is away without an end.': 'Wer zuständig ist, ist ohne Ende abwesend.',
  '{0} is away without an end.': '{0} ist ohne Ende abwesend.',
}
