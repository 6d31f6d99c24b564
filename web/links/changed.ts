import type { LinkTarget } from '#contract/links.ts'

/** Links that do not lead to what they led to when they were written; numbers and titles that never led anywhere are left to their author. */
export const changedTargets = (targets: readonly LinkTarget[]): readonly (LinkTarget & { note: string })[] =>
  targets.flatMap((target) => target.note === null || target.personId !== null || target.state === 'unknown' ? [] : [{ ...target, note: target.note }])
