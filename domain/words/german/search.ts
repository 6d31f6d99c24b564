import type { Texts } from '../said.ts'

/** What search says to people, in German. */
export const GERMAN: Texts = {
  '#{0} alone': 'nur #{0}',
  'of kind {0}': 'der Art {0}',
  'that is {0}': 'mit dem Stand {0}',
  'with a file': 'mit einer Datei',
  'with a link': 'mit einem Link',
  'with an outcome': 'mit einem Ergebnis',
  'one of {0} goes here': 'hierher gehört eines von {0}',
  'a date such as 2026-03-01, or a time back such as 3d, 2w or 6m, goes here': 'hierher gehört ein Datum wie 2026-03-01 oder eine Zeit zurück wie 3d, 2w oder 6m',
  'before {0}': 'vor {0}',
  'from {0} on': 'ab {0}',
}
