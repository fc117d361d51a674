import type { addPasskey } from '../../api/contract/accounts/add-passkey.ts'
import type { askForPasskey } from '../../api/contract/accounts/ask-for-passkey.ts'
import type { MadePasskey, UsedPasskey } from '../../api/contract/accounts/passkey.ts'
import type { proposePasskey } from '../../api/contract/accounts/propose-passkey.ts'
import type { signInByPasskey } from '../../api/contract/accounts/sign-in-by-passkey.ts'
import { type Answer, ask } from './ask.ts'
import type { DoorWords } from './words.ts'

/** Whether this browser makes passkeys for this site: they are for names, and an address of numbers is none. */
export const knowsPasskeys = () =>
  'PublicKeyCredential' in window &&
  'parseRequestOptionsFromJSON' in PublicKeyCredential &&
  /[a-z]/i.test(location.hostname)

/** Signs in with whichever passkey the person chooses. */
export async function enterByPasskey(words: DoorWords) {
  const begun = await ask<typeof askForPasskey>(words, '/api/sign-in/passkey/begin', {})
  if (begun.refused) return begun
  return given(
    words,
    async () => {
      // Safe: the server writes them in the form this takes.
      const options = begun.said as unknown as PublicKeyCredentialRequestOptionsJSON
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options)
      return navigator.credentials.get({ publicKey })
    },
    (used: UsedPasskey) => ask<typeof signInByPasskey>(words, '/api/sign-in/passkey', { used }),
  )
}

/** Makes a passkey on this device for whoever is signed in, if only by the password. */
export async function makePasskey(words: DoorWords) {
  const begun = await ask<typeof proposePasskey>(words, '/api/passkeys/propose', {})
  if (begun.refused) return begun
  return given(
    words,
    async () => {
      const options = begun.said as unknown as PublicKeyCredentialCreationOptionsJSON // safe: as above
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options)
      return navigator.credentials.create({ publicKey })
    },
    (made: MadePasskey) => ask<typeof addPasskey>(words, '/api/passkeys/add', { made }),
  )
}

/** What the device says, sent on. A person who thinks better of it, or whose device cannot, is told what else there is. */
async function given<Said, Sent>(
  { says }: DoorWords,
  askDevice: () => Promise<Credential | null>,
  send: (credential: Sent) => Promise<Answer<Said>>,
): Promise<Answer<Said>> {
  const credential = await askDevice().catch(() => null)
  if (credential instanceof PublicKeyCredential) return send(credential.toJSON() as Sent) // safe: what it is for
  return { refused: { code: '', detail: says['passkey.cancelled'], field: undefined } }
}
