import { cache } from 'react'
import { getViewer } from '@/server/session'

/** Who is signed in; asked of the database once a request, however many parts of the page want to know. */
export const currentViewer = cache(getViewer)
