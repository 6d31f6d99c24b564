import { useId } from 'react'
import { RESPONSES } from '#domain/agreement/settings.ts'
import type { PresetName } from '#domain/agreement/settings.ts'
import { allowanceWords } from '#domain/agreement/setting-words.ts'
import { capital } from '../ui/format.ts'
import type { QuestionProps } from './Question.tsx'
import { t } from '../ui/words.ts'
import { spoken } from '../ui/spoken.ts'

/** What each set is like, before its numbers. */
const PRESETS: Record<PresetName, { title: string, about: string }> = {
  '001': { title: t`In hours`, about: t`For a team that keeps something running.` },
  '002': { title: t`In days`, about: t`For a team that works in long stretches.` },
}
const NAMES = ['001', '002'] as const

/** The two sets of response times side by side. Neither is chosen beforehand. */
export function PresetChoice({ answers, onAnswers, errors }: Pick<QuestionProps, 'answers' | 'onAnswers' | 'errors'>) {
  const id = useId()
  return (
    <fieldset aria-describedby={errors.preset ? `${id}-error` : undefined}>
      <legend className="unseen">{t`Response times`}</legend>
      <div className="start-presets">
        {NAMES.map((preset) => <Preset key={preset} preset={preset} group={id} chosen={answers.preset === preset} onChoose={() => onAnswers({ ...answers, preset })} wrong={errors.preset !== undefined} />)}
      </div>
      <p className="field-error" id={`${id}-error`} aria-live="polite">{errors.preset}</p>
    </fieldset>
  )
}

type PresetProps = { preset: PresetName, group: string, chosen: boolean, onChoose: () => void, wrong: boolean }

function Preset({ preset, group, chosen, onChoose, wrong }: PresetProps) {
  const id = useId()
  const { title, about } = PRESETS[preset]
  return (
    <label className="preset" htmlFor={id}>
      <input type="radio" id={id} name={group} value={preset} checked={chosen} onChange={onChoose} data-wrong={wrong || undefined} aria-labelledby={`${id}-title`} aria-describedby={`${id}-rows`} />
      <span className="preset-title" id={`${id}-title`}>{title} <small>{preset}</small></span>
      <span className="preset-about">{about}</span>
      <dl id={`${id}-rows`}>
        {RESPONSES[preset].map(({ name, allowance, meaning }) => (
          <div key={name}><dt>{capital(name)}</dt><dd>{capital(allowanceWords(allowance, spoken()))}<small>{meaning}</small></dd></div>
        ))}
      </dl>
    </label>
  )
}
