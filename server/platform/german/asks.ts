import type { Texts } from '#domain/words/said.ts'

/** What asks says to people, in German. */
export const GERMAN: Texts = {
  'This is asked of somebody else.': 'Das wird jemand anderes gefragt.',
  'Add what you know as a reply, or offer the asker to answer instead.': 'Ergänze, was du weißt, als Antwort, oder biete an, selbst zu antworten.',
  'Only who asked can do this.': 'Das kann nur, wer gefragt hat.',
  'Tell them in the thread.': 'Sag es im Thread.',
  'You may not write in this space.': 'In diesem Raum darfst du nicht schreiben.',
  'Ask somebody in the space to add you, or to open it again.': 'Bitte jemanden im Raum, dich aufzunehmen oder ihn wieder zu öffnen.',
  'This would ask the asker.': 'Das würde die fragende Person selbst fragen.',
  'Choose somebody else, or decline it.': 'Wähle jemand anderen, oder lehne ab.',
  'This person is asked already.': 'Diese Person ist schon gefragt.',
  'This person cannot see the ask.': 'Diese Person kann die Anfrage nicht sehen.',
  'Add them to {0}, or choose somebody who is in it.': 'Nimm die Person in {0} auf, oder wähle jemanden, der dort ist.',
  'One of these people cannot see this space.': 'Eine dieser Personen kann diesen Raum nicht sehen.',
  'Add them to {0}, or ask somebody who is in it.': 'Nimm sie in {0} auf, oder frag jemanden, der dort ist.',
  'An ask stands in a space or in a thread.': 'Eine Anfrage steht in einem Raum oder in einem Thread.',
  'Send spaceId, or threadNumber, and not both.': 'Sende spaceId oder threadNumber, nicht beides.',
  'There is no ask #{0} that you can see.': 'Es gibt keine Anfrage #{0}, die du sehen kannst.',
  'This ask is not there any more, or you cannot see it.': 'Diese Anfrage ist nicht mehr da, oder du kannst sie nicht sehen.',
  'Ask the person who asked you.': 'Frag, wer dich gefragt hat.',
}
