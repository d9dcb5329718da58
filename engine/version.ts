/** Raised when a command may print or do another thing than before: part of every verdict. */
export const ENGINE_VERSION = '1.2.0'
