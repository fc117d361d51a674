import { z } from 'zod'

/** RFC 9457 body of every refusal and failure. All fields are always there, so that one reader reads them all. */
export const ProblemBody = z.strictObject({
  /** Address of the page that explains the problem and what to do. */
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  /** The path that was asked for. */
  instance: z.string(),
  /** Names this one request in the server's log. */
  requestId: z.string(),
  /** Which inputs were wrong; empty where the problem is not about an input. */
  errors: z.array(z.strictObject({ path: z.string(), message: z.string() })),
})
export type ProblemBody = z.infer<typeof ProblemBody>
