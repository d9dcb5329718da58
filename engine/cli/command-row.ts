/** A command as it is written down in the tables; {@link import('./command-table')} reads it. */
export interface CommandRow {
  /** Its one name in this program: the top-level spelling where there is one (`ps`), else the path (`volume ls`). */
  readonly name: string
  /** All spellings after `docker` in the order `--help` lists them; `~` marks those that are mere aliases of another. */
  readonly paths?: readonly string[]
  /** What follows the path in the use line. */
  readonly use: string
  /** Fewest and most positional arguments; null: any number. */
  readonly args: readonly [number, number | null]
  /** The short description, or the one of 20.10 and the one since. */
  readonly summary: string | readonly [string, string]
  /** Options end at the first positional argument (what follows belongs to the container). */
  readonly optionsFirst?: true
  readonly hidden?: true
  /**
   * Flags parted by white space: `name[,shorthand]:type[=default][@first[..last]][!]` where `@` gives the client versions
   * that have it and `!` hides it from `--help`.
   */
  readonly flags?: string
}
