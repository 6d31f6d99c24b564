import './code.css'
import { useEffect, useMemo, useState } from 'react'
import { copyText } from '../copy-text.ts'
import { readSpans } from './code-spans.ts'
import type { CodeSpan } from './code-spans.ts'
import { languageOf, loadLanguage, marked } from './languages.ts'
import { t } from '../words.ts'

type Props = {
  code: string
  /** As the fence names it; undefined where it names none. */
  language: string | undefined
}

/** Code as somebody wrote it: in colour once its language has arrived, scrolling in its own frame, and easy to copy. */
export function CodeBlock({ code, language }: Props) {
  const known = languageOf(language)
  const loaded = useLanguage(known)
  const spans = useMemo(() => {
    const text = known && loaded ? marked(code, known) : undefined
    return text === undefined ? [code] : readSpans(text)
  }, [code, known, loaded])
  return (
    <div className="code-block">
      <div className="code-head">
        <span>{language}</span>
        <CopyCode code={code} />
      </div>
      <pre tabIndex={0} role="group" aria-label={language ? t`Code, ${language}` : t`Code`}><code>{spans.map(drawSpan)}</code></pre>
    </div>
  )
}

function drawSpan(span: CodeSpan, index: number) {
  return typeof span === 'string' ? span : <span key={index} className={span.kind}>{span.inside.map(drawSpan)}</span>
}

/** True once the language can be coloured. */
function useLanguage(language: string | undefined): boolean {
  const [loaded, setLoaded] = useState(() => language !== undefined && marked('', language) !== undefined)
  useEffect(() => {
    let gone = false
    if (language) void loadLanguage(language).then((done) => { if (!gone) setLoaded(done) })
    return () => { gone = true }
  }, [language])
  return loaded
}

function CopyCode({ code }: { code: string }) {
  const [said, setSaid] = useState('')
  const copy = () => void copyText(code).then((copied) => setSaid(copied ? t`Copied` : t`Select the code and copy it by the keys`))
  return (
    <>
      <span className="code-said" role="status">{said}</span>
      <button type="button" className="link-action" onClick={copy} onBlur={() => setSaid('')} aria-label={t`Copy code`}>{t`Copy`}</button>
    </>
  )
}
