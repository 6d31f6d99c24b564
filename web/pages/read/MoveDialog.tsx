import { useMemo, useState } from 'react'
import { movePage, pageTree } from '#contract/pages.ts'
import { announce } from '../../app/Announcer.tsx'
import { problemFrom, useRead } from '../../app/api.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Select } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { linesOf, selfAndBelow, treeOf } from '../tree.ts'
import { usePageWrite } from '../use-page-write.ts'
import type { Talk } from './talk.ts'
import { t } from '../../ui/words.ts'

type Props = { talk: Talk, open: boolean, onOpenChange: (open: boolean) => void }

/** Takes a page, with what stands below it, to another place: a space, and a page of it to stand under. */
export function MoveDialog({ talk: { page, me }, open, onOpenChange }: Props) {
  const [spaceId, setSpace] = useState(page.spaceId)
  const [parent, setParent] = useState(page.parent)
  const { send, busy, problem } = usePageWrite(movePage)
  const { data, error } = useRead(pageTree, { spaceId }, { when: open })
  const spaces = me.spaces.filter(({ id, joined }) => joined || id === page.spaceId).map(({ id, name }) => ({ value: id, label: name }))
  const lines = useMemo(() => {
    const away = selfAndBelow(data?.pages ?? [], page.number)
    return linesOf(treeOf((data?.pages ?? []).filter(({ number }) => !away.has(number))))
  }, [data, page.number])
  const beside = (data?.pages ?? []).filter((one) => one.parent === parent && one.number !== page.number).length
  const stays = spaceId === page.spaceId && parent === page.parent
  const move = () => send({ number: page.number, parent, position: beside, ...(spaceId !== page.spaceId && { spaceId }) }, () => {
    onOpenChange(false)
    announce(t`Moved; links to it go on working.`)
  })
  return (
    <Dialog
      open={open} onOpenChange={onOpenChange} title={t`Move the page`} description={t`What stands below it comes along; its number and the links to it stay.`}
      actions={<><Button busy={busy} disabled={stays || !data} onClick={move}>{t`Move it here`}</Button><Button look="quiet" onClick={() => onOpenChange(false)}>{t`Leave it`}</Button></>}
    >
      <Select label={t`Space`} options={spaces} value={spaceId} onChange={(id) => { setSpace(id); setParent(id === page.spaceId ? page.parent : null) }} {...(spaceId !== page.spaceId && { hint: t`Whoever can see that space can read it then.` })} />
      <fieldset className="move-tree">
        <legend className="field-label">{t`Under which page`}</legend>
        {error ? <Problem {...problemFrom(error)} /> : !data && <Skeleton lines={4} />}
        {data && <MovePlace name={t`At the top of the space`} depth={0} checked={parent === null} onChoose={() => setParent(null)} />}
        {lines.map((line) => <MovePlace key={line.page.number} name={line.page.title} depth={line.depth + 1} checked={parent === line.page.number} onChoose={() => setParent(line.page.number)} />)}
      </fieldset>
      {problem && <Problem {...problem} />}
    </Dialog>
  )
}

function MovePlace({ name, depth, checked, onChoose }: { name: string, depth: number, checked: boolean, onChoose: () => void }) {
  return <label className="move-place" style={{ paddingInlineStart: `${8 + depth * 16}px` }}><input type="radio" name="move-place" checked={checked} onChange={onChoose} /> <span>{name}</span></label>
}
