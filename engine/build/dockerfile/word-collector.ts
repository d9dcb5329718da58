/** Whether Go's `unicode.IsSpace` holds. */
export function isSpace(character: string): boolean {
  return /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/.test(character)
}

/** Splits a text into words while it is being read: blanks separate, quoted characters never do. */
export interface WordCollector {
  /** Of the text itself or of a variable's value: blanks separate. */
  add(text: string): void
  /** Of a quotation, or an escaped character. */
  addQuoted(text: string): void
  /** Begins a text of its own; gives the words so far, for `finish`. The unfinished word is lost. */
  begin(): readonly string[]
  /** The words since `begin`; the ones before it are there again. */
  finish(before: readonly string[]): readonly string[]
}

export function collectWords(): WordCollector {
  let done: string[] = []
  let word = ''
  let isInside = false

  function close(): void {
    if (word === '') return
    done.push(word)
    word = ''
    isInside = false
  }

  return {
    add(text) {
      for (const character of text) {
        if (!isSpace(character)) {
          word += character
          isInside = true
        } else if (isInside) close()
      }
    },
    addQuoted(text) {
      word += text
      isInside = true
    },
    begin() {
      const before = done
      done = []
      word = ''
      isInside = false
      return before
    },
    finish(before) {
      close()
      const words = done
      done = [...before]
      return words
    },
  }
}
