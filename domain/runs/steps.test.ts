import { describe, expect, test } from 'vitest'
import { stepsOf } from './steps.ts'

/** Each step on a line: indented by its depth, with what it asks. */
const shown = (markdown: string) => stepsOf(markdown).map(({ depth, title }) => `${'  '.repeat(depth)}${title}`)
const bodies = (markdown: string) => stepsOf(markdown).map(({ body }) => body)

describe('the steps of a page', () => {
  test.each([
    ['ordered items', '# Restore\n\n1. Stop the writers.\n2. Restore the copy.\n', ['Stop the writers.', 'Restore the copy.']],
    ['with brackets and any numbers', '1) First\n1) Second\n7) Third', ['First', 'Second', 'Third']],
    ['items that can be ticked', '- [ ] Tell support\n- [x] Open the page\n* [ ] Look at the graph', ['Tell support', 'Open the page', 'Look at the graph']],
    ['plain bullets are none', '- One thing\n- Another\n\n1. Do it', ['Do it']],
    ['headings named Step', '## Step 1: Stop\n\nStop it.\n\n## Step 2: Start\n\n### Steps back\n\n## Background\n\nLong ago.', ['Step 1: Stop', 'Step 2: Start']],
    ['of level two or three alone', '# Step 0\n\n#### Step 9\n\n### Step 1', ['Step 1']],
    ['a heading below a heading', '## Step 1\n\n### Step 1a\n\n### Step 1b\n\n## Step 2', ['Step 1', '  Step 1a', '  Step 1b', 'Step 2']],
    ['a list below a heading', '## Step 1: Stop\n\n1. The writers\n2. The readers\n\n## Step 2', ['Step 1: Stop', '  The writers', '  The readers', 'Step 2']],
    ['lists in lists', '1. One\n   1. Inside\n      - [ ] Deeper\n   2. Inside too\n2. Two', ['One', '  Inside', '    Deeper', '  Inside too', 'Two']],
    ['four columns in', '1. One\n    1. Inside\n2. Two', ['One', '  Inside', 'Two']],
    ['tabs', '1.\tOne\n\t- [ ] Inside\n2.\tTwo', ['One', '  Inside', 'Two']],
    ['a step in a plain bullet', '- If the disk is full:\n  1. Move the log.\n- If it is not:\n  1. Look again.', ['Move the log.', 'Look again.']],
    ['code between items', '1. Run:\n\n   ```sh\n   1. not a step\n   ```\n\n2. Look.', ['Run:', 'Look.']],
    ['code that a page opens with', '```\n1. not a step\n```\n1. Step', ['Step']],
    ['indented code', 'Text:\n\n    1. not a step\n\n1. Step', ['Step']],
    ['comments and front matter', '---\ntitle: x\n---\n<!-- 1. not\n2. these -->\n1. Step', ['Step']],
    ['a line across', '1. One\n\n* * *\n\n2. Two', ['One', 'Two']],
    ['what quotes say', '> 1. not ours\n\n1. Ours', ['Ours']],
    ['marks are taken off', '1. **Stop** the `writers`, see [the page](https://example.org/a)', ['Stop the writers, see the page']],
    ['nothing to do', '# Meaning\n\nIt is slow.', []],
    ['an empty text', '', []],
    ['Windows line ends', '1. One\r\n2. Two\r\n', ['One', 'Two']],
    ['an empty item', '1.\n2. Two', ['Step', 'Two']],
  ])('%s', (_why, markdown, expected) => { expect(shown(markdown)).toEqual(expected) })

  test('a step keeps its text and its code, without the steps below it', () => {
    expect(bodies('1. Restore the copy:\n\n   ```sh\n   pg_restore  -d ledger\n   ```\n\n   It takes ten minutes,\nor more.\n   1. Look at the log.\n\n   Then go on.\n2. Done.')).toEqual([
      'Restore the copy:\n\n```sh\npg_restore  -d ledger\n```\n\nIt takes ten minutes,\nor more.\n\nThen go on.', 'Look at the log.', 'Done.',
    ])
    expect(bodies('## Step 1: Stop\n\nAll of them.\n\n- here\n- there\n\n## After\n\nRest.')).toEqual(['Step 1: Stop\n\nAll of them.\n\n- here\n- there'])
    expect(bodies('1. One\n\nNot part of it.')).toEqual(['One'])
  })

  test('it knows where its own text ends', () => {
    const at = stepsOf('# A\n\n1. One\n   more\n\n   1. Inside\n2. Two\n').map(({ from, until, content }) => ({ from, until, content }))
    expect(at).toEqual([{ from: 2, until: 4, content: 3 }, { from: 5, until: 6, content: 6 }, { from: 6, until: 7, content: 3 }])
  })
})

describe('a step that asks', () => {
  test.each([
    ['1. Wait for the replica (ask @mei: is the replica caught up?)', { to: 'mei', question: 'is the replica caught up?', ticks: false }, 'Wait for the replica'],
    ['1. Wait (ask @Mei Tanaka and tick: is it (really) there?) here', { to: 'Mei Tanaka', question: 'is it (really) there?', ticks: true }, 'Wait here'],
    ['1. (ask @mei: is it there?)', { to: 'mei', question: 'is it there?', ticks: false }, 'is it there?'],
    ['1. Write `(ask @mei: x?)`', null, 'Write (ask @mei: x?)'], ['1. (ask @mei)', null, '(ask @mei)'], ['1. (ask @mei: open', null, '(ask @mei: open'],
  ])('%s', (markdown, ask, title) => { expect(stepsOf(markdown)[0]).toMatchObject({ ask, title }) })
})
