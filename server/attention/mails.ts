import { spelt } from '#domain/brief/count-words.ts'
import { amount, inWords, said } from '#domain/words/said.ts'
import type { Said, Words } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { wordsFor } from '#server/platform/words.ts'
import { pushTo } from '#server/push/public.ts'
import { doingOf, reasonFor } from './item-words.ts'
import type { KnownReader } from './readers.ts'
import type { Leaving, Parcel } from './releasing.ts'

/** Longest title in a subject, and longest excerpt in a mail that lists many. Unit: characters. */
const SUBJECT_MAX = 90
const EXCERPT_MAX = 400

/** What a reply does, by kind of what it replies to. */
const HOW: Readonly<Record<string, Said>> = {
  ask: said`To answer, reply to this mail. Your reply stands in the conversation.`,
  thread: said`To reply in the conversation, reply to this mail.`,
}

/**
 * Mails a batch, as far as its reader wants mail. What asks something of them is a mail of its own a conversation, so
 * that a reply can act; everything else of the batch is one mail.
 */
export async function sendBatch(act: Act, reader: KnownReader, parcel: Parcel): Promise<void> {
  await pushBatch(act, reader, parcel)
  const { kind, batchId, bundles } = parcel
  const { mail } = reader.choices.channels
  if (mail === 'off' || (kind === 'digest' && reader.choices.digest === 'off')) return
  const wanted = bundles.filter((bundle) => bundle.some(({ row }) => mail === 'all' || row.urgent || (mail === 'obligations' && row.obliges)))
  const alone = kind === 'digest' ? [] : wanted.filter((bundle) => bundle.some(({ row }) => row.obliges || row.urgent))
  for (const bundle of alone) await sendOne(act, reader, { batchId, bundle })
  const rest = wanted.filter((bundle) => !alone.includes(bundle))
  const [only] = rest
  if (rest.length === 1 && only && kind !== 'digest') return sendOne(act, reader, { batchId, bundle: only })
  if (rest.length > 0) await sendMany(act, reader, { batchId, bundles: rest, digest: kind === 'digest' })
}

/** Says on the reader's devices how much came, and nothing of what it says. Digests make no device ring. */
async function pushBatch(act: Act, reader: KnownReader, { kind, batchId, bundles }: Parcel): Promise<void> {
  const { push } = reader.choices.channels
  if (push === 'off' || kind === 'digest') return
  const wanted = bundles.flat().filter(({ row }) => push === 'all' || row.urgent || (push === 'obligations' && row.obliges))
  const [first] = wanted
  if (!first) return
  const words = wordsFor(reader.locale)
  const things = capital(spelt(amount(wanted.length, 'thing'), words))
  const body = inWords(first.row.urgent ? said`Something urgent waits for you.` : said`${things} came to you.`, words)
  await pushTo(act, { eventKey: `attention:${batchId}`, personId: reader.personId, words, body, url: first.row.urgent ? `/${first.text.number}` : '/inbox' })
}

/** One conversation, whole, with a reply address where a reply does something. */
async function sendOne(act: Act, reader: KnownReader, { batchId, bundle }: { batchId: string; bundle: readonly Leaving[] }): Promise<void> {
  const first = bundle[0]
  if (!first) return
  const urgent = bundle.some(({ row }) => row.urgent)
  const replyTo = bundle.findLast(({ text }) => text.replyTo !== null)?.text.replyTo ?? null
  const words = wordsFor(reader.locale)
  const parts = bundle.map(({ row, text }) => `${inWords(doingOf(row.kind, text.byName), words)}:\n\n${text.text}`)
  const title = shortened(first.text.title, SUBJECT_MAX)
  await act.send({
    eventKey: `attention:${batchId}:${first.row.conversation_id}`, personId: reader.personId,
    subject: urgent ? inWords(said`Urgent: ${title}`, words) : title,
    body: { text: parts.join('\n\n'), links: [linkTo(act, first.text, words)], about: numbersOf([bundle]) },
    reason: inWords(reasonFor(first.row, first.text.spaceName), words), conversation: `entry:${first.row.conversation_id}`,
    ...(replyTo && { replyTo: { ...replyTo, how: inWords(HOW[replyTo.kind] ?? said`To answer, reply to this mail.`, words) } }),
    ...(!urgent && { kind: bundle.some(({ row }) => row.obliges) ? 'asks' : 'threads' }),
  })
}

/** Several conversations in one mail: what asks something first, then by space. */
async function sendMany(act: Act, reader: KnownReader, { batchId, bundles, digest }: { batchId: string; bundles: readonly (readonly Leaving[])[]; digest: boolean }): Promise<void> {
  const words = wordsFor(reader.locale)
  const obliging = bundles.filter((bundle) => bundle.some(({ row }) => row.obliges))
  const bySpace = Map.groupBy(bundles.filter((bundle) => !obliging.includes(bundle)), (bundle) => bundle[0]?.text.spaceName ?? '')
  const sections = [
    ...(obliging.length > 0 ? [section(inWords(said`Asked of you`, words), obliging, words)] : []),
    ...[...bySpace].toSorted(([a], [b]) => a.localeCompare(b, words.language)).map(([space, some]) => section(space, some, words)),
  ]
  await act.send({
    eventKey: `attention:${batchId}`, personId: reader.personId,
    subject: subjectOf(bundles.length, digest, words),
    body: { text: sections.join('\n\n'), links: [{ label: inWords(said`Open your inbox`, words), url: `${act.server.publicUrl}/inbox` }], about: numbersOf(bundles) },
    kind: digest ? 'digest' : 'threads',
    reason: inWords(digest ? said`You get this digest because you belong to these spaces.` : said`You get this because you follow these conversations.`, words),
  })
}

function subjectOf(count: number, digest: boolean, words: Words): string {
  const conversations = spelt(amount(count, 'conversation'), words)
  return digest ? inWords(said`Your digest: ${conversations}`, words) : capital(conversations)
}

const section = (title: string, bundles: readonly (readonly Leaving[])[], words: Words): string => [title, ...bundles.map((bundle) => excerpt(bundle, words))].join('\n\n')

function excerpt(bundle: readonly Leaving[], words: Words): string {
  const [first] = bundle
  if (!first) return ''
  const lines = bundle.map(({ row, text }) => `${inWords(doingOf(row.kind, text.byName), words)}: ${shortened(text.text.replaceAll(/\s+/g, ' '), EXCERPT_MAX)}`)
  return `#${first.text.number} ${first.text.title}\n${lines.join('\n')}`
}

/** The entries that a mail speaks of: it is not sent to whom one of them is hidden from by then. */
const numbersOf = (bundles: readonly (readonly Leaving[])[]): number[] => [...new Set(bundles.flat().map(({ text }) => text.number))]

const linkTo = (act: Act, text: Leaving['text'], words: Words) => ({ label: inWords(said`Open #${text.number}`, words), url: `${act.server.publicUrl}/${text.number}${text.replyId ? `#${text.replyId}` : ''}` })

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
const shortened = (text: string, max: number): string => text.length <= max ? text : `${text.slice(0, max - 1).trimEnd()}…`
