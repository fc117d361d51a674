import { rowExamples } from './gallery-rows.ts'
import { splitExamples } from './gallery-splits.ts'
import { timeExamples } from './gallery-times.ts'
import type { Example, GalleryContext } from './gallery-values.ts'

/** Every chart in every situation it must cope with, with invented figures. */
export const gallery = (context: GalleryContext): Example[] => [
  ...rowExamples(context),
  ...timeExamples(context),
  ...splitExamples(context),
]
