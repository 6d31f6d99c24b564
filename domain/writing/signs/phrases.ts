import { phrases } from '../phrases.ts'

const TROUBLE = 'error|errors|exception|exceptions|failure|failures|warning|warnings|problem|problems|issue|issues|trouble|troubles|difficulty|difficulties|panic|panics|crash|crashes|bug|bugs|mistake|timeout'
const NOT = "doesn't|don't|didn't|won't|wouldn't|isn't|aren't|wasn't|not|never|doesnt|dont|didnt|isnt|wont"
const CANNOT = "can't|cannot|couldn't|cant|couldnt"

/** Somebody tells of something of theirs that does not do what it should. */
export const FAILING = phrases(
  `get|got|getting|gets|gives|giving|gave|see|saw|seeing|have|having|had|hit|hitting|hits|face|facing|faced|encounter|encountered|encountering|experience|experiencing|experienced|receive|receiving|received|throws|threw|throwing|produces|produced|found|discovered|report|reports|reported|into|with me? this|these|the|that|a|an|some|following|another|similar|many|lots|of? *? *? *? ${TROUBLE}`,
  `get|got|getting|seeing|having|hit|hitting|throws|throwing|gives ${TROUBLE}`, 'run|ran|running|runs into', 'fails', 'failed|failing to|with|on|at|when|in|for|if|because|and', 'it|this|that|which|build|test|tests|validation|request|one failed|failing',
  'keeps|kept|keep failing|crashing|getting|saying|asking', `${NOT} seem|appear|really|even|actually|to? *? work|working|worked|works|run|build|compile|load|start|link|respond|show|appear|happen|connect|boot|detect|detected|recognized|recognised|found|open|print|save|send|arrive`,
  'no longer works|work|working|builds', 'stopped working', `${CANNOT} seem|to? get|make|find|figure|run|build|compile|connect|access|open|load|install|start|see|log|login|boot|reproduce|use`, `${CANNOT} seem to`, 'trouble|struggling|struggle|struggled|hard|difficulty to|with|getting|making|finding|figuring|understanding|time',
  'unable to', 'not able to', 'stuck', 'hangs|hanging|hung|freezes|frozen', 'crashes|crashed|crashing|panics|panicked|panicking', 'broken|borked|broke|breaks', 'nothing happens|happened|works|shows', 'goes|going|went wrong', 'doing|did wrong',
  'gives|gave|giving|shows|prints me? wrong|nothing|empty|garbage|gibberish', 'wrong|incorrect|unexpected|weird|strange|odd result|results|output|value|values|behavior|behaviour', 'coming out', 'getting stuck', 'having|have trouble|difficulty|difficulties|problems|issues',
  'no error|errors is|are|was', 'it says|said', 'suspiciously|mysteriously', 'without success|luck', 'no luck|success', 'an error is|was thrown',
)
/** Words of trouble, wherever they stand. */
export const TROUBLES = phrases(TROUBLE, 'fail|fails|failed|failing', 'wrong|incorrect|incorrectly|unexpected|unexpectedly|corrupted|corrupt|corruption', 'suspicious|suspiciously|weird|strange|odd|nondeterministic|inconsistent')
/** The same words where they tell of none. */
export const NO_TROUBLE = phrases(`no|any|without|zero|avoid|handle|handling any? ${TROUBLE}`, `${TROUBLE} handling|message|messages|type|types|code|codes|free`)
export const CALL_FOR_HELP = phrases(
  'any|an idea|ideas|help|hint|hints|suggestions|suggestion|pointers|pointer|thoughts|insight|insights|advice|guidance|tips|clue|clues', 'please|pls|plz help', 'help me|us|please', 'can|could|would anyone|someone|somebody|anybody help',
  'what|where am|i\'m|im|did|do|i i? *? doing|wrong|missing', 'doing wrong', 'anyone|anybody know|knows|had|have|seen|experienced|help|idea|else', 'does|has|is|can anyone|anybody', 'help would|is', 'no idea|clue', 'ideas|thoughts|help $')
