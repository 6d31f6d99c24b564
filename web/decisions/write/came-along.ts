import type { prefillDecision } from '#contract/decisions.ts'
import type { GivenTo } from '#contract/operation.ts'
import { t } from '../../ui/words.ts'

export const TEMPLATES = [{ value: 'feature', label: t`A feature` }, { value: 'agreement', label: t`A change of how we work` }, { value: 'memo', label: t`A memo` }] as const
type Template = NonNullable<GivenTo<typeof prefillDecision>['template']>

/** What the address of the page says: a template, the thread it begins in, what it supersedes. */
export type CameAlong = { template: Template, thread: number | undefined, replyId: string | null, spaceId: string | undefined, supersedes: string, title: string }

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** @param query `?thread=12&reply=…`, `?template=memo`, `?supersedes=30`, `?space=…&title=…` */
export function cameAlong(query: string): CameAlong {
  const search = new URLSearchParams(query)
  const idIn = (name: string) => [search.get(name) ?? ''].find((id) => ID.test(id))
  const numberIn = (name: string) => [Number(search.get(name))].find((number) => Number.isSafeInteger(number) && number > 0)
  const older = numberIn('supersedes')
  return {
    template: TEMPLATES.find(({ value }) => value === search.get('template'))?.value ?? 'blank', thread: numberIn('thread'), replyId: idIn('reply') ?? null, spaceId: idIn('space'),
    supersedes: older === undefined ? '' : `#${older}`, title: search.get('title')?.trim() ?? '',
  }
}

/** Where it is kept while it is written: one for each thread it begins in, one for each template. */
export const slotFor = ({ template, thread }: Pick<CameAlong, 'template' | 'thread'>): string => `decision:${thread === undefined ? template : `thread-${thread}`}`
