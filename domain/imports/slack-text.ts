import { cleanText, foreignNumbers, hardBreaks } from './prose.ts'

/** Who and what the ids in a text of Slack mean; null where the export does not say. */
export type SlackNames = { person(id: string): string | null; channel(id: string): string | null; emoji(name: string): string | null }

const CODE_BLOCK = /```([\s\S]*?)```/g
const INLINE_CODE = /`([^`\n]+)`/g
const ANGLE = /<([^<>\n]{1,4000})>/g
const EMOJI = /:([a-z0-9_+'-]{1,100}):(?::skin-tone-[2-6]:)?/g
const BOLD = /(?<![\w*\\])\*(?![\s*])([^*\n]*[^*\s])\*(?![\w*])/g
const STRUCK = /(?<![\w~\\])~(?![\s~])([^~\n]*[^~\s])~(?![\w~])/g
/** Stands for a part that is finished, in a character that no text is let in with. */
const HOLD = '\u0001'

/**
 * Slack's markup as Markdown: bold, struck, code, quotes, links, mentions, channels, dates and emoji by their names.
 * Whatever it cannot read stays as it stands.
 */
export function slackToMarkdown(text: string, names: SlackNames): string {
  const kept: string[] = []
  const keep = (part: string): string => `${HOLD}${kept.push(part) - 1}${HOLD}`
  const coded = cleanText(text)
    .replace(CODE_BLOCK, (_all, code: string) => keep(`\n\`\`\`\n${entities(code).replace(/^\n/, '').replace(/\n$/, '')}\n\`\`\`\n`))
    .replace(INLINE_CODE, (_all, code: string) => keep(`\`${entities(angles(code))}\``))
  const linked = coded.replace(ANGLE, (_all, inner: string) => keep(angle(inner, names)))
  const lines = linked.split('\n').map((line) => lineOf(line, names)).join('\n')
  const held = new RegExp(`${HOLD}(\\d+)${HOLD}`, 'g')
  const restore = (part: string): string => part.replace(held, (_all, index: string) => kept[Number(index)] ?? '')
  const whole = restore(restore(lines)).replace(/\n{3,}/g, '\n\n').replace(/^\n+/, '').trimEnd()
  return foreignNumbers(hardBreaks(whole))
}

function lineOf(line: string, { emoji }: SlackNames): string {
  const quote = /^(?:&gt;){1,3}\s?/.exec(line)
  const body = (quote ? line.slice(quote[0].length) : line)
    .replace(EMOJI, (all, name: string) => emoji(name) ?? all).replace(BOLD, '**$1**').replace(STRUCK, '~~$1~~')
    .replace(/^(\s*)[•◦▪]\s+/, '$1- ').replace(/^( {0,3})#(?=#{0,5}(?:\s|$))/, '$1\\#')
  return `${quote ? '> ' : ''}${prose(body)}`
}

/** Entities as people read them; a sign that Markdown would take for HTML is escaped. */
const prose = (text: string): string => text.replace(/&(lt|gt|amp);/g, (_all, name: string, at: number) =>
  name === 'gt' ? '>' : name === 'lt' ? (/^[a-zA-Z/!?]/.test(text.slice(at + 4)) ? '\\<' : '<') : /^#?\w{1,32};/.test(text.slice(at + 5)) ? '&amp;' : '&')
const entities = (text: string): string => text.replace(/&(lt|gt|amp);/g, (_all, name: string) => name === 'lt' ? '<' : name === 'gt' ? '>' : '&')
/** Slack marks links also in code. */
const angles = (code: string): string => code.replace(ANGLE, (_all, inner: string) => inner.split('|').at(-1) ?? inner)

function angle(inner: string, { person, channel }: SlackNames): string {
  const bar = inner.indexOf('|')
  const [target, label] = bar < 0 ? [inner, null] : [inner.slice(0, bar), inner.slice(bar + 1)]
  const id = target.slice(1)
  if (target.startsWith('@')) return `@${person(id) ?? label ?? id}`
  if (target.startsWith('#')) return `#${label || (channel(id) ?? id)}`
  if (target.startsWith('!')) return special(id, label)
  return link(entities(target), label === null ? null : entities(label))
}

function special(what: string, label: string | null): string {
  if (label !== null && label !== '') return what.startsWith('date^') ? entities(label) : label.startsWith('@') ? label : `@${label}`
  return `@${what.split('^')[0] ?? what}`
}

function link(url: string, label: string | null): string {
  if (!/^(?:https?:|mailto:|tel:|ftp:)/i.test(url)) return `\\<${label === null ? url : `${url}|${label}`}>`
  const bare = url.replace(/^(?:mailto|tel):/i, '')
  if (label === null || label === '' || label === url || label === bare) return url === bare ? url : bare
  const target = /[\s()]/.test(url) ? `<${url.replace(/[<>\s]/g, encodeURIComponent)}>` : url
  return `[${label.replace(/[[\]\\]/g, '\\$&')}](${target})`
}
