import { useRef } from 'react'
import type { ReactNode } from 'react'
import type { Problem as ProblemView } from '#contract/problem.ts'
import type { DraftHandle } from '../../app/drafts.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { DraftLine } from '../../ui/DraftLine.tsx'
import { capital, counted, listInWords } from '../../ui/format.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useKeysInside } from '../../ui/use-keys-inside.ts'
import { WordDiff } from '../history/WordDiff.tsx'
import { around, joined, openIn, textOf } from './conflict.ts'
import type { Chosen, Clash, Joining } from './conflict.ts'
import { t, tr } from '../../ui/words.ts'

type Props = {
  over: ReactNode
  joining: Joining
  draft: Pick<DraftHandle<Joining | null>, 'kept'>
  zone: string
  busy: boolean
  problem: ProblemView | undefined
  onChange: (joining: Joining) => void
  onBack: () => void
  onSave: (text: string, title: string) => void
}

/** Two people changed the same words: both sides of each place, what shall stand, and then one save. */
export function Conflict({ over, joining, draft, zone, busy, problem, onChange, onBack, onSave }: Props) {
  const form = useRef<HTMLDivElement>(null)
  // Without a name it was the reader, who saved in another window.
  const names = listInWords(joining.theirByNames)
  const them = names || t`The other window`
  const open = openIn(joining)
  const text = joined(joining)
  const save = () => { if (text !== undefined && open === 0 && !busy) onSave(text, joining.title === 'theirs' ? joining.theirTitle : joining.myTitle) }
  useKeysInside(form, (event) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
    event.preventDefault()
    save()
  })
  const choose = (place: number) => (chosen: Chosen) => onChange({ ...joining, chosen: joining.chosen.with(place, chosen) })
  return (
    <div className="page joining" ref={form}>
      <header className="page-head">
        <p className="page-over">{over}</p>
        <h1 tabIndex={-1}>{names ? tr`You and ${them} changed the same words` : t`You changed the same words in two windows`}</h1>
        <p className="page-lede">{names ? tr`${them} saved while you wrote. Both texts are kept; everything else is joined already. Say for each place what shall stand.` : t`You saved in another window while you wrote in this one. Both texts are kept; everything else is joined already. Say for each place what shall stand.`}</p>
      </header>
      {joining.titles && <Choice legend={t`The title`} options={[{ value: 'mine', label: joining.myTitle }, { value: 'theirs', label: joining.theirTitle }]} value={joining.title ?? undefined} onChange={(title) => onChange({ ...joining, title })} />}
      <div className="joining-text"><Stretches joining={joining} them={them} theirs={names ? t`That of ${them}` : them} onChoose={choose} /></div>
      {problem && <Problem title={problem.title} detail={problem.detail} next={problem.next} textSafe />}
      <p className="page-save-acts"><Button busy={busy} disabled={open > 0} onClick={save}>{t`Save it so`}</Button><Kbd keys="mod+enter" hint /><LinkAction onClick={onBack}>{t`Back to your own text`}</LinkAction><span className="hint" role="status">{open > 0 ? t`${capital(counted(open, 'choice'))} left.` : t`Everything is chosen.`}</span></p>
      <DraftLine kept={draft.kept} zone={zone} />
    </div>
  )
}

function Stretches({ joining: { stretches, chosen }, them, theirs, onChoose }: { joining: Joining, them: string, theirs: string, onChoose: (place: number) => (chosen: Chosen) => void }) {
  let place = -1
  return stretches.map((stretch, at) => {
    if (stretch.kind === 'same') return <Same key={at} text={stretch.text} first={at === 0} last={at === stretches.length - 1} />
    place += 1
    return <Place key={at} clash={stretch} number={place + 1} of={chosen.length} them={them} theirs={theirs} chosen={chosen[place] ?? undefined} onChoose={onChoose(place)} />
  })
}

function Same({ text, first, last }: { text: string, first: boolean, last: boolean }) {
  const { above, folded, below } = around(text, { first, last })
  return <>{above.trim() !== '' && <p className="joining-same">{above.trimEnd()}</p>}{folded > 0 && <p className="joining-folded">{tr`${counted(folded, 'line')} joined`}</p>}{below.trim() !== '' && <p className="joining-same">{below}</p>}</>
}

type PlaceProps = { clash: Clash, number: number, of: number, them: string, theirs: string, chosen: Chosen | undefined, onChoose: (chosen: Chosen) => void }

function Place({ clash, number, of, them, theirs, chosen, onChoose }: PlaceProps) {
  const take = (value: Chosen['take']) => onChoose(value === 'hand' ? { take: 'hand', text: textOf(clash, chosen ?? { take: 'both' }).replace(/\n$/, '') } : { take: value })
  return (
    <section className="joining-place" aria-label={t`Place ${number} of ${of}`} data-chosen={chosen !== undefined || undefined}>
      <div className="joining-sides">
        <Side name={t`Yours`} was={clash.base} now={clash.mine} kept={chosen?.take === 'mine' || chosen?.take === 'both'} />
        <Side name={them} was={clash.base} now={clash.theirs} kept={chosen?.take === 'theirs' || chosen?.take === 'both'} />
      </div>
      <Choice
        legend={of === 1 ? t`What shall stand here` : t`What shall stand at place ${number} of ${of}`} value={chosen?.take} onChange={take}
        options={[{ value: 'mine', label: t`Yours` }, { value: 'theirs', label: theirs }, { value: 'both', label: t`Both, one after the other` }, { value: 'hand', label: t`Write it by hand` }]}
      />
      {chosen?.take === 'hand' && <TextArea label={t`The text of place ${number}`} value={chosen.text} onChange={(text) => onChoose({ take: 'hand', text })} />}
    </section>
  )
}

function Side({ name, was, now, kept }: { name: string, was: string, now: string, kept: boolean }) {
  return <div className="joining-side" data-kept={kept || undefined}><h2>{name}</h2>{now.trim() === '' ? <p className="hint">{t`Took it out:`} <del>{was.trim()}</del></p> : <p className="joining-words"><WordDiff was={was.trimEnd()} now={now.trimEnd()} /></p>}</div>
}
