/** Five transcripts and ten files of 1 MiB as JSON would be more; nobody has that. */
export const SUBMISSION_BYTES_MAX = 8 * 1_048_576
