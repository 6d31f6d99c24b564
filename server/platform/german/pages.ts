import type { Texts } from '#domain/words/said.ts'

/** What pages says to people, in German. */
export const GERMAN: Texts = {
  '#{0} is in {1}, and a page stands under one of its own space.': '#{0} steht in {1}, und eine Seite steht unter einer desselben Raums.',
  'Choose a page of {0}, or move it to {1}.': 'Wähle eine Seite von {0}, oder verschiebe sie nach {1}.',
  'Who minds a page must see it, and this person does not see {0}.': 'Wer für eine Seite zuständig ist, muss sie sehen, und diese Person sieht {0} nicht.',
  'Add them to the space first, or choose somebody else.': 'Nimm die Person zuerst in den Raum auf, oder wähle jemand anderen.',
  'Somebody moved this page just now.': 'Jemand hat diese Seite gerade verschoben.',
  'Look where it stands, and move it again.': 'Sieh nach, wo sie steht, und verschiebe sie noch einmal.',
  'A page cannot stand under itself.': 'Eine Seite kann nicht unter sich selbst stehen.',
  '#{0} stands below this page, so the page cannot stand under it.': '#{0} steht unter dieser Seite, also kann die Seite nicht unter ihr stehen.',
  'Choose a page outside, or move that one out first.': 'Wähle eine Seite außerhalb, oder verschiebe zuerst jene hinaus.',
  'You may not do this with this page.': 'Das darfst du mit dieser Seite nicht.',
  'Ask who minds it, or say it in the talk beside it.': 'Frag, wer für sie zuständig ist, oder sag es im Gespräch daneben.',
  'The space of this page is archived, so it is only read.': 'Der Raum dieser Seite ist archiviert, also wird sie nur gelesen.',
  'Ask somebody who manages the space to open it again.': 'Bitte jemanden, der den Raum verwaltet, ihn wieder zu öffnen.',
  'There is no page #{0} that you can see.': 'Es gibt keine Seite #{0}, die du sehen kannst.',
  'There is no version {0} of this page.': 'Eine Version {0} dieser Seite gibt es nicht.',
  'Read the page again, and save with the version that it has.': 'Lies die Seite noch einmal, und speichere mit ihrer Version.',
  'This page has no version {0}.': 'Diese Seite hat keine Version {0}.',
  'Choose one from its history.': 'Wähle eine aus ihrem Verlauf.',
  'The page reads as version {0} did.': 'Die Seite lautet wie in Version {0}.',
  'Choose another version.': 'Wähle eine andere Version.',
}
