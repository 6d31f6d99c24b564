import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { withCode } from './with-code.tsx'

test.each([
  ['Run `longhand backup FILE` every night.', 'Run <code>longhand backup FILE</code> every night.'],
  ['`longhand backup` and `longhand restore`.', '<code>longhand backup</code> and <code>longhand restore</code>.'],
  ['All is well.', 'All is well.'],
])('%s', (sentence, shown) => expect(renderToStaticMarkup(withCode(sentence))).toBe(shown))
