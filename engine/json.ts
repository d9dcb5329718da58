/** Plain data: what may be stored in a state, copied between workers and printed. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }
