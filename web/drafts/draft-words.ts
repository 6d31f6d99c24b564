import { t } from '../ui/words.ts'

/** Longest part of a text that is shown. Unit: characters. */
const SHOWN_MAX = 300

/** The beginning of a text, for a list. */
export const inShort = (text: string): string => (text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text)

/** Where a draft goes on, by the slot it is kept in; undefined for what is written on no page of its own. */
export function placeOf(slot: string): { href: string, title: string } | undefined {
  const [kind = '', of = ''] = slot.split(':')
  const number = /^\d+$/.test(of) ? of : undefined
  switch (kind) {
    case 'reply': return number ? { href: `/${number}`, title: t`Reply in #${number}` } : undefined
    case 'edit': return number ? { href: `/${number}`, title: t`Change of #${number}` } : undefined
    case 'ask': return number ? { href: `/${number}`, title: t`Answer in #${number}` } : undefined
    case 'page': return of === 'new' ? { href: '/pages/new', title: t`A new page` } : pageEdited(of)
    default: return undefined
  }
}

const pageEdited = (of: string) => {
  const number = /^edit-(\d+)$/.exec(of)?.[1]
  return number === undefined ? undefined : { href: `/${number}/edit`, title: t`Page #${number}` }
}
