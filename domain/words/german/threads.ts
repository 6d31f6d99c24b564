import type { Texts } from '../said.ts'

/** What threads says to people, in German. */
export const GERMAN: Texts = {
  'A reaction is one emoji.': 'Eine Reaktion ist ein einziges Emoji.',
  'Choose one emoji, or write a reply.': 'Wähle ein Emoji, oder schreib eine Antwort.',
  'Some of these replies are not in this thread.': 'Einige dieser Antworten stehen nicht in diesem Thread.',
  'Read the thread again; they may have been moved already.': 'Lies den Thread noch einmal; vielleicht wurden sie schon verschoben.',
  'Answers to the question of this ask stay with it.': 'Antworten auf die Frage dieser Anfrage bleiben bei ihr.',
  'Choose other replies, or elevate one of these to a thread of its own.': 'Wähle andere Antworten, oder stufe eine davon zu einem eigenen Thread hoch.',
  'You opened it.': 'Du hast ihn eröffnet.',
  'You replied.': 'Du hast geantwortet.',
  'You were mentioned.': 'Du wurdest erwähnt.',
  'You are part of an ask in it.': 'Du gehörst zu einer Anfrage darin.',
  'You chose to.': 'Du hast es so gewählt.',
}
