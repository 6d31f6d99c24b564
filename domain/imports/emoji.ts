/** What differs between the names of GitHub and those of Slack, for signs that are used much. */
const SLACK_NAMES: Readonly<Record<string, string>> = {
  simple_smile: '🙂', slightly_smiling_face: '🙂', upside_down_face: '🙃', face_with_rolling_eyes: '🙄', thinking_face: '🤔', hugging_face: '🤗', white_check_mark: '✅', heavy_check_mark: '✔️', heavy_plus_sign: '➕',
  'man-shrugging': '🤷‍♂️', 'woman-shrugging': '🤷‍♀️', shrug: '🤷', face_palm: '🤦', 'man-facepalming': '🤦‍♂️', 'woman-facepalming': '🤦‍♀️', rolling_on_the_floor_laughing: '🤣', face_with_monocle: '🧐', partying_face: '🥳',
  large_blue_circle: '🔵', hand: '✋', raised_hands: '🙌', heart_hands: '🫶', saluting_face: '🫡', melting_face: '🫠',
}

/** The emoji that a name of Slack or Zulip means; null for those that a workspace made itself. @param known emoji by their names on GitHub */
export function emojiNamed(name: string, known: Readonly<Record<string, string>>): string | null {
  const own = (names: Readonly<Record<string, string>>, key: string): string | undefined => Object.hasOwn(names, key) ? names[key] : undefined
  return own(known, name) ?? own(SLACK_NAMES, name) ?? own(known, name.replaceAll('-', '_')) ?? null
}
