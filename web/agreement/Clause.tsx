import type { AgreementView } from '#contract/agreement.ts'
import { capital, formatDay } from '../ui/format.ts'
import { Markdown } from '../ui/Markdown.tsx'
import { heard, t } from '../ui/words.ts'

type ClauseView = AgreementView['clauses'][number]
type Props = { clause: ClauseView, zone: string, now: Temporal.Instant }

/** One clause: what was agreed, what it makes the software do, and who changed it last and why. */
export function Clause({ clause: { number, title, text, settings, lastChange }, zone, now }: Props) {
  return (
    <section className="clause" id={`clause-${number}`} aria-labelledby={`clause-${number}-title`}>
      <div>
        <h2 id={`clause-${number}-title`}>{number}. {title}</h2>
        <Markdown text={text} />
      </div>
      <div className="clause-side">
        {settings.length > 0 && (
          <dl className="clause-settings">
            {settings.map((setting) => <div key={setting.path}><dt>{nameOf(setting)}</dt><dd>{heard(setting.meaning)}<code>{setting.path}</code></dd></div>)}
          </dl>
        )}
        <p className="clause-last">{changeWords(lastChange, zone, now)}</p>
      </div>
    </section>
  )
}

/** What the sets of response times are called in set-up. */
const PRESETS: Readonly<Record<string, string>> = { '001': t`Answers in hours`, '002': t`Answers in days` }

/** A response time is said with its name: `Urgent: within 30 min, around the clock`. */
function nameOf({ path, value }: ClauseView['settings'][number]): string {
  const [group, name] = path.split('.')
  if (path === 'preset') return t`${PRESETS[value] ?? value} (${value})`
  return group === 'responses' && name !== undefined ? `${capital(name)}: ${value}` : capital(value)
}

/** `As the team began.` for the first version; later ones with who, when and why. */
function changeWords({ version, at, byName, reason }: ClauseView['lastChange'], zone: string, now: Temporal.Instant): string {
  const when = formatDay(Temporal.Instant.from(at), zone, now)
  return version === 1 ? t`Unchanged since the team began.` : t`Last changed by ${byName}, ${when}, in version ${version}: ${reason}`
}
