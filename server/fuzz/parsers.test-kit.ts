import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { emojiOf, htmlToMarkdown } from '#cli/import/html.ts'
import { readIrc, readZulip } from '#cli/import/logs.ts'
import { openZip as openZipFile } from '#cli/import/zip.ts'
import type { ImportFiles } from '#contract/import-files.ts'
import { readText } from '#contract/import-files.ts'
import { MAIL_LIMITS, readMboxFile } from '#contract/import-mbox.ts'
import { importMarkdownFiles } from '#contract/import-pages.ts'
import { readSlackFiles } from '#contract/import-slack.ts'
import { readMarkdown as readWriting } from '#contract/writing-text.ts'
import { parseMentions } from '#domain/asks/mentions.ts'
import { tldrOf } from '#domain/handoffs/tldr.ts'
import { linksIn } from '#domain/links/links-in.ts'
import { frontMatterIn } from '#domain/pages/front-matter.ts'
import { stepsOf } from '#domain/runs/steps.ts'
import { ENGLISH } from '#domain/words/said.ts'
import { readableText } from '#domain/search/file-text.ts'
import { codeRanges } from '#domain/text/code-ranges.ts'
import { splitAtNumbers } from '#domain/text/links.ts'
import { checkText } from '#domain/writing/check-text.ts'
import { FOLDER, LOG4BRAINS_NEW, MADR, MALFORMED, NYGARD, OLD, PROPOSAL } from '#server/decisions/adr/fixtures.test-kit.ts'
import { readAdr } from '#server/decisions/adr/read.ts'
import { rewriteFront } from '#server/decisions/adr/rewrite-front.ts'
import { readHolidayFile } from '#server/people/ics.ts'
import { readMail } from '#server/platform/channels/inbound/read-mail.ts'
import { openZip as openZipBlob } from '#web/ui/open-zip.ts'
import PostalMime from 'postal-mime'
import { parse as yaml } from 'yaml'
import { ZipFile } from 'yazl'

/** Something that takes files of people apart. */
export type Parser = {
  name: string
  fixtures: readonly Buffer[]
  /** What its format is made of. */
  words: readonly string[]
  read(bytes: Buffer, scratch: string): unknown
  /** True where anything may be thrown, since its caller takes that for a file that cannot be read. */
  mayThrow?: boolean
}

const file = (text: string): Buffer => Buffer.from(text)
const one = (path: string, bytes: Buffer): ImportFiles => ({ paths: [path], problems: [], read: async () => bytes, close: async () => undefined })
const everything = async (pieces: AsyncIterable<unknown>): Promise<void> => { for await (const _piece of pieces) { /* Only that it comes to its end. */ } }
const asFile = (bytes: Buffer, scratch: string, name: string): string => { const path = join(scratch, name); writeFileSync(path, bytes); return path }
const PEOPLE = { people: [{ id: 'ann', name: 'Ann' }, { id: 'bo', name: 'Bo Bee' }], roles: [{ id: 'r', name: 'On call' }] }
const ROOT = join(import.meta.dirname, '../..')

