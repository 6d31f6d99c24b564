import { t } from './words.ts'
/** Answers that are given most; in sight, so that nobody searches for them. */
export const USUAL_REACTIONS: readonly { emoji: string, name: string }[] = [
  { emoji: '👍', name: t`Agreed` }, { emoji: '👀', name: t`Seen` }, { emoji: '✅', name: t`Done` }, { emoji: '🙏', name: t`Thank you` }, { emoji: '🎉', name: t`Well done` },
]

const byEmoji = new Map(USUAL_REACTIONS.map(({ emoji, name }) => [emoji, name]))

/** What a reaction says; other emoji speak for themselves. */
export const reactionName = (emoji: string): string => byEmoji.get(emoji) ?? emoji
