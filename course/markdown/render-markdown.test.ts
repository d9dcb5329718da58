import { describe, expect, it } from 'vitest'
import { parseMarkdown } from './parse-markdown'
import { httpsOnly, markdownFaults, renderNodes, renderText } from './render-markdown'

const html = (text: string) => renderNodes(parseMarkdown(text).children, httpsOnly)
const faults = (text: string) =>
  markdownFaults(parseMarkdown(text), httpsOnly).map((fault) => `${fault.line} ${fault.message}`)

describe('rendering', () => {
  it('keeps names with colons as they are written', () => {
    expect(html('Take nginx:alpine at 12:30.')).toBe('<p>Take nginx:alpine at 12:30.</p>')
  })

  it('renders tables, lists, links and inline code', () => {
    expect(html('| a | b |\n|---|---|\n| `1` | **2** |')).toBe(
      '<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><code>1</code></td>\n<td><strong>2</strong></td>\n</tr>\n</tbody>\n</table>',
    )
    expect(html('[docs](https://docs.docker.com)')).toBe(
      '<p><a href="https://docs.docker.com" rel="noreferrer">docs</a></p>',
    )
  })

  it('colours code by classes, without style attributes', () => {
    expect(html('```dockerfile\nFROM alpine\nRUN echo "a"\n```')).toBe(
      '<pre class="code language-dockerfile" tabindex="0"><code><span class="token-keyword">FROM</span> alpine\n' +
        '<span class="token-keyword">RUN</span> echo <span class="token-string-expression">"a"</span></code></pre>',
    )
  })

  it('unwraps a single paragraph when the text stands in a label', () => {
    expect(renderText('The `kernel`', true)).toBe('The <code>kernel</code>')
    expect(renderText('The kernel', false)).toBe('<p>The kernel</p>')
    expect(renderText('One\n\nTwo', true)).toBe('<p>One</p>\n<p>Two</p>')
  })
})

describe('hostile content', () => {
  it('drops HTML, pictures and unsafe addresses from the output', () => {
    expect(html('a <script>alert(1)</script> <b onclick="x">b</b>')).toBe('<p>a alert(1) b</p>')
    expect(html('<img src=x onerror=alert(1)>')).toBe('')
    expect(html('![x](https://example.org/track.png)')).toBe('<p></p>')
    expect(html('[x](javascript:alert(1)) [y](data:text/html,1) [z](//evil.example)')).toBe(
      '<p><span>x</span> <span>y</span> <span>z</span></p>',
    )
  })

  it('tells the author each time', () => {
    expect(faults('fine\n\n<b>no</b>\n\n![x](https://e.org/x.png)\n\n[x](javascript:1)\n\n```ruby\n1\n```')).toEqual([
      '3 HTML is not allowed in content; use Markdown',
      '3 HTML is not allowed in content; use Markdown',
      '5 pictures are figures here: use ::figure{id=…}',
      '7 the link javascript:1 leads nowhere',
      '9 a fence must name one of bash, dockerfile, json, yaml, text (or console, in a chapter)',
    ])
  })
})
