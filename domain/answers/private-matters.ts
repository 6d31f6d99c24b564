import { said } from '../words/said.ts'
import type { Said } from '../words/said.ts'
import { GERMAN_FOR_ALL, GERMAN_RULES } from './private-matters-german.ts'

/**
 * Questions that the record is not asked: about the private matters of somebody, and such as watch people instead of work.
 * The rules are words and nothing else, so that the same question always gets the same answer; the cases stand in
 * `private-matters.test.ts`. They read English and German. PRODUCT.md rooms 8 and 10 are the source.
 */
export const PRIVATE_RULES = ['watching', 'receipts', 'pay', 'health', 'staying', 'private-life', 'private-texts'] as const
export type PrivateRule = (typeof PRIVATE_RULES)[number]

export type PrivateMatter = { rule: PrivateRule; reason: Said; next: Said }

const WORDS: Readonly<Record<PrivateRule, Omit<PrivateMatter, 'rule'>>> = {
  watching: { reason: said`This compares or watches people: who works, reads or answers how much or how fast. The record says what was decided and done, and is not read to measure anybody.`, next: said`Ask about the work instead, or ask the person themselves.` },
  receipts: { reason: said`Receipts, focus and hours worked belong to the person whom they are about, and to nobody else.`, next: said`Look at your own receipts, or ask the person themselves.` },
  pay: { reason: said`What somebody is paid is their private matter.`, next: said`Ask the person who is responsible for pay, in private.` },
  health: { reason: said`Health, and why somebody is away, are private matters.`, next: said`Ask the person themselves; when they are back stands on the page of people and hours.` },
  staying: { reason: said`Whether somebody stays or has to go is between them and who leads them.`, next: said`Ask the person who leads them, in private.` },
  'private-life': { reason: said`This is about the private life of somebody.`, next: said`Ask the person themselves.` },
  'private-texts': { reason: said`Drafts and private texts belong to who wrote them.`, next: said`Ask the person who wrote them.` },
}

/** Who is meant where no name is said. */
const WHO = String.raw`(?:who|whom|whose|which (?:person|people|colleagues?|employees?|developers?|engineers?|teammates?|members?|manager)|(?:any|some|every)(?:one|body)(?:'s)?|(?:my|our) (?:colleagues?|managers?|boss|teammates?|lead)(?:'s)?|he|she|his|her|their|them|people|employees|the others|each (?:person|member|developer|engineer))`
const MOST = String.raw`(?:most|least|longest|hardest|slowest|slowly|fastest|quickest|latest|fewest|worst|best|rarely|never|always (?:late|behind)|late|too (?:slow|late|little)|more than|less than)`
const ACTS = String.raw`(?:work|works|worked|working|read|reads|answer|answers|answered|reply|replies|replied|respond|responds|responded|ship|ships|commit|commits|type|types|write|writes|review|reviews|close|closes|deliver|delivers|attend|attends|miss|misses|interrupt|interrupts)`
const PAY = String.raw`(?:salary|salaries|wages?|pay ?rise|raise|bonus|bonuses|compensation|pay ?slips?|income|paid|earns?|earning)`
const PAY_OWN = String.raw`(?:salary|salaries|wages?|pay ?rise|bonus|bonuses|compensation|pay ?slips?|income)`
const HEALTH = String.raw`(?:sick|ill|unwell|pregnant|pregnancy|depressed|depression|burn(?:ed|t)? ?out|disabled|disability|diagnos(?:is|ed)|medical|therapy|therapist|cancer|covid|illness|disease|medication|mental health|surgery|hospital)`
/** What makes a question one about a rule for all, which is no private matter. */
const RULES_FOR_ALL = /\b(?:polic(?:y|ies)|process(?:es)?|procedure|guidelines?|rules?|bands?|handbook|page|runbook|document|template|form|provider|software|tool|endpoint|checks?)\b/

type Rule = readonly [rule: PrivateRule, meant: RegExp, forAll: 'always' | 'unless for all']

