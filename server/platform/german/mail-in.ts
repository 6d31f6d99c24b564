import type { Texts } from '#domain/words/said.ts'

/** What mail in says to people, in German. */
export const GERMAN: Texts = {
  'This reply address was ended when you signed out everywhere.': 'Diese Antwortadresse endete, als du dich überall abgemeldet hast.',
  'Open Longhand and answer there.': 'Öffne Longhand und antworte dort.',
  'There is nothing to reply to here any more.': 'Hier gibt es nichts mehr, worauf du antworten könntest.',
  'Your mail could not be read: it is damaged, or its text is too large.': 'Deine Mail ließ sich nicht lesen: Sie ist beschädigt, oder ihr Text ist zu groß.',
  'Write it again as plain text, or answer in Longhand.': 'Schreib sie noch einmal als reinen Text, oder antworte in Longhand.',
  'Your mail holds no words of your own beside the mail that it quotes.': 'Deine Mail enthält neben der zitierten Mail keine eigenen Worte.',
  'Write your answer above the quoted mail and send it again.': 'Schreib deine Antwort über die zitierte Mail und schick sie noch einmal.',
  'A reply by mail has at most {0} characters.': 'Eine Antwort per Mail hat höchstens {0} Zeichen.',
  'Answer in Longhand, or attach it as a file.': 'Antworte in Longhand, oder häng den Text als Datei an.',
  'You wrote:': 'Du hast geschrieben:',
  'Your reply had no effect': 'Deine Antwort blieb ohne Wirkung',
  'Your reply had no effect: {0}': 'Deine Antwort blieb ohne Wirkung: {0}',
  'Open Longhand': 'Longhand öffnen',
  'You get this because you answered a mail of Longhand.': 'Du bekommst das, weil du auf eine Mail von Longhand geantwortet hast.',
  'Your brief, when your shift starts': 'Deine Lage, wenn deine Schicht beginnt',
  'Batons that are offered to you': 'Stäbe, die dir angeboten werden',
  'Check-ins that wait for your answer': 'Check-ins, die auf deine Antwort warten',
  'Asks, and answers to yours': 'Anfragen und Antworten auf deine',
  'Threads that you follow': 'Threads, denen du folgst',
  'Digests': 'Sammelmeldungen',
}