const MARKDOWN_WORDS = ['# ', '## ', '- ', '1. ', '- [ ] ', '> ', '```\n', '`', '**', '[a](b)', '[[', '](', '![', '| a | b |\n|---|---|\n', '<b>', '&lt;', '---\n', '@Ann ', '#12 ', 'https://a.b/c', '\n\n', '\t', '\u2028', '\\']
const SLACK = JSON.stringify([
  { type: 'message', user: 'U1', text: 'Where does it *land*? <@U2> <https://a.example|there> ```x```', ts: '1557136800.000100', thread_ts: '1557136800.000100', reactions: [{ name: 'tada', users: ['U2', 'U9'] }], files: [{ name: 'plan.pdf', url_private: 'https://files.example/p?t=x' }] },
  { user: 'U2', text: 'At the pier', ts: '1557136900.000200', thread_ts: '1557136800.000100', edited: { ts: '1557136901.5' } }, { subtype: 'bot_message', username: 'Harbour', text: '', attachments: [{ title: 'Tide', text: 'High' }], ts: '1557136901.1' }, { subtype: 'channel_join', user: 'U1', text: 'x', ts: '1557136802.0' },
], null, 1)
const USERS = JSON.stringify([{ id: 'U1', team_id: 'T1', profile: { real_name: 'Ben Boat', email: 'ben@example.com' } }, { id: 'U2', name: 'pia' }])
const CHANNELS = JSON.stringify([{ id: 'C1', name: 'wharf', purpose: { value: 'Boats' } }])
const JSON_WORDS = ['{', '}', '[', ']', ',', ':', '"', 'null', '1e999', '-0', '"__proto__":', '"ts":"1557136800.1",', '"text":', '\\ud800', '<@U1>', '```', '*', '&lt;', '<', '[['] as const
const MIME = 'From: Ben <ben@example.com>\r\nTo: <r+1@ws.example>\r\nSubject: =?utf-8?Q?Re=3A_T=C3=ACdes?=\r\nMessage-ID: <1@x>\r\nIn-Reply-To: <0@x>\r\nDate: Mon, 6 May 2019 10:00:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b1"\r\n\r\n--b1\r\nContent-Type: multipart/alternative; boundary="b2"\r\n\r\n--b2\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nH=C3=A4lt=\r\n.\r\n\r\nOn Mon, Ann wrote:\r\n> Where?\r\n--b2\r\nContent-Type: text/html\r\n\r\n<p>H&auml;lt.</p><blockquote>Where?</blockquote>\r\n--b2--\r\n--b1\r\nContent-Type: application/pdf; name*=UTF-8\'\'t%C3%ACde.pdf\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQK\r\n--b1--\r\n'
const MIME_WORDS = ['\r\n', '\r\n\r\n', '--b1\r\n', '--b2--\r\n', 'Content-Type: multipart/mixed; boundary="b1"\r\n', 'Content-Type: message/rfc822\r\n\r\n', 'Content-Transfer-Encoding: base64\r\n', '=?utf-8?B?', '?=', '; charset=utf-7', '<div>', '<blockquote>', '&#x', '=C3', '> ', 'On Mon, Ann wrote:\r\n', '-- \r\n']
const HOLIDAYS = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-CALNAME:Holidays', 'BEGIN:VEVENT', 'UID:1', 'SUMMARY:New Year', 'DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20260102', 'END:VEVENT', 'BEGIN:VEVENT', 'UID:2', 'SUMMARY:Thanks', 'DTSTART;VALUE=DATE:20201126', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH', 'EXDATE;VALUE=DATE:20261126', 'END:VEVENT', 'BEGIN:VEVENT', 'UID:1', 'RECURRENCE-ID;VALUE=DATE:20260101', 'DTSTART;VALUE=DATE:20260104', 'DURATION:P2D', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n')
const ICS_WORDS = ['\r\n', '\r\n ', 'BEGIN:VEVENT\r\n', 'END:VEVENT\r\n', 'RRULE:FREQ=YEARLY;', 'INTERVAL=999999999;', 'COUNT=999999999', 'UNTIL=99991231;', 'BYDAY=-53SU,', 'BYMONTHDAY=-31,', 'DURATION:P99999999D\r\n', 'DTSTART;VALUE=DATE:', 'DTEND;VALUE=DATE:99991231\r\n', 'RDATE:', 'TZID="x":', ';', ':', '"', '00000000']
const TOPIC = JSON.stringify([{ id: 5, content: '<p>High <span class="emoji emoji-1f389" title="tada">:tada:</span></p><div class="codehilite" data-code-language="Rust"><pre><span></span><code>fn</code></pre></div>', sender_full_name: 'Ben', sender_email: 'ben@example.com', timestamp: 1557136800, last_edit_timestamp: 1557136900 }, { id: 6 }])
const LOG = '=== zoe has joined #pier\n[23:58] <ben> first\n[23:59] <pia> ben: second\n[00:01] * ben waves\n[00:03] -tidebot- high\nrust 2018-05-29 [21:20:37] <tal[] > but why\n'
const MBOX = `From ben@example.com Mon May  6 10:00:00 2019\n${MIME.replaceAll('\r\n', '\n')}\nFrom pia@example.com Mon May  6 11:00:00 2019\nSubject: Re: Tides\nFrom: pia@example.com\nIn-Reply-To: <1@x>\n\n>From the pier\n`
const PAGE = '---\ntitle: Tides\ntags: [sea, "air"]\ndate: 2019-05-06\nanchor: &a {b: 1}\nagain: *a\n---\n# The **pier**\n\nSee [the boats](../b.md#x) and ![p](img/p.png "t").\n\n```\ncode\n```\n'
const YAML_WORDS = ['---\n', '...\n', ': ', '- ', '&a ', '*a', '!!', '!!binary ', '|\n', '>-\n', '{', '[', '? ', '"', '\'', '#', '<<: *a\n', '2019-13-99', '\t', '~']

async function zipped(): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, text] of Object.entries({ 'users.json': USERS, 'channels.json': CHANNELS, 'wharf/2019-05-06.json': SLACK, 'docs/a.md': PAGE })) zip.addBuffer(file(text), name, { mtime: new Date(0) })
  zip.end()
  const pieces: Buffer[] = []
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

const slack = async (files: ImportFiles): Promise<void> => everything((await readSlackFiles(files, { name: 'x', emoji: emojiOf })).pieces)
/** A server that has nothing yet. */
const preview = (async () => ({ matched: 0, placeholders: 0, spaces: [], known: [] })) as never
const asPages = (files: ImportFiles) => importMarkdownFiles({ call: preview, words: ENGLISH, progress: () => undefined, bytesOf: (text) => Buffer.byteLength(text), yaml: (text) => yaml(text, { maxAliasCount: 20, logLevel: 'silent' }) as unknown }, files, { source: 'x', name: 'x', spaceId: undefined, dryRun: true })