export const MINE = phrases('my|our')
export const ONESELF = phrases("i|i'm|i've|i'd|i'll|me|we|we're|we've|we'd|us|im|ive")
export const SLOW = phrases('slow|slower|slowness|slowly|inefficient|sluggish|laggy', 'takes|take|taking|took too|so|very|much|a|forever|longer|considerable|significant|long|ages', 'performance issue|issues|problem|problems|regression', 'memory leak|usage|consumption', 'high cpu|memory|load')
export const SOMETIMES = phrases('sometimes|occasionally|intermittently|intermittent|randomly|nondeterministic|flaky', 'once in', 'from time to', 'at random')
export const CHANGED = phrases('after|since upgrading|updating|update|upgrade|switching|moving|migrating|changing', 'used to work|be|have|run|build', 'worked|working fine|before|until|well|previously|great', 'stopped working', 'recently|suddenly', 'upgraded|updated|migrated to|from|the|my|our', 'newer|newest|latest|new version|release', 'regression|regressed')
export const COMPREHENDS = phrases('how does|do|is|are|did|would', "why does|do|is|are|isn't|doesn't|don't|aren't|was|can't|not", 'what does|do|is|are|happens|would', "what's", 'which *? *? is|are|should', 'is|are|does|do|has|have it|there|this|that|the|these|those|they|any', 'wonder|wondering|curious|wondered', 'understand|understanding', 'am i right|correct|missing|understanding|reading', 'correct|right $', 'is it possible|feasible', 'possible to', 'should|would|could i|we|it|there|this')
export const CONFIRMS = phrases('am i right|correct|understanding|reading', 'my understanding|assumption|guess|hypothesis', 'correct|right $', 'did i get|understand', 'is this|that|it expected|intended|intentional|correct|right|normal|by|supposed', 'do i understand', 'or is|are|do|does|should|am', 'if i understand|understood', 'clarify|confirm|clarification', 'expected behavior|behaviour')
export const PUBLIC = phrases('any|a|some|current|the plan|plans|roadmap|timeline|status|schedule|documentation|docs|tutorial|tutorials|guide|guides|examples|progress|interest|reason|consensus|convention|policy|guidance', 'anyone|anybody|someone|somebody working|looked|looking|tried|thought|done', "what's|what is|are the status|plan|policy|convention|reason|rationale|idiom|difference|differences|purpose|point|meaning", 'planned|plan to support|add|implement|release', 'supported|support for', 'usual|common|typical idiom|way|practice|approach|pattern', 'difference between', 'reason|rationale for|behind|why|that', 'docs|documentation|spec|specification|standard says|say|states|mentions|about|on|for')
export const DOCUMENTS = phrases('docs|doc|documentation|readme|guide|tutorial|tutorials|spec|specification|manual|book|wiki|rfc|changelog|faq', 'according to', 'the|an|this|these example|examples|sample')
export const OR = phrases('or')
export const STEPS = phrases('expect|expected|expecting|expects', 'supposed to', 'instead of|it|i', 'rather than', 'actual|actually behavior|behaviour|result|output|get|returns|happens', 'steps to', 'reproduce|repro|reproduction|reproducible|reproducer|mwe|mre|minimal')
export const TRIED = phrases("i|we|i've|we've|have|already|also tried", "i|we attempted|searched|googled|checked|followed|looked|debugged|verified|tested|modified|changed|replaced|removed|added|updated|upgraded|installed|reinstalled|restarted|compiled|rebuilt", 'tried to|the|using|with|this|that|it|a|different|various|both|also|everything', 'following the', 'so far')
export const GOAL = phrases('i|we want|wanted|need|needed|hope|hoping|plan|intend|aim to', "i'd|we'd like|love|want to", 'would like to', 'in order to', 'so that', 'use|my|our|the case|goal|aim|purpose', 'looking to', 'trying to', 'planning to', 'use-case|usecase', 'because i|we')
