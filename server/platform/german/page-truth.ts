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
}
