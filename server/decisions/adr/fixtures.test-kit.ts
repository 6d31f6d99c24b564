/** Small files in the shapes that real folders have, by name; written for these tests. */
export const MADR = `---
parent: Decisions
nav_order: 2
status: accepted
date: 2026-02-03
decision-makers: [Ana, Zoe Nobody]
consulted: mei@example.test
tags: storage
---
# Keep Sessions in the Database

## Context and Problem Statement

Sessions are lost at each restart. Where do they live?

## Decision Drivers

* Nothing is lost

## Considered Options

* [Redis](https://redis.io) – one more server
* A table
* Signed cookies

## Decision Outcome

Chosen option: "A table", because it comes out best (see below).
It costs one query.

### Consequences

* Good, because backups hold it

### Confirmation

A test restarts the server.

## Pros and Cons of the Options

### Redis

Fast, see <https://redis.io>.

* Good, because quick
* Neutral, because known
* Bad, because one more server
  to watch at night

### A table

* Good, because it is there

## More Information

* Depends on [ADR-0001](0001-record-decisions.md)
`
export const NYGARD = `# 1. Record decisions

Date: 2026-01-05

## Status

✅ Accepted

## Context

We forget why.

## Options

### 1. Minutes

#### Pros

- Easy

#### Cons

- Nobody reads them

### Option 2 – Records

Short files.

## Decision

Option 2. We write records.

## Consequences

They have to be kept.
`
export const OLD = `# 3. Use cron\r\n\r\nDate: 2026-01-06\r\n\r\n## Status\r\n\r\nAccepted\r\n\r\n## Context\r\n\r\nJobs.\r\n\r\n## Decision\r\n\r\nWe use cron.`
export const LOG4BRAINS_OLD = `# Use polling

- Status: superseded by [20260302-use-events](20260302-use-events.md) <!-- optional -->
- Deciders: Ana and Tom
- Date: 2026-03-01
- Tags: live, server

Technical Story: none

## Context and Problem Statement

Pages are stale.

## Decision Outcome

We poll.
`
export const LOG4BRAINS_NEW = `# Use events

- Status: accepted
- Date: 2026-03-02

## Decision

Events.

## Links

- Supersedes [20260301-use-polling](20260301-use-polling.md)
`
export const PROPOSAL = `- Feature Name: \`tidy\`
- Start Date: 2026-02-10
- RFC PR: [team/rfcs#12](https://example.test/team/rfcs/pull/12)

## Summary
[summary]: #summary

Tidy up at night.

## Motivation

It is a mess.

## Drawbacks

Noise.

## Alternatives

### By hand

Slow.

### Never

Cheap.
`
/** Everything that is wrong at once; each file still gives what can be read. */
export const MALFORMED: Readonly<Record<string, string>> = {
  'bad/0010-front.md': '---\nstatus: [accepted\ndate: 2026-13-45\n---\n# Broken front\n\n## Decision\n\nYes.\n',
  'bad/0011-open-front.md': '---\nstatus: accepted\ndate: 2026-02-01\n\n# Never closed\n\n## Decision\n\nYes.\n',
  'bad/0012-self.md': '# 12. Self\n\n## Status\n\nSuperseded by [12. Self](0012-self.md)\n\n## Decision\n\nYes.\n',
  'bad/0013-odd.md': '# 99. Odd status\n\nDate: soon\n\n## Status\n\nMarinating\n\n## Decision\n\nYes.\n',
  'bad/0014-no-title.md': '## Context\n\nx\n\n## Decision\n\ny',
  'bad/0015-ring.md': '# 15. Ring\n\n## Status\n\nAccepted\n\nSupersedes [16](0016-ring.md)\n',
  'bad/0016-ring.md': '# 16. Ring\n\n## Status\n\nAccepted\n\nSupersedes [15](0015-ring.md)\n',
  'bad/0017-gone.md': '# 17. Gone\n\n## Status\n\nSuperseded by [18. Gone](0018-gone.md)\n',
  'bad/0018-chosen.md': '# Chosen\n\n## Considered Options\n\n* A\n* B\n\n## Decision Outcome\n\nChosen option: "C", because.\n',
  'bad/0019-bytes.md': '\uFEFF# 19. Signs 🌱\r\rText with\rold line ends\r\n\tand tabs  \n\n```\nnever closed',
}
export const FOLDER: Readonly<Record<string, string>> = {
  'README.md': '# Our decisions\n\n1. [Record decisions](0001-record-decisions.md)\n', 'template.md': '# [short title]\n\n- Status: [draft | accepted]\n',
  '0001-record-decisions.md': NYGARD, '0002-keep-sessions.md': MADR, '0003-use-cron.md': OLD, 'app/20260301-use-polling.md': LOG4BRAINS_OLD, 'app/20260302-use-events.md': LOG4BRAINS_NEW, 'text/0012-tidy-up.md': PROPOSAL, ...MALFORMED,
}
