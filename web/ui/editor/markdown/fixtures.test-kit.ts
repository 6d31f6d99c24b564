/** Texts as people keep them elsewhere, each with what other editors are known to change. */
export const FIXTURES: Readonly<Record<string, string>> = {
  'a runbook': `---
title: Restart the worker
tags: [billing,  workers]
---

# Restart the worker

Do this when the queue is *older* than __ten minutes__[^1]; ask @Mei Tanaka about #231.

<!-- owner: Mei -->

1. Stop it:
   \`\`\`sh
   systemctl stop worker
   \`\`\`
2. Wait. Then
   - look at \`queue depth\`
   - look at <kbd>F5</kbd>
3. Start it

- [ ] told support
- [x] told Ana

| limit | adds |
| ----: | :--- |
| 3     | \`a\\|b\` |
| 5     | **more** |

See [the list][list], [list] or <https://example.org/a>.

[^1]: Measured in March.
    Again in May.

[list]: /212 "The list"
`,
  'signs that are no marks': 'snake_case, 2 * 3 * 4, 1\\. not a list, a\\_b, AT&amp;T &copy; 2026, `a`b, ``x ` y``, C:\\dir, 5 < 6\n',
  'hard wrapped, with both breaks': 'one two\nthree  \nfour\\\nfive *six\nseven* eight\n',
  'lists of every kind': '* a\n* b\n\n  more\n\n    * deep\n    * deeper\n+ other\n\n1) one\n1) two\n\n10. ten\n11. eleven\n\n-\ttab\n\n\tstill\n- \n-   wide\n    lines\n- lazy\nline\n',
  'quotes': '> a\n> b\n>\n> - c\n>   d\n> lazy\nlazier\n\n>no room\n>> deep\n',
  'headings': 'One\n===\n\nTwo *a*\n---\n\n## Three ##\n#\n   #### Four   \ntext right below\n',
  'code': '    indented\n\n    more\n\n~~~ts title="a"\nconst a = `x`\n\n~~~\n\n````\n```\n````\n\n- a\n\n      in a list\n',
  'tables': 'a | b\n-|-\n1 | 2\n\n|a|b|\n|:-:|--:|\n|[x](y)|~~z~~|\n\n| short |\n|---|---|\n\n| a | b |\n|---|---|\n| 1 |\n',
  'windows': '\uFEFF# Title\r\n\r\nOne\r\ntwo  \r\nthree\r\n\r\n- a\r\n- b\r\n\r\n```\r\ncode\r\n```\r\n',
  'no line at the end': '\n\n  leading\n\ntext',
  'trailing blanks': 'a  \n\n# b \n\n- c \n \n- d\t\n   \n\n',
  'html and templates': '<div align="center">\n\n**in**\n\n</div>\n\n{{< hint >}}\ntext <!-- c --> <br> more\n{{% /hint %}}\n\n<details>\n<summary>s</summary>\nx\n</details>\n',
  'pictures': '![plan](/files/a.png "t") and [![b](x.png)](y) ![c][d]\n\n[d]: z.png\n',
  'nothing': '',
  'blank': '\n\n',
  'toml': '+++\na = 1\n+++\ntext\n',
}
