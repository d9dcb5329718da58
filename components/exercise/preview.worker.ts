import { type PreviewRequest, previewDraft } from './preview'

/** Reads drafts beside the page, so that a long paste never stops the page from answering. */
self.onmessage = (event: MessageEvent<PreviewRequest>) => self.postMessage(previewDraft(event.data))
