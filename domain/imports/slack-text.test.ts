import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slackToMarkdown } from './slack-text.ts'
import type { SlackNames } from './slack-text.ts'

const names: SlackNames = { person: (id) => id === 'U1' ? 'Ben Boat' : null, channel: (id) => id === 'C1' ? 'wharf' : null, emoji: (name) => name === 'wave' ? '👋' : null }

describe('Slack’s markup as Markdown', () => {
  test.each([
    ['bold', '*boats* and *two words*', '**boats** and **two words**'], ['no bold in 2*3*4', '2*3*4', '2*3*4'], ['a lone star', '* not bold', '* not bold'], ['italic is the same', '_slowly_', '_slowly_'],
    ['struck', '~gone~', '~~gone~~'], ['code stays', '`*a* <b>` *c*', '`*a* b` **c**'], ['entities in code', '`a &lt; b &amp;&amp; c`', '`a < b && c`'], ['a block', '```let a = 1 &lt; 2;```', '```\nlet a = 1 < 2;\n```'],
    ['a block with text around', 'see\n```a\nb```\nthere', 'see\n\n```\na\nb\n```\n\nthere'],
    ['a link', '<https://a.example/x>', 'https://a.example/x'], ['a link with words', '<https://a.example|the pier>', '[the pier](https://a.example)'], ['a link with brackets', '<https://a.example/(x)|p[1]>', '[p\\[1\\]](<https://a.example/(x)>)'],
    ['a link to itself', '<http://a.example|a.example>', '[a.example](http://a.example)'], ['a mail address', '<mailto:a@b.example|a@b.example>', 'a@b.example'], ['what is no link', '<javascript:alert(1)|x>', '\\<javascript:alert(1)|x>'],
    ['a person', 'ask <@U1>', 'ask @Ben Boat'], ['a person with a name', '<@U9|zoe>', '@zoe'], ['somebody unknown', '<@U9>', '@U9'], ['a channel', '<#C1> <#C2|pier> <#C3>', '#wharf #pier #C3'],
    ['everybody', '<!here> <!channel> <!everyone>', '@here @channel @everyone'], ['a group', '<!subteam^S1|@crew>', '@crew'], ['a date', '<!date^1392734382^{date}|18 Feb>', '18 Feb'],
    ['an emoji', ':wave: hi :wave::skin-tone-2: :ours:', '👋 hi 👋 :ours:'], ['a time is no emoji', 'at 12:30:45', 'at 12:30:45'], ['signs', 'a &lt; b &gt; c &amp; d', 'a < b > c & d'], ['a tag is not HTML', '&lt;b&gt;', '\\<b>'], ['written entities stay', '&amp;lt;', '&amp;lt;'],
    ['a quote', '&gt; first\n&gt; second\nmine', '> first  \n> second\nmine'], ['a list', '• one\n• two', '- one\n- two'], ['lines', 'one\ntwo\n\nthree', 'one  \ntwo\n\nthree'], ['no heading', '# of boats', '\\# of boats'],
    ['a number of elsewhere is no entry here', 'see #12', 'see #\u206012'], ['not in code', '`#12`', '`#12`'], ['control characters', 'a\u0001\u0000b', 'ab'], ['nothing', '', ''],
  ])('%s', (_why, slack, markdown) => {
    expect(slackToMarkdown(slack, names)).toBe(markdown)
  })

  test('reads anything, and takes time in proportion to its length', () => {
    const piece = fc.constantFrom('*', '_', '~', '`', '```', '<', '>', '|', '@U1', '#C1', '!here', 'https://a.b', '\n', ' ', '&lt;', '&gt;', '&amp;', ':', 'wave', 'a', '\u0001', '0', '•', '\ud800')
    fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (parts) => { expect(slackToMarkdown(parts.join(''), names).isWellFormed()).toBe(true) }))
    for (const bad of ['*a', '<', '```', '`a', ':a', '~a ', '&gt;', '<!', '\n>']) expect(slackToMarkdown(bad.repeat(20_000), names).length).toBeGreaterThan(0)
  })
})
