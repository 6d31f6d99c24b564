import type { PrivateRule } from './private-matters.ts'

/** Letters of German words end no word, so that the plain word boundary does not do. */
const B = String.raw`(?<![\p{L}\p{N}])`
const E = String.raw`(?![\p{L}\p{N}])`
const words = (pattern: string): RegExp => new RegExp(`${B}(?:${pattern})${E}`, 'u')

const WHO = String.raw`(?:wer|wessen|wem|wen|welche[rsnm]? (?:\p{L}+ )?(?:person|kolleg\p{L}*|mitarbeiter\p{L}*|entwickler\p{L}*)|jemand|jeder|alle|mein(?:e|em|en|er)? (?:chef\p{L}*|kolleg\p{L}*|vorgesetzte\p{L}*)|er|sie|sein(?:e|en|em|er)?|ihr(?:e|en|em|er)?|NAMEs?)`
const GAP = String.raw`(?:[\p{L}\p{N}]+ ){0,4}`
const PAY = String.raw`gehalt|gehälter|lohn|löhne|bonus|prämie|vergütung|einkommen|gehaltserhöhung`
const HEALTH = String.raw`krank|krankgeschrieben|krankheit|schwanger|schwangerschaft|depressiv|depression(?:en)?|burnout|ausgebrannt|diagnose|therapie|behindert|behinderung|krankenhaus|krebs|krankheitstage|fehltage`
const ACTS = String.raw`arbeitet|gearbeitet|antwortet|geantwortet|liest|gelesen|schreibt|leistet|liefert|reagiert|fehlt`
const MOST = String.raw`am (?:meisten|wenigsten|längsten|langsamsten|schnellsten|spätesten|seltensten|häufigsten|besten|schlechtesten)|nie|zu (?:spät|langsam|wenig)|überstunden|nachts`

/** The same rules as in English, for questions asked in German; `NAME` stands for the people whom the asker sees. The gaps are bounded, so that each reads in linear time. */
export const GERMAN_RULES: readonly (readonly [rule: PrivateRule, meant: RegExp, forAll: 'always' | 'unless for all'])[] = [
  ['private-texts', words(String.raw`${WHO} ${GAP}(?:entwürfe?n?|private[nr]? (?:nachrichten?|notizen|texte)|direktnachrichten)|(?:private[nr]? nachrichten|direktnachrichten|entwürfe) (?:von|an|zwischen) .{1,60}`), 'unless for all'],
  ['pay', words(String.raw`${WHO} ${GAP}(?:${PAY})|(?:${PAY}) (?:von|hat|bekommt) ${GAP}${WHO}`), 'unless for all'],
  ['pay', words(String.raw`(?:was|wie ?viel) (?:geld )?(?:verdient|bekommt|verdienen) ${GAP}${WHO}|wer verdient ${GAP}(?:meisten|wenigsten|mehr|weniger)`), 'unless for all'],
  ['health', words(String.raw`${WHO} ${GAP}(?:${HEALTH})|(?:${HEALTH}) (?:von|hat|ist) ${GAP}${WHO}|(?:warum|weshalb|wieso) (?:ist|fehlt) NAME (?:weg|abwesend|nicht da)`), 'unless for all'],
  ['receipts', words(String.raw`wie ?(?:viele?|viel|lange|oft|häufig) ${GAP}(?:arbeitet|hat|ist|war|liest|antwortet|fehlt|unterbricht|schreibt) (?:NAME|er|sie|jeder|alle)(?: .{0,60})?`), 'always'],
  ['receipts', words(String.raw`(?:wie (?:produktiv|schnell|langsam|fleißig|faul|zuverlässig|beschäftigt) (?:ist|war|arbeitet|antwortet)|(?:wann|wo) (?:war|ist)) (?:NAME|er|sie|jeder) ?(?:zuletzt |heute )?(?:online|aktiv|angemeldet)?`), 'always'],
  ['receipts', words(String.raw`hat (?:NAME|er|sie) ${GAP}(?:gelesen|gesehen|geöffnet|ignoriert)`), 'always'],
  ['watching', words(String.raw`wer ${GAP}(?:${ACTS}) ${GAP}(?:${MOST})|wer ${GAP}(?:${MOST}) ${GAP}(?:${ACTS})`), 'always'],
  ['watching', words(String.raw`wer ist ${GAP}(?:am (?:faulsten|langsamsten|fleißigsten|unproduktivsten|produktivsten)|(?:der|die) (?:faulste|langsamste|fleißigste|schlechteste|beste)|(?:gerade|jetzt) online|faul)|wer macht ${GAP}überstunden`), 'always'],
  ['watching', words(String.raw`wer (?:hat|liest|las) ${GAP}(?:meine?n?|die|das|diese[ns]?|unsere?n?) ${GAP}(?:nicht )?(?:gelesen|gesehen|ignoriert|geöffnet)`), 'always'],
  ['watching', words(String.raw`(?:arbeitsstunden|arbeitszeit|antwortzeit(?:en)?|leistung|produktivität|stunden) (?:pro|je|jedes|von jedem) (?:person|kopf|mitarbeiter\p{L}*|kolleg\p{L}*)|(?:vergleiche?|ordne|bewerte) ${GAP}(?:mitarbeiter\p{L}*|kolleg\p{L}*|entwickler\p{L}*)`), 'always'],
  ['staying', words(String.raw`(?:wird|werden|soll|muss) ${GAP}(?:NAME|wer|er|sie|jemand) ${GAP}(?:entlassen|gekündigt|befördert|gefeuert)|wer (?:wird|soll|muss) ${GAP}(?:entlassen|gekündigt|gefeuert|befördert)|(?:wen|wem) ${GAP}(?:entlassen|kündigen|feuern)|(?:kündigt|sucht) (?:NAME|er|sie|jemand)(?: .{0,30})?`), 'unless for all'],
  ['private-life', words(String.raw`wie alt (?:ist|sind) (?:NAME|er|sie)|wo wohnt (?:NAME|er|sie)|ist (?:NAME|er|sie) (?:verheiratet|ledig|geschieden|schwul|lesbisch|religiös|single)|hat (?:NAME|er|sie) kinder|(?:NAMEs?|seine?|ihre?) (?:privatadresse|adresse zu hause|religion|familie|geburtstag|passwort|private (?:nummer|adresse))|(?:privatadresse|geburtstag|passwort|religion) von NAME`), 'always'],
]

/** What makes a question one about a rule for all. */
export const GERMAN_FOR_ALL = words(String.raw`richtlinien?|regeln?|prozess(?:e|es)?|ablauf|verfahren|leitfaden|handbuch|vorlage|formular|dokument|seite|software|werkzeug|tool`)
