import type { BriefItem } from '#contract/brief.ts'
import type { PromptView } from '#contract/checkins.ts'
import type { BatonView } from '#contract/handoffs.ts'
import { countFor } from '#domain/brief/count-words.ts'
import type { Matter } from '#domain/brief/matter.ts'
import { countWords } from '#domain/brief/reading.ts'
import { names } from '#domain/checkins/answers.ts'
import { fillInWords, ourWords } from '#domain/checkins/forms.ts'
import { inWords, said } from '#domain/words/said.ts'
import type { Said, Words } from '#domain/words/said.ts'
import type { AgreementNews } from '#server/agreement/public.ts'
import type { NamedBlocker } from '#server/checkins/public.ts'
import type { AskView } from '#contract/asks.ts'
import type { DecisionHead } from '#contract/decisions.ts'
import type { DecisionNews } from '#server/decisions/public.ts'
import type { PageNewsOf } from '#server/pages/public.ts'
import type { OwedRun } from '#server/runs/public.ts'
import type { OwedPage } from '#server/page-truth/public.ts'
import type { threadNews } from '#server/threads/public.ts'
import type { OpenLine, WrapDigest } from '#server/handoffs/public.ts'
import type { Space } from '#server/spaces/public.ts'
import type { Change } from './queries.ts'

/** A matter with what is shown of it. */
export type Told = Matter & { item: BriefItem }

type Draft = Pick<Told, 'section'> & Partial<Pick<Matter, 'authorId' | 'noise' | 'namesReader'>>
  & Pick<BriefItem, 'key' | 'kind' | 'tldr' | 'by' | 'at' | 'can'> & Partial<BriefItem>

function told({ section, authorId = null, noise = 'work', namesReader = false, ...given }: Draft): Told {
  const words = countWords(given.tldr) + countWords(given.by)
  const item: BriefItem = { why: null, dueAt: null, number: null, spaceId: null, lineId: null, baton: null, more: null, ...given, words }
  return {
    key: item.key, kind: item.kind, section, at: Temporal.Instant.from(item.at), dueAt: item.dueAt === null ? null : Temporal.Instant.from(item.dueAt), words,
    spaceId: item.spaceId, authorId, noise, namesReader, item,
  }
}

/** A baton where it stands for the reader: offered to them, back with a question, in their hands, or held by nobody. */
export function batonItem(baton: BatonView, section: 'handed' | 'say' | 'hold', kind: 'baton' | 'alarm', words: Words): Told {
  const from = section === 'say' ? inWords(said`${baton.receiverName ?? said`Somebody`} asks you`, words) : baton.giverName
  return told({
    key: `baton:${baton.id}`, section, kind, authorId: baton.giverId, tldr: baton.text, by: `${from}, ${baton.spaceName}, #${baton.number}`, why: baton.why,
    at: baton.offeredAt, dueAt: section === 'handed' && kind === 'baton' ? baton.lapsesAt : null, number: baton.number, spaceId: baton.spaceId, baton,
    more: baton.nextStep === '' ? null : inWords(said`**Next step.** ${baton.nextStep}`, words),
    can: [...baton.can.flatMap((way) => way === 'accept' || way === 'return' || way === 'answer' || way === 'take' || way === 'done' ? [way] : []), 'open'],
  })
}

/** A baton that the reader gave, and that whoever held it said is done: news, which asks nothing. */
export function doneItem(baton: BatonView): Told {
  return told({
    key: `baton:${baton.id}`, section: 'changed', kind: 'baton', authorId: baton.receiverId, namesReader: true, tldr: baton.text, by: `${baton.receiverName ?? ''}, ${baton.spaceName}, #${baton.number}`, why: baton.why,
    at: baton.doneAt ?? baton.offeredAt, number: baton.number, spaceId: baton.spaceId, baton, can: ['open'],
  })
}

/** A blocker or question of a wrap that names the reader. */
export function lineItem(line: OpenLine, words: Words): Told {
  return told({
    key: `line:${line.id}`, section: line.kind === 'question' ? 'due' : 'unblock', kind: line.kind, authorId: line.authorId, tldr: line.text,
    by: `${line.authorName}, ${line.spaceName}, #${line.number}`, why: inWords(line.kind === 'question' ? said`${line.authorName} says that you can answer it.` : said`${line.authorName} says that you can clear it.`, words),
    at: line.publishedAt.toString(), dueAt: line.eta, number: line.number, spaceId: line.spaceId, lineId: line.id, can: [...line.can, 'open'],
  })
}

