import '../pages.css'
import { useRouter, useRouterState } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { MeView } from '#contract/account.ts'
import { createPage, pageTemplates } from '#contract/pages.ts'
import type { OutputOf } from '#contract/operation.ts'
import { PAGE_KINDS } from '#domain/pages/kinds.ts'
import { useRead } from '../../app/api.ts'
import { useMe } from '../../app/me.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { toTitle } from '../../ui/to-title.ts'
import { usePageSend } from '../use-page-write.ts'
import { begunWith, createdFrom, NEW_PAGE } from './draft.ts'
import { PageForm } from './PageForm.tsx'
import { usePageDraft, waitingDraft } from './use-page-draft.ts'
import { heard, t, tr } from '../../ui/words.ts'

const SLOT = 'page:new'

type Template = OutputOf<typeof pageTemplates>['templates'][number]
type Came = { kind: Template['kind'] | undefined, spaceId: string | undefined, parent: number | undefined }

/** Writes a page: from a template, or from an empty one. */
export function NewPagePage() {
  const me = useMe().data
  const query = useRouterState({ select: ({ location }) => location.searchStr })
  const templates = useRead(pageTemplates, {})
  if (!me || templates.isPending) return <Page title={t`Write a page`}><Skeleton lines={8} /></Page>
  return <Writing me={me} came={cameAlong(query)} templates={templates.data?.templates ?? []} />
}

/** @param query `?kind=runbook&space=…&parent=128`; what is not understood is left out */
export function cameAlong(query: string): Came {
  const given = new URLSearchParams(query)
  const parent = Number(given.get('parent'))
  return { kind: PAGE_KINDS.find((kind) => kind === given.get('kind')), spaceId: given.get('space') ?? undefined, parent: Number.isSafeInteger(parent) && parent > 0 ? parent : undefined }
}

function Writing({ me, came, templates }: { me: MeView, came: Came, templates: readonly Template[] }) {
  const router = useRouter()
  const joined = me.spaces.filter((space) => space.joined)
  const spaceId = joined.find(({ id }) => id === came.spaceId)?.id ?? (joined.length === 1 ? joined[0]?.id : undefined) ?? null
  const wanted = templates.find(({ kind }) => kind === came.kind)
  const drafting = usePageDraft(SLOT, { ...NEW_PAGE, ...(wanted && { kind: wanted.kind, text: wanted.text, title: wanted.title }), spaceId, parent: came.parent ?? null }, me.person.id)
  const { value, set, found } = drafting
  const { send, busy, problem } = usePageSend(createPage, {
    personId: me.person.id, onWaiting: drafting.draft.clear,
    named: ({ title, text = '' }) => ({ title: t`A page: ${title}`, text, href: '/pages/new', draft: waitingDraft(SLOT, me.person.id, value) }),
  })
  const other = wanted && found && value.text !== wanted.text ? wanted : undefined
  const place = { spaceId: spaceId ?? value.spaceId, parent: came.parent ?? value.parent }
  const begin = (template: Template) => set({ ...begunWith(value, template, templates), ...place })
  const create = () => {
    if (value.spaceId !== null) send(createdFrom(value, value.spaceId), ({ number }) => {
      drafting.draft.clear()
      router.history.replace(`/${number}`)
    })
  }
  return (
    <PageForm
      me={me} drafting={drafting} heading={t`Write a page`} over={t`A new page`} isNew save={t`Keep the page`} onSave={create} busy={busy} problem={problem}
      notices={other && <Notice>{t`You had begun a page, as it stands below.`} <LinkAction strong onClick={() => set({ ...begunWith({ ...value, text: '' }, other, templates), ...place })}>{tr`Begin with “${other.name}” instead`}</LinkAction></Notice>}
      begin={templates.length > 0 && <Begin templates={templates} text={value.text} onBegin={begin} />}
    />
  )
}

type BeginProps = { templates: readonly Template[], text: string, onBegin: (template: Template) => void }

/** What the page may begin with: one line below the title, and what was written already stays. */
function Begin({ templates, text, onBegin }: BeginProps) {
  const line = useRef<HTMLDivElement>(null)
  const taken = templates.find((template) => template.text !== '' && text.endsWith(template.text))
  const [open, setOpen] = useState(false)
  const begin = (template: Template) => {
    setOpen(false)
    onBegin(template)
    requestAnimationFrame(() => toTitle(line.current?.closest('.page-form') ?? null))
  }
  return (
    <div ref={line}>
      <Disclosure summary={taken ? t`Template: ${heard(taken.name)}` : t`Begin with a template`} open={open} onToggle={setOpen}>
        <p className="hint">{t`What you have written stays as it is; the template comes below it.`}</p>
        <ul className="page-begin">{templates.map((template) => <li key={template.kind}><LinkAction strong={template === taken} onClick={() => begin(template)}>{heard(template.name)}</LinkAction> <small>{heard(template.does)}</small></li>)}</ul>
      </Disclosure>
    </div>
  )
}
