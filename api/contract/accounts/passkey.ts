import { z } from 'zod'

const Bytes = z
  .string()
  .max(20_000)
  .regex(/^[\w-]+$/)
  .describe('Bytes in base64url.')
const Credential = z.object({
  id: Bytes,
  rawId: Bytes,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
})

/** What a device has made, as the browser's `PublicKeyCredential.toJSON` says it. */
export const MadePasskey = Credential.extend({
  response: z.object({ clientDataJSON: Bytes, attestationObject: Bytes }),
})
export type MadePasskey = z.infer<typeof MadePasskey>

/** What a device has signed, as the browser's `PublicKeyCredential.toJSON` says it. */
export const UsedPasskey = Credential.extend({
  response: z.object({
    clientDataJSON: Bytes,
    authenticatorData: Bytes,
    signature: Bytes,
    userHandle: Bytes,
  }),
})
export type UsedPasskey = z.infer<typeof UsedPasskey>

/** What a device is to sign, and whom for: as the browser's `PublicKeyCredential` takes it. */
export const PasskeyOptions = z.looseObject({ challenge: Bytes })