/** What the reader owes an answer, on their own clock. */
export function askItem(ask: AskView, words: Words): Told {
  const isBack = ask.state === 'question-back'
  const one = told({
    key: `entry:${ask.number}`, section: 'due', kind: 'ask', authorId: ask.askerId, namesReader: true, tldr: ask.title, by: `${isBack ? ask.answererName : ask.askerName}, ${ask.spaceName}, #${ask.number}`,
    why: isBack ? inWords(said`${ask.answererName} asks you: ${ask.question ?? ''}`, words) : ask.clock, at: ask.askedAt, dueAt: ask.dueAt, number: ask.number, spaceId: ask.spaceId, more: ask.body === '' ? null : ask.body, can: ['open'],
  })
  // The clock of a question that came back stands still: it ranks by when it was due, and is not late.
  return isBack ? { ...one, item: { ...one.item, dueAt: null } } : one
}

/** A decision that waits for the reader: what it asks of them, and by when. */
export function decisionItem(decision: DecisionHead): Told {
  return told({
    key: `entry:${decision.number}`, section: 'decide', kind: 'decision', authorId: decision.authorId, namesReader: true, tldr: decision.title, by: `${decision.authorName}, ${decision.spaceName}, #${decision.number}`,
    why: decision.mine ?? decision.status, at: decision.openedAt ?? decision.createdAt, dueAt: decision.state === 'expired' ? decision.provisionalUntil : decision.deadline, number: decision.number, spaceId: decision.spaceId, can: ['open'],
  })
}

/** A run that the reader has in hand, or that is theirs to start. */
export function owedRunItem(run: OwedRun): Told {
  return told({
    key: run.key, section: 'due', kind: 'run', authorId: run.byId, namesReader: true, tldr: run.title, by: `${run.byName}, ${run.spaceName}, #${run.number}`, why: run.sentence, at: run.at, number: run.number, spaceId: run.spaceId, can: ['open'],
  })
}

/** A page that the reader minds and is to look at again. */
export function owedPageItem(page: OwedPage): Told {
  return told({
    key: `entry:${page.number}`, section: 'decide', kind: 'page', authorId: page.verifiedById, namesReader: true, tldr: page.title, by: `${page.verifiedByName}, ${page.spaceName}, #${page.number}`,
    why: page.sentence, at: page.verifiedAt.toString(), number: page.number, spaceId: page.spaceId, can: ['open'],
  })
}

/** A decision that was opened, signed or ended: where it stands now. */
export function decisionNewsItem({ at, head }: DecisionNews, { space, joined }: { space: Space; joined: boolean }): Told {
  return told({
    key: `entry:${head.number}`, section: joined ? 'changed' : 'rest', kind: 'decision', authorId: head.authorId, noise: space.noise, tldr: `${head.title}: ${head.status}`,
    by: `${head.accountableName ?? head.authorName}, ${space.name}, #${head.number}`, at: at.toString(), number: head.number, spaceId: space.id, can: ['open'],
  })
}

/** A page that others wrote or edited: one line, which says what changed. */
export function pageNewsItem({ at, head, sentence }: PageNewsOf, { space, joined }: { space: Space; joined: boolean }): Told {
  return told({
    key: `entry:${head.number}`, section: joined ? 'changed' : 'rest', kind: 'page', authorId: head.authorId, noise: space.noise, tldr: sentence,
    by: `${space.name}, #${head.number}`, at: at.toString(), number: head.number, spaceId: space.id, can: ['open'],
  })
}

type ThreadNews = Awaited<ReturnType<typeof threadNews>>[number]

