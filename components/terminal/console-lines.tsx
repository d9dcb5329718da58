interface ConsoleLine {
  readonly prompt: string
  readonly input: string
  readonly output: string
}

/** Prompt, command and output as a terminal shows them. Prompts are not selected with the rest. */
export function ConsoleLines({ lines }: { readonly lines: readonly ConsoleLine[] }) {
  return (
    <pre className="terminal-text">
      {lines.map((line, index) => (
        <code key={`${String(index)} ${line.input}`}>
          <span className="terminal-prompt">{line.prompt}</span>
          <span className="terminal-command">{line.input}</span>
          {'\n'}
          {line.output === '' ? '' : `${line.output}\n`}
        </code>
      ))}
    </pre>
  )
}
