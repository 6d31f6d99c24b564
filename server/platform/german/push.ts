import type { Texts } from '#domain/words/said.ts'

/** What push says to people, in German. */
export const GERMAN: Texts = {
  'Only a browser in which somebody is signed in shows messages.': 'Nur ein Browser, in dem jemand angemeldet ist, zeigt Mitteilungen.',
  'Sign in there.': 'Melde dich dort an.',
  'You have {0} devices already.': 'Du hast schon {0} Geräte.',
  'Switch one off first.': 'Schalte zuerst eines aus.',
  'Switch messages off and on again in the browser, so that it gives a new address.': 'Schalte Mitteilungen im Browser aus und wieder ein, damit er eine neue Adresse gibt.',
  'There is no such device of yours.': 'Dieses Gerät von dir gibt es nicht.',
  'Read the list again; it may be gone already.': 'Lies die Liste noch einmal; vielleicht ist es schon weg.',
  'They switched messages on for this device.': 'Auf diesem Gerät sind Mitteilungen eingeschaltet.',
  'Messages arrive on this device.': 'Mitteilungen kommen auf diesem Gerät an.',
  'They asked for a test.': 'Ein Test wurde angefordert.',
}