/** A thread that is new, or that others wrote in: where it stands now, and how much is unread. */
export function threadItem(row: ThreadNews, { space, joined, words }: { space: Space; joined: boolean; words: Words }): Told {
  const stands = row.outcome ?? row.state_text
  const count = capital(countFor(row.unread, words))
  const unread = inWords(row.unread === 1 ? said`${count} text you have not read.` : said`${count} texts you have not read.`, words)
  return told({
    key: `entry:${row.number}`, section: joined ? 'changed' : 'rest', kind: 'thread', authorId: row.author_id, noise: space.noise, tldr: stands === '' ? row.title : `${row.title}: ${stands}`,
    by: `${row.author_name}, ${space.name}, #${row.number}`, why: joined ? unread : null, at: row.published_at.toString(), number: row.number, spaceId: row.space_id, more: joined && row.tldr !== '' ? row.tldr : null, can: ['open'],
  })
}

/** A check-in that waits for the reader. */
export function promptItem({ id, form, askedAt, windowEndsAt, state, prefill }: PromptView, words: Words): Told {
  const ready = [...new Set(prefill.map((one) => one.source))].toSorted((a, b) => a - b).map((number) => `#${number}`).join(', ')
  return told({
    key: `checkin:${id}`, section: 'due', kind: 'checkin', tldr: fillInWords(form, words), by: inWords(questionsWords(form.questions.length, words), words),
    why: state === 'missed' ? inWords(said`Its window has ended; an answer is still welcome.`, words) : ready === '' ? null : inWords(said`Your wrap ${ready} answers part of it already.`, words),
    at: askedAt, dueAt: windowEndsAt, spaceId: form.spaceId, more: form.questions.map((question) => `- ${ourWords(question.text, words).replaceAll('\n', ' ')}`).join('\n'), can: ['fill-in'],
  })
}

const questionsWords = (count: number, words: Words): Said => count === 1 ? said`One question` : said`${capital(countFor(count, words))} questions`
const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

export function agreementItem({ version, reason, authorId, authorName, createdAt }: AgreementNews, words: Words): Told {
  return told({
    key: `agreement:${version}`, section: 'changed', kind: 'agreement', authorId, tldr: inWords(said`The working agreement changed: ${reason}`, words), by: inWords(said`${authorName}, version ${String(version)}`, words),
    at: createdAt.toString(), can: ['open'],
  })
}

type Around = { space: Space; joined: boolean; authorName: string; readerName: string; wrap: WrapDigest | undefined; answers: string | undefined; words: Words }

/** A wrap or check-in of somebody else: news in a space of the reader, else part of the rest. */
export function changeItem(change: Change, { space, joined, authorName, readerName, wrap, answers, words }: Around): Told {
  const more = wrap ? wrapText(wrap, words) : answers ?? null
  return told({
    key: `entry:${change.number}`, section: joined ? 'changed' : 'rest', kind: change.kind === 'wrap' ? 'wrap' : 'checkin-answer', authorId: change.author_id,
    noise: space.noise, namesReader: more !== null && names(more, readerName), tldr: change.tldr === '' ? change.title : change.tldr,
    by: `${authorName}, ${space.name}, #${change.number}`, at: change.published_at.toString(), number: change.number, spaceId: space.id, more, can: ['open'],
  })
}

/** A check-in that says the reader is in the way of something. */
export function namedItem({ number, spaceId, authorId, text, publishedAt }: NamedBlocker, { authorName, spaceName, words }: { authorName: string; spaceName: string; words: Words }): Told {
  return told({
    key: `entry:${number}`, section: 'unblock', kind: 'blocker', authorId, namesReader: true, tldr: text, by: `${authorName}, ${spaceName}, #${number}`,
    why: inWords(said`${authorName} names you in a check-in.`, words), at: publishedAt.toString(), number, spaceId, can: ['open'],
  })
}

/** All that a wrap says beyond its one line, as Markdown. */
function wrapText({ state, nextAction, done, blockers, decisions, questions }: WrapDigest, words: Words): string {
  const say = (one: Said) => inWords(one, words)
  const list = (title: Said, lines: readonly string[]) => lines.length === 0 ? [] : [`**${say(title)}**\n\n${lines.map((line) => `- ${line.replaceAll('\n', ' ')}`).join('\n')}`]
  return [
    say(said`**State.** ${state}`), say(said`**Next.** ${nextAction}`), ...list(said`Done`, done), ...list(said`Blockers`, blockers.map((line) => line.text)),
    ...list(said`Decisions`, decisions.map((line) => line.why === '' ? line.text : say(said`${line.text}, because ${line.why}`))), ...list(said`Open questions`, questions.map((line) => line.text)),
  ].join('\n\n')
}
