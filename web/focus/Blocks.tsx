import { useState } from 'react'
import { addFocus, adoptFocus, removeFocus } from '#contract/attention.ts'
import type { FocusView, listFocus } from '#contract/attention.ts'
import type { OutputOf } from '#contract/operation.ts'
import { useSend } from '../app/send.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Item } from '../ui/Item.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { AddBlock } from './AddBlock.tsx'
import { heard, t } from '../ui/words.ts'

type Props = { list: OutputOf<typeof listFocus>, touched: readonly string[] }

/** Blocks that repeat, presets to begin with, and a form for another one. */
export function Blocks({ list, touched }: Props) {
  const [adding, setAdding] = useState(false)
  const add = useSend(addFocus, ...touched)
  const adopt = useSend(adoptFocus, ...touched)
  const remove = useSend(removeFocus, ...touched)
  const problem = adopt.problem ?? remove.problem
  const repeating = list.blocks.filter((block) => block.kind === 'recurring')
  return (
    <Section title={t`Blocks that repeat`}>
      {repeating.map((block) => <Block key={block.id} block={block} busy={remove.busy} onRemove={() => remove.send({ id: block.id })} />)}
      {repeating.length === 0 && <Empty text={t`No block repeats yet. Take a preset, or draw your own.`} />}
      {problem && <Problem {...problem} />}
      {adding
        ? <AddBlock busy={add.busy} problem={add.problem} onAdd={(block) => add.send(block, () => setAdding(false))} onCancel={() => { add.reset(); setAdding(false) }} />
        : <p className="focus-more"><LinkAction strong onClick={() => setAdding(true)}>{t`Add a block`}</LinkAction></p>}
      <Disclosure summary={t`Take a preset instead`}>
        <ul className="focus-presets">
          {list.presets.map((preset) => (
            <li key={preset.key}>
              <span>{heard(preset.name)}</span>
              <LinkAction label={t`Take it: ${heard(preset.name)}`} busy={adopt.busy} onClick={() => adopt.send({ key: preset.key })}>{t`Take it`}</LinkAction>
            </li>
          ))}
        </ul>
      </Disclosure>
    </Section>
  )
}

function Block({ block, busy, onRemove }: { block: FocusView, busy: boolean, onRemove: () => void }) {
  return (
    <Item
      text={block.sentence} by={block.what || undefined}
      actions={block.can.includes('remove') && <LinkAction label={t`Remove: ${block.sentence}`} busy={busy} onClick={onRemove}>{t`Remove`}</LinkAction>}
    />
  )
}
