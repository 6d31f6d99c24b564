import { useEffect, useRef } from 'react'
import { Choice } from '../../ui/Choice.tsx'
import { Field } from '../../ui/Field.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import type { Content, Option } from '../words.ts'
import { placeOf } from './checked-text.ts'
import { DecisionText } from './DecisionText.tsx'
import { nextId, withOption, withoutOption } from './draft.ts'
import { t, tr } from '../../ui/words.ts'
import { amid } from '../../ui/amid.ts'

type Props = { content: Content, onChange: (content: Content) => void, error?: string | undefined }
const SIDES = [{ value: 'good', label: t`For it` }, { value: 'bad', label: t`It costs` }, { value: 'neutral', label: t`To know` }] as const

/** The options, two at least, each with what speaks for and against it. What is added has focus. */
export function OptionFields({ content, onChange, error }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const count = content.options.length + content.options.reduce((sum, { tradeOffs }) => sum + tradeOffs.length, 0)
  const added = useRef<string>(undefined)
  useEffect(() => {
    if (added.current === undefined) return
    place.current?.querySelector<HTMLElement>(`[data-part="${added.current}"] :is(input[type=text], textarea)`)?.focus()
    added.current = undefined
  }, [count])
  const change = (option: Option) => onChange({ ...content, options: content.options.map((one) => (one.id === option.id ? option : one)) })
  const addOption = () => {
    added.current = nextId('option', content)
    onChange(withOption(content))
  }
  const addPoint = (option: Option) => {
    const id = nextId('point', content)
    added.current = id
    change({ ...option, tradeOffs: [...option.tradeOffs, { id, side: 'bad', text: '' }] })
  }
  return (
    <div className="option-fields" ref={place}>
      {error && <p className="field-error" role="alert" data-wrong tabIndex={-1}>{error}</p>}
      {content.options.map((option, at) => <OptionField key={option.id} option={option} at={at + 1} onChange={change} onAddPoint={() => addPoint(option)} onRemove={() => onChange(withoutOption(content, option.id))} />)}
      <p><LinkAction strong onClick={addOption}>{t`Add an option`}</LinkAction></p>
    </div>
  )
}

type OptionProps = { option: Option, at: number, onChange: (option: Option) => void, onAddPoint: () => void, onRemove: () => void }

function OptionField({ option, at, onChange, onAddPoint, onRemove }: OptionProps) {
  const name = option.title.trim() || amid(t`Option ${at}`)
  const points = option.tradeOffs
  return (
    <fieldset className="option-field" data-part={option.id}>
      <legend className="unseen">{tr`Option ${at}`}</legend>
      <Field type="text" label={t`Option ${at}`} value={option.title} onChange={(title) => onChange({ ...option, title })} placeholder={at === 1 ? t`Leave it as it is` : t`Another way`} />
      <DecisionText place={placeOf.option(option.id)} label={t`What “${name}” means`} value={option.body} onChange={(body) => onChange({ ...option, body })} rows={2} />
      {points.map((point, place) => (
        <div key={point.id} className="point-field" data-part={point.id}>
          <Choice legend={t`Trade-off ${place + 1} of ${name}`} legendUnseen options={SIDES} value={point.side} onChange={(side) => onChange({ ...option, tradeOffs: points.map((one) => (one.id === point.id ? { ...one, side } : one)) })} />
          <DecisionText slim rows={1} place={placeOf.point(point.id)} label={t`Trade-off ${place + 1}`} value={point.text} onChange={(text) => onChange({ ...option, tradeOffs: points.map((one) => (one.id === point.id ? { ...one, text } : one)) })} />
          <LinkAction label={t`Take out trade-off ${place + 1} of ${name}`} onClick={() => onChange({ ...option, tradeOffs: points.filter(({ id }) => id !== point.id) })}>{t`Take out`}</LinkAction>
        </div>
      ))}
      <p className="option-acts"><LinkAction label={t`Add a trade-off to ${name}`} onClick={onAddPoint}>{t`Add a trade-off`}</LinkAction><LinkAction label={t`Take this option out: ${name}`} onClick={onRemove}>{t`Take this option out`}</LinkAction></p>
    </fieldset>
  )
}
