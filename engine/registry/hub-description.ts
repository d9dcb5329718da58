import { expandImages, type ImageDescription } from './expand-images'
import type { Hub } from './hub'
import { type HubDocument, loadHub } from './load-hub'

/** The catalogue in its shortest form: images as they are described, not as their layers follow from it. */
export interface HubDescription extends Omit<HubDocument, 'entries'> {
  readonly images: readonly ImageDescription[]
}

/** Makes the catalogue that is described. */
export function makeDescribedHub({ images, ...document }: HubDescription): Hub {
  return loadHub({ ...document, entries: expandImages(images) })
}
