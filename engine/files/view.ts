/** Errors of file operations, by their POSIX names. */
export type FileError =
  | 'ENOENT'
  | 'EACCES'
  | 'EEXIST'
  | 'ENOTDIR'
  | 'EISDIR'
  | 'ENOTEMPTY'
  | 'EROFS'
  | 'EXDEV'
  | 'ELOOP'
  | 'ENOSPC'
  | 'EBUSY'
  | 'EINVAL'

/**
 * Content of a regular file: text, or something opaque of a known size (a binary, an archive) whose `payload`
 * says what it holds as plain data (an executable's model, an archive's entries).
 */
export type Content =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'opaque'
      readonly format: string
      readonly size: number
      readonly payload: import('../json').Json
    }

export interface FileStat {
  readonly type: 'file' | 'directory' | 'symlink' | 'device'
  /** Permission bits, e.g. 0o755. */
  readonly mode: number
  readonly owner: string
  readonly group: string
  /** Bytes. */
  readonly size: number
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number
  readonly target?: string
}

export type FileResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: FileError }

/** What one process sees of the file system: its root (layers, or the host's tree) with its mounts. Paths are absolute. */
export interface FileView {
  stat(path: string, options?: { readonly followLast?: boolean }): FileResult<FileStat>
  read(path: string): FileResult<Content>
  list(path: string): FileResult<readonly string[]>
  write(
    path: string,
    content: Content,
    options?: { readonly append?: boolean; readonly mode?: number },
  ): FileResult<null>
  makeDirectory(path: string, options?: { readonly parents?: boolean; readonly mode?: number }): FileResult<null>
  remove(path: string, options?: { readonly recursive?: boolean }): FileResult<null>
  rename(from: string, to: string): FileResult<null>
  link(target: string, path: string): FileResult<null>
  change(
    path: string,
    changes: { readonly mode?: number; readonly owner?: string; readonly group?: string; readonly modifiedAt?: number },
  ): FileResult<null>
}
