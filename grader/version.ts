/** Raised when the same transcript may get another verdict: part of every verdict, and what a regrade compares. */
export const GRADER_VERSION = '1.2.0'