function readMarkdown(bytes: Buffer): void {
  const text = bytes.toString()
  for (const read of [codeRanges, splitAtNumbers, stepsOf, tldrOf, frontMatterIn]) read(text)
  parseMentions(text, PEOPLE)
  linksIn(text, { origin: 'https://a.b', people: PEOPLE.people })
  checkText(readWriting(text))
}

/** Every reader of files that people give to Longhand, with files of ours that it reads. */
export async function parsers(): Promise<Parser[]> {
  const zip = await zipped()
  const pages = globSync('docs/guides/*.md', { cwd: ROOT }).toSorted().slice(0, 6).map((path) => readFileSync(join(ROOT, path)))
  return [
    { name: 'Markdown', fixtures: [...pages, file(PAGE)], words: MARKDOWN_WORDS, read: readMarkdown },
    { name: 'pages of Markdown with front matter', fixtures: [file(PAGE), ...pages], words: [...YAML_WORDS, ...MARKDOWN_WORDS], read: (bytes) => asPages(one('docs/a.md', bytes)) },
    { name: 'decision records', fixtures: [MADR, NYGARD, OLD, LOG4BRAINS_NEW, PROPOSAL, ...Object.values(MALFORMED), ...Object.values(FOLDER)].map(file), words: [...YAML_WORDS, ...MARKDOWN_WORDS, 'Status: ', 'Superseded by [2](0002-x.md)', '## Considered Options\n', 'Chosen option: '], read: (bytes) => readAdr('docs/0001-use-x.md', bytes.toString()) },
    { name: 'front matter that is rewritten', fixtures: [file('status: accepted\ndate: 2026-01-06\ndeciders: [Ann, Bo]\n'), file(PAGE)], words: YAML_WORDS, read: (bytes) => rewriteFront(bytes.toString(), [{ keys: ['status'], value: 'proposed' }, { keys: ['deciders', 'decision-makers'], value: ['Ann'] }]) },
    { name: 'calendars', fixtures: [file(HOLIDAYS)], words: ICS_WORDS, read: (bytes) => readHolidayFile(bytes.toString(), { from: 2025, to: 2029 }) },
    { name: 'mails', fixtures: [file(MIME)], words: MIME_WORDS, read: readMail, mayThrow: true },
    { name: 'mbox', fixtures: [file(MBOX)], words: [...MIME_WORDS, 'From ', '\nFrom a Mon May  6 10:00:00 2019\n', '>From '], read: (bytes) => everything(readMboxFile((async function* () { yield bytes })(), { file: 'a.mbox', parse: (content) => PostalMime.parse(content, MAIL_LIMITS), toMarkdown: htmlToMarkdown })) },
    { name: 'days of Slack', fixtures: [file(SLACK)], words: JSON_WORDS, read: (bytes) => slack(one('wharf/2019-05-06.json', bytes)) },
    { name: 'people of Slack', fixtures: [file(USERS), file(CHANNELS)], words: JSON_WORDS, read: (bytes) => slack(one('users.json', bytes)) },
    { name: 'zip archives on disk', fixtures: [zip], words: ['PK\u0001\u0002', 'PK\u0003\u0004', 'PK\u0005\u0006', '../', '\u0000\u0000\u0000\u0000'], read: async (bytes, scratch) => slack(await openZipFile(asFile(bytes, scratch, 'a.zip'))) },
    { name: 'zip archives in a browser', fixtures: [zip], words: ['PK\u0001\u0002', 'PK\u0003\u0004', 'PK\u0005\u0006', '../', '\u0000\u0000\u0000\u0000'], read: async (bytes) => { const files = await openZipBlob(Object.assign(new Blob([new Uint8Array(bytes)]), { name: 'a.zip' })); for (const path of files.paths) await readText(files, path, []); await files.close() } },
    { name: 'topics of Zulip', fixtures: [file(TOPIC)], words: [...JSON_WORDS, '<p>', '<div>', '<span class=\\"emoji\\">', '</pre>', '<table><tr>', '&#x1f389;'], read: (bytes, scratch) => { asFile(bytes, scratch, 'topic.json'); return everything(readZulip(scratch)) } },
    { name: 'logs of IRC', fixtures: [file(LOG)], words: ['[10:00] ', '<a> ', '* ', '-b- ', '=== ', '\u0003', '\u000304,05', 'x 2018-05-29 ', '99:99', '\n', '1 2 -\n'], read: (bytes, scratch) => everything(readIrc(asFile(bytes, scratch, 'pier-2004-11-15.log'), null)) },
    { name: 'tables and other text files', fixtures: [file('name,when\n"Ann, B",2026-01-01\n"""x"""\n')], words: [',', '"', '\n', ';', '\t', '\u0000', '=cmd|'], read: (bytes) => readableText('a.csv', bytes.toString()) },
  ]
}
