import { readLanguage, setLanguage } from '#contract/searches.ts'
import { problemFrom, useRead, useWrite } from '../app/api.ts'
import { Combobox } from '../ui/Combobox.tsx'
import { counted } from '../ui/format.ts'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { locale } from '../ui/spoken.ts'
import { t, tr } from '../ui/words.ts'

/** As ISO 639-1 calls what PostgreSQL calls by its English name. */
const CODES: Readonly<Record<string, string>> = {
  arabic: 'ar', armenian: 'hy', basque: 'eu', catalan: 'ca', danish: 'da', dutch: 'nl', english: 'en', finnish: 'fi', french: 'fr', german: 'de', greek: 'el', hindi: 'hi', hungarian: 'hu', indonesian: 'id',
  irish: 'ga', italian: 'it', lithuanian: 'lt', nepali: 'ne', norwegian: 'no', portuguese: 'pt', romanian: 'ro', russian: 'ru', serbian: 'sr', spanish: 'es', swedish: 'sv', tamil: 'ta', turkish: 'tr', yiddish: 'yi',
}

function labelOf(language: string): string {
  const code = CODES[language]
  return code === undefined ? t`Words as they stand` : new Intl.DisplayNames(locale(), { type: 'language' }).of(code) ?? language
}

/** How words are cut and stemmed in search; whoever manages the workspace chooses. */
export function LanguagePage() {
  const { data, error } = useRead(readLanguage, {})
  const set = useWrite(setLanguage, { refreshes: ['searches', 'entries'] })
  if (error) return <Page title={t`Language of search`}><Problem {...problemFrom(error)} /></Page>
  if (!data) return <Page title={t`Language of search`}><Skeleton lines={4} /></Page>
  const { language, languages, left, can } = data
  return (
    <Page title={t`Language of search`}>
      <p className="prose">{tr`Search cuts words down to their stems, so that ${<em>{t`releases`}</em>} finds ${<em>{t`released`}</em>}. How that is done depends on the language in which most is written here. Texts in other languages are found by the words as they stand.`}</p>
      {can.includes('change')
        ? <Combobox label={t`Most is written in`} options={languages.map((value) => ({ value, label: labelOf(value) }))} value={language} onChange={(value) => { if (value !== null && value !== language) set.mutate({ language: value }) }} />
        : <p>{tr`It is ${labelOf(language)}. An owner or admin of the workspace can change it.`}</p>}
      {set.error && <Problem {...problemFrom(set.error)} />}
      {left > 0 && <p className="hint" role="status">{tr`${counted(left, 'text')} are still to be read again in the new language; until then they are found by the old one.`}</p>}
    </Page>
  )
}
