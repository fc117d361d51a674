import { z } from 'zod'
import { Place } from '../../indicators/model/place.ts'
import { Language } from '../../indicators/model/text.ts'
import { endpoint } from './endpoint.ts'

/** A sentence with `{holes}`; `kind` is one of the words, in the reader's language. */
const Sentence = z.strictObject({ text: z.string(), kinds: z.record(z.string(), z.string()) })

export const FirstLook = z.strictObject({
  /** Names that are no names of persons. */
  places: z.array(Place),
  /** All that a column or row can be answered to be, where none of what is offered is right. */
  meanings: z.array(z.strictObject({ answer: z.string(), text: z.string() })),
  /** What to say of a file that is not sent, by the code of the finding. */
  sentences: z.record(z.string(), Sentence),
})
export type FirstLook = z.infer<typeof FirstLook>

export const getFirstLook = endpoint({
  id: 'get-first-look',
  method: 'GET',
  path: '/api/check/first-look',
  summary: 'What a browser has to know to look at a file before it sends it',
  editions: ['internal'],
  input: z.object({
    lang: Language.default('en').describe('The language of the sentences.'),
  }),
  output: FirstLook,
  formats: ['json'],
  refusals: ['input-invalid', 'definitions-wrong'],
})
