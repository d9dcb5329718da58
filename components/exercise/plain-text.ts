/** The words of inline HTML, to name a control. */
export function plainText(html: string): string {
  return html.replaceAll(/<[^<>]*>/gu, '')
}
