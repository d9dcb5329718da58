import { ScrollRegion } from '@/components/ui/scroll-region'

/** Code as it is written; a line too wide is scrolled, by keyboard too. */
export function CodeText({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <ScrollRegion label={label} className="overflow-x-auto bg-ground p-3">
      <pre className="font-mono text-sm">{text}</pre>
    </ScrollRegion>
  )
}

/** The same at a terminal: what is typed, or what is shown. */
export function TerminalText({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <figure className="terminal m-0">
      <figcaption className="terminal-bar">{label}</figcaption>
      <ScrollRegion label={label} className="terminal-screen">
        <pre>{text}</pre>
      </ScrollRegion>
    </figure>
  )
}

/** Lines as they stand at the prompt of a terminal. */
export function atPrompt(lines: readonly string[]): string {
  return lines.map((line) => `$ ${line}`).join('\n')
}
