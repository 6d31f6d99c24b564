import type { Texts } from '#domain/words/said.ts'

/** What agreement says to people, in German. */
export const GERMAN: Texts = {
  'There is no version {0} yet; version {1} is in force.': 'Eine Version {0} gibt es noch nicht; in Kraft ist Version {1}.',
  'Pull the agreement and edit that.': 'Hol dir die Vereinbarung und bearbeite sie.',
  'Version {0} by {1}: “{2}”': 'Version {0} von {1}: „{2}“',
  'somebody': 'jemand',
  '{0} {1}': '{0} {1}',
  'The agreement changed since version {0}. {1}': 'Die Vereinbarung hat sich seit Version {0} geändert. {1}',
  'Pull version {0}, put your change into it and push again; your text is not lost.': 'Hol dir Version {0}, bring deine Änderung dort ein und reich sie neu ein; dein Text ist nicht verloren.',
  'This workspace has no working agreement yet.': 'Dieser Arbeitsbereich hat noch keine Vereinbarung.',
  'There is no version {0} of the working agreement.': 'Eine Version {0} der Vereinbarung gibt es nicht.',
  'Ask an owner or admin to adopt a preset.': 'Bitte Inhaber oder Admins, eine Vorlage zu übernehmen.',
  'Choose a version from its history.': 'Wähle eine Version aus ihrem Verlauf.',
  'A comparison needs a text or a version, and only one of them.': 'Ein Vergleich braucht einen Text oder eine Version, und nur eines davon.',
  'Send either text or version.': 'Sende entweder text oder version.',
}