/** Tried in their order; `NAME` stands for the people whom the asker sees. Each pattern has bounded gaps, so that it reads in linear time. */
const RULES: readonly Rule[] = [
  ['private-texts', new RegExp(String.raw`\b(?:NAME'?s?|${WHO}) (?:\w+ ){0,2}(?:drafts?|private (?:messages?|notes?|texts?)|direct messages?|dms?)\b`), 'unless for all'],
  ['private-texts', /\b(?:private messages?|direct messages?|drafts?) (?:of|by|from|to|between) /, 'unless for all'],
  ['pay', new RegExp(String.raw`\b(?:NAME|${WHO}) (?:\w+ ){0,2}(?:${PAY})\b`), 'unless for all'],
  ['pay', new RegExp(String.raw`\b\w+'s? (?:current |base |yearly |annual |last )?${PAY_OWN}\b`), 'unless for all'],
  ['pay', new RegExp(String.raw`\b${PAY_OWN} (?:of|for|does|do) (?:NAME|${WHO})\b`), 'unless for all'],
  ['pay', /\b(?:how much|what) (?:money )?(?:does|do|did|is|are|will) (?:\w+ ){1,3}(?:earn|earning|get paid|being paid|paid (?:a|per|each) )/, 'unless for all'],
  ['pay', new RegExp(String.raw`\bhow much (?:money )?(?:does|do|did) (?:NAME|${WHO}) (?:make|cost|get)\b`), 'unless for all'],
  ['pay', /\b(?:highest|lowest|best|worst)[ -]paid\b/, 'always'],
  ['health', new RegExp(String.raw`\b(?:NAME|${WHO}) (?:\w+ ){0,3}${HEALTH}\b`), 'unless for all'],
  ['health', new RegExp(String.raw`\b(?:NAME|${WHO})(?:'s)? (?:\w+ ){0,1}${HEALTH}\b`), 'unless for all'],
  ['health', new RegExp(String.raw`\b${HEALTH} (?:\w+ ){0,2}(?:of|does|has|is) (?:NAME|${WHO})\b`), 'unless for all'],
  ['health', new RegExp(String.raw`\b(?:sick|medical|parental|maternity) (?:days?|leave|notes?) (?:of|did|does|do|has|have|from|by) (?:NAME|${WHO})\b`), 'unless for all'],
  ['health', new RegExp(String.raw`\bwhy (?:is|was|are|were) (?:NAME|he|she|they) (?:\w+ )?(?:away|absent|off|on leave|not (?:here|in|working|online))\b`), 'always'],
  ['receipts', new RegExp(String.raw`\b(?:NAME's?|their|his|her|(?:any|some|every)(?:one|body)'s|(?:my|our) (?:colleagues?|managers?|boss|teammates?)'?s?) (?:\w+ ){0,2}(?:receipts?|interruptions?|focus (?:time|hours|blocks?)|deep work|overtime|productivity|time ?sheets?|screen time|activity|hit rate)\b`), 'always'],
  ['receipts', new RegExp(String.raw`\b(?:receipts?|interruptions?|overtime|time ?sheets?|productivity|activity log) (?:of|by|for|from|does|did|do|has|had) (?:NAME|${WHO})\b`), 'always'],
  ['receipts', new RegExp(String.raw`\bhow (?:many|much|long|often) (?:\w+ ){0,3}(?:does|do|did|has|have|is|was|were|had) (?:NAME|he|she|they|every(?:one|body)|any(?:one|body)|each \w+|people) (?:\w+ ){0,2}(?:work|worked|working|online|interrupted|interrupt|read|answer|answered|reply|replied|attend|attended|miss|missed|write|written|wrote|ship|shipped|commit|committed|focus|focused|close|closed|late|away|sleep|type|respond|responded|review|reviewed|take|took|spend|spent|had|have|get)\b`), 'always'],
  ['receipts', new RegExp(String.raw`\bhow (?:productive|fast|slow|late|reliable|busy|lazy|good|active|responsive|quick|quickly|slowly) (?:is|are|was|does|do|did|has) (?:NAME|he|she|they|every(?:one|body)|each \w+|people)\b`), 'always'],
  ['receipts', new RegExp(String.raw`\b(?:when|what time|where) (?:was|is|did|does|were|has) (?:NAME|he|she|they|every(?:one|body)) (?:\w+ ){0,2}(?:online|offline|logged|log|sign(?:ed)?|seen|active|at (?:the|his|her|their) desk|start(?:ed)? work|stop(?:ped)? work|clock(?:ed)?)\b`), 'always'],
  ['receipts', new RegExp(String.raw`\b(?:has|have|did|does|do) (?:NAME|he|she|they) (?:\w+ ){0,2}(?:read|seen|see|open|opened|ignored?|ignoring)\b`), 'always'],
  ['watching', new RegExp(String.raw`\b${WHO} (?:\w+ ){0,3}${ACTS} (?:\w+ ){0,4}${MOST}\b`), 'always'],
  ['watching', new RegExp(String.raw`\b(?:who|which (?:person|colleague|employee|developer|engineer|teammate|member)s?) (?:is|are|was|were|has|have|had|does|do|did)(?! (?:i|we|you)\b) (?:\w+ ){0,4}(?:slowest|fastest|laziest|slacking|lazy|least|most|worst|best|weakest|late|overtime|productive|underperforming|low performers?|top performers?|not read|not answered|never (?:read|answered|replied)|online|ignor\w+)\b`), 'always'],
  ['watching', /\bwho (?:reads?|opened|has read|have read|saw|has seen|ignored?|ignores|did(?: not|n't) read|has(?: not|n't) (?:read|answered|replied|seen)|have(?: not|n't) (?:read|answered|replied|seen)) (?:my|the|this|that|it|our|his|her|their|#?\d+)\b/, 'always'],
  ['watching', /\bwho(?:m| should we| do we|'s)? (?:works?|is working|worked|has worked) (?:the )?(?:most|least|longest|hardest|fewest|more|less|late|overtime|weekends|nights)\b/, 'always'],
  ['watching', /\b(?:rank|rate|score|compare|list|sort|order) (?:\w+ ){0,3}(?:people|employees|colleagues|team ?mates|members|engineers|developers|everyone|everybody) (?:\w+ ){0,2}(?:by|against|on|in terms)\b/, 'always'],
  ['watching', /\b(?:top|best|worst|low|lowest|weakest|under)[ -]?(?:performers?|performing (?:people|employees|engineers|developers|members)|employees?)\b/, 'always'],
  ['watching', /\b(?:hours|response times?|reply times?|reading times?|productivity|performance|commits|interruptions) (?:worked )?(?:per|by|of each|for each|of every) (?:person|people|employee|colleague|member|engineer|developer|head)\b/, 'always'],
  ['watching', new RegExp(String.raw`\b(?:NAME)(?: and | or | versus | vs )(?:NAME)\b.{0,60}\b(?:faster|slower|better|worse|more|less|harder)\b`), 'always'],
  ['watching', new RegExp(String.raw`\b(?:faster|slower|better|worse|harder|more|less) (?:\w+ ){0,3}(?:NAME or NAME|NAME than NAME)\b`), 'always'],
  ['staying', new RegExp(String.raw`\b(?:NAME|who|he|she|they|any(?:one|body)|some(?:one|body)) (?:\w+ ){0,4}(?:fired|laid off|dismissed|made redundant|looking for (?:a|another) (?:new )?job|quit(?:ting)?|resign(?:ed|ing)?|on probation|promoted)\b`), 'unless for all'],
  ['staying', /\b(?:layoffs?|redundanc(?:y|ies)) (?:list|plan|candidates)\b|\bwho (?:should|will|can) (?:we|they|i) (?:fire|lay off|dismiss|let go)\b/, 'always'],
  ['private-life', new RegExp(String.raw`\b(?:how old (?:is|are)|where (?:does|do)|is|are|was|does|do) (?:NAME|he|she|they)(?: \w+){0,2}? (?:old|live|married|single|divorced|gay|lesbian|straight|religious|muslim|jewish|christian|vote|voted|dating|have children|have kids|drink|smoke)\b`), 'always'],
  ['private-life', new RegExp(String.raw`\bhow old (?:is|are) (?:NAME|he|she|they)\b`), 'always'],
  ['private-life', new RegExp(String.raw`\bwhere (?:does|do) (?:NAME|he|she|they) live\b`), 'always'],
  ['private-life', new RegExp(String.raw`\b(?:NAME's?|his|her|their|whose|who's) (?:\w+ ){0,1}(?:age|religion|politics|political views|sexuality|sexual orientation|gender identity|marital status|home address|private address|address at home|private (?:phone|number|mail|email)|phone number at home|birthday|birth ?date|date of birth|family|children|wife|husband|partner|girlfriend|boyfriend|passwords?|criminal record|citizenship|visa)\b`), 'always'],
]

/** Names as people type them in a question: whole, or the first word of them. No name leaves a sign that nobody types. */
function namePattern(names: readonly string[]): string {
  const plain = (name: string) => normal(name).replaceAll(/[^\p{L}\p{N} -]/gu, ' ').replaceAll(/ +/g, ' ').trim()
  const said = new Set(names.flatMap((name) => [plain(name), plain(name).split(' ')[0] ?? '']).filter((name) => name.length > 1))
  return said.size === 0 ? '\uE000' : `(?:${[...said].toSorted((a, b) => b.length - a.length).join('|')})`
}

const normal = (text: string): string => text.toLowerCase().replaceAll(/[’‘`´]/g, "'").replaceAll(/\s+/g, ' ')

/**
 * Why a question is not asked of the record, or null where it may be.
 * @param names of the people whom the asker sees, without the asker
 */
export function privateMatter(question: string, names: readonly string[]): PrivateMatter | null {
  const asked = normal(question).replaceAll(/[^\p{L}\p{N}'# -]/gu, ' ').replaceAll(/ +/g, ' ').trim()
  const name = namePattern(names)
  const ruleForAll = RULES_FOR_ALL.test(asked) || GERMAN_FOR_ALL.test(asked)
  for (const [rule, pattern, forAll] of [...RULES, ...GERMAN_RULES]) {
    if (ruleForAll && forAll === 'unless for all') continue
    if (new RegExp(pattern.source.replaceAll('NAME', name), 'u').test(asked)) return { rule, ...WORDS[rule] }
  }
  return null
}
