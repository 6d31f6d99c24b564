import type { Texts } from '../said.ts'

/** What policy says to people, in German. */
export const GERMAN: Texts = {
  'There is nothing here that you can see.': 'Hier gibt es nichts, was du sehen kannst.',
  'Check the link, or ask the person who sent it to add you to the space.': 'Prüfe den Link, oder bitte, wer ihn geschickt hat, dich in den Raum aufzunehmen.',
  'You may not do this here.': 'Das darfst du hier nicht.',
  'Ask an owner or admin of the workspace.': 'Wende dich an Inhaber oder Admins des Arbeitsbereichs.',
}
