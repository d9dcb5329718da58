/** A text of every client, or the one of 20.10 and the one since; null where that client has none. */
export type TextByClient = string | readonly [string | null, string | null]

/** The description of each flag by command and flag; a default that is shown stands at its end. */
export type FlagTexts = Readonly<Record<string, Readonly<Record<string, TextByClient>>>>
