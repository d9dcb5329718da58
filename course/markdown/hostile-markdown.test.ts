import fc from 'fast-check'
import { expect, it } from 'vitest'
import { renderText } from './render-markdown'

/** Pieces that break naive renderers, glued in any order. */
const PIECES = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[a](javascript:alert(1))',
  '[a](JaVaScRiPt&colon;alert(1))',
  '[a]: data:text/html,x',
  '<https://e.org/"onclick="x>',
  '::figure{onclick="x"}',
  ':::note[x]{style="x"}',
  '`',
  '```bash\n',
  '|a|\n|-|\n',
  '\n\n',
  '> ',
  '* ',
  '&lt;script&gt;',
  '\\<b>',
  '\u0000',
  'é«',
  ':x[y]{z=1}',
] as const

it('never lets anything that could run into the HTML, whatever the Markdown', () => {
  const text = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8 })), { maxLength: 25 })
  fc.assert(
    fc.property(text, (parts) => {
      const html = renderText(parts.join(''), false)
      const tags = html.match(/<[^>]*>/gu) ?? []
      for (const tag of tags) {
        expect(tag).toMatch(
          /^<\/?(a|blockquote|br|code|del|em|h[2-4]|hr|li|ol|p|pre|span|strong|table|tbody|td|th|thead|tr|ul)( |>)/u,
        )
        expect(tag).not.toMatch(/ (on\w+|style|src|id)=/iu)
      }
      expect(html).not.toMatch(/href="(?!https:\/\/)/u)
    }),
    { numRuns: 1000, seed: 11 },
  )
})
