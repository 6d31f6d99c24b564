/** Mails in the shapes that mail programs give them, written for these tests. */

export type TestMail = { from?: string; to?: string; subject?: string; headers?: Record<string, string>; type?: string; body?: string }

/** One mail as it goes over the wire. */
export function mailOf({ from = 'Ben Reader <ben@example.com>', to = 'reply+x@ws.example', subject = 'Re: Ana hands you: Rotate the keys', headers = {}, type = 'text/plain; charset=utf-8', body = 'accept\n' }: TestMail = {}): string {
  const lines = Object.entries({ From: from, To: to, Subject: subject, 'MIME-Version': '1.0', 'Content-Type': type, ...headers }).filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`)
  return `${lines.join('\r\n')}\r\n\r\n${body.replaceAll(/\r?\n/g, '\r\n')}`
}

/** Plain text and HTML of the same words, as most programs send them. */
function bothOf(text: string, html: string): Pick<TestMail, 'type' | 'body'> {
  const part = (type: string, words: string) => `--b1\nContent-Type: ${type}; charset="UTF-8"\nContent-Transfer-Encoding: base64\n\n${Buffer.from(words).toString('base64').replace(/(.{76})/g, '$1\n')}\n`
  return { type: 'multipart/alternative; boundary="b1"', body: `${part('text/plain', text)}${part('text/html', html)}--b1--\n` }
}

const OURS = ['Rotate the keys', '', 'Next step: Begin with staging', '', 'Accept it, or return it with one question: https://longhand.example/baton/x', '', '--', 'You get this because a baton in Team is offered to you.']
const quoted = OURS.map((line) => `> ${line}`.trimEnd()).join('\n')
const oursInHtml = `<p>Rotate the keys</p><p>Next step: Begin with staging</p><p><a href="https://longhand.example/baton/x">Accept it</a></p>`

/** By mail program: the mail, and what its author wrote. */
export const PROGRAMS: Readonly<Record<string, { mail: TestMail; wrote: string }>> = {
  'Gmail': {
    mail: bothOf(
      `Which keys do you mean?\n\nOn Tue, 24 Mar 2026 at 09:02, Longhand <longhand@longhand.example>\nwrote:\n\n${quoted}\n`,
      `<div dir="ltr">Which keys do you mean?</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Tue, 24 Mar 2026 at 09:02, Longhand &lt;<a href="mailto:longhand@longhand.example">longhand@longhand.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex">${oursInHtml}</blockquote></div>`,
    ),
    wrote: 'Which keys do you mean?',
  },
  'Gmail in German': {
    mail: { body: `Welche Schlüssel?\n\nAm Di., 24. März 2026 um 09:02 Uhr schrieb Longhand <\nlonghand@longhand.example>:\n\n${quoted}\n` },
    wrote: 'Welche Schlüssel?',
  },
  'Gmail in German, broken before the address': {
    mail: { body: `Welche Schlüssel?\n\nAm Di., 24. März 2026 um 09:02 Uhr schrieb Longhand\n<longhand@longhand.example>:\n\n${quoted}\n` },
    wrote: 'Welche Schlüssel?',
  },
  'Gmail in French': {
    mail: { body: `Quelles clés ?\n\nLe mar. 24 mars 2026 à 09:02, Longhand <longhand@longhand.example> a\nécrit :\n\n${quoted}\n` },
    wrote: 'Quelles clés ?',
  },
  'Gmail in Spanish': {
    mail: { body: `¿Qué claves?\n\nEl mar, 24 mar 2026 a las 9:02, Longhand (<longhand@longhand.example>)\nescribió:\n\n${quoted}\n` },
    wrote: '¿Qué claves?',
  },
  'Outlook': {
    mail: { body: `accept\n\n________________________________\nFrom: Longhand <longhand@longhand.example>\nSent: Tuesday, March 24, 2026 9:02 AM\nTo: Ben Reader <ben@example.com>\nSubject: Ana hands you: Rotate the keys\n\n${OURS.join('\n')}\n` },
    wrote: 'accept',
  },
  'Outlook, HTML only': {
    mail: {
      type: 'text/html; charset="utf-8"',
      body: `<html><head><style>p.MsoNormal{margin:0}</style></head><body lang="EN-GB"><div class="WordSection1"><p class="MsoNormal">Which keys,<o:p></o:p></p><p class="MsoNormal">and by when?<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>From:</b> Longhand &lt;longhand@longhand.example&gt; <br><b>Sent:</b> Tuesday, March 24, 2026 9:02 AM<br><b>To:</b> Ben Reader &lt;ben@example.com&gt;<br><b>Subject:</b> Ana hands you: Rotate the keys<o:p></o:p></p></div></div>${oursInHtml}</div></body></html>`,
    },
    wrote: 'Which keys,\n\nand by when?',
  },
  'Outlook on the phone': {
    mail: { body: `ok, thanks\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\nFrom: Longhand <longhand@longhand.example>\nSent: Tuesday, March 24, 2026 9:02:11 AM\n\n${OURS.join('\n')}\n` },
    wrote: 'ok, thanks',
  },
  'Apple Mail': {
    mail: bothOf(
      `Yes, I take it.\n\nBen\n\n> On 24 Mar 2026, at 09:02, Longhand <longhand@longhand.example> wrote:\n> \n${quoted}\n\n`,
      `<html><body>Yes, I take it.<div><br></div><div>Ben<br><blockquote type="cite"><div>On 24 Mar 2026, at 09:02, Longhand wrote:</div>${oursInHtml}</blockquote></div></body></html>`,
    ),
    wrote: 'Yes, I take it.\n\nBen',
  },
  'Apple Mail, HTML only': {
    mail: { type: 'text/html', body: `<html><body>Which keys?<div><br><blockquote type="cite"><div>On 24 Mar 2026, at 09:02, Longhand &lt;longhand@longhand.example&gt; wrote:</div><br>${oursInHtml}</blockquote></div></body></html>` },
    wrote: 'Which keys?',
  },
  'the iPhone': {
    mail: { body: `Accept\n\nSent from my iPhone\n\n> On 24 Mar 2026, at 09:02, Longhand <longhand@longhand.example> wrote:\n> \n${quoted}\n` },
    wrote: 'Accept',
  },
  'mutt': {
    mail: { body: `On Tue, Mar 24, 2026 at 09:02:11AM +0100, Longhand wrote:\n${quoted}\n\nWhich keys?\n\n-- \nBen Reader\nkeys and gates\n` },
    wrote: 'Which keys?',
  },
  'mutt, with words between the quotes': {
    mail: { body: `On Tue, Mar 24, 2026 at 09:02:11AM +0100, Longhand wrote:\n> Rotate the keys\n\nAll of them?\n\n> Next step: Begin with staging\n\nStaging is down.\n\n-- \nBen\n` },
    wrote: 'All of them?\n\n> Next step: Begin with staging\n\nStaging is down.',
  },
  'Thunderbird': {
    mail: { body: `Which keys?\n\nOn 24/03/2026 09:02, Longhand wrote:\n${quoted}\n` },
    wrote: 'Which keys?',
  },
  'a plain form without a quote': { mail: { body: 'First line.\n\nSecond paragraph: 5 > 3.\n' }, wrote: 'First line.\n\nSecond paragraph: 5 > 3.' },
  'a program that writes nothing of one’s own': { mail: { body: `On Tue, Mar 24, 2026 at 09:02:11AM +0100, Longhand wrote:\n${quoted}\n` }, wrote: '' },
  'quoted-printable in Latin-1': { mail: { type: 'text/plain; charset=iso-8859-1', headers: { 'Content-Transfer-Encoding': 'quoted-printable' }, body: 'Gr=FC=DFe, welche=\n Schl=FCssel?\n' }, wrote: 'Grüße, welche Schlüssel?' },
  'flowed text': { mail: { type: 'text/plain; charset=utf-8; format=flowed', body: 'This is one \nparagraph of \nthree lines.\n\nAnd another.\n' }, wrote: 'This is one paragraph of three lines.\n\nAnd another.' },
}
