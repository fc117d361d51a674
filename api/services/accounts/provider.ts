import { readFileSync } from 'node:fs'
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import type { Visit } from '../../store/accounts/openid.ts'
import type { Env } from '../paths.ts'
import { Problem } from '../problem.ts'
import { lifetimes } from './lifetimes.ts'

/** What a provider vouches for. `strong`: it has asked for more than a password. */
export type Vouched = {
  issuer: string
  subject: string
  /** null where the provider has not made sure of it */
  email: string | null
  name: string
  strong: boolean
}

/** A provider of OpenID Connect, asked for the first time when somebody is sent to it. */
export type Provider = {
  /** What people know it as. */
  name: string
  /** Where to send a person, and what has to come back from there. Errors: `openid-unreachable` */
  begin(returnTo: string): Promise<{ address: string; visit: Visit }>
  /** What it says of who came back with this address. Errors: `openid-failed`, `openid-unreachable` */
  finish(address: URL, visit: Visit): Promise<Vouched>
}

/** As long as a name may be here. */
const LONGEST_NAME = 100

const SCOPE = 'openid email profile'

/**
 * The provider the environment names; null where it names none.
 *
 * Errors  `setting-wrong`
 */
export function providerOf(env: Env): Provider | null {
  const { WAYMARK_OPENID_ISSUER: issuer, WAYMARK_OPENID_CLIENT: client, WAYMARK_OPENID_ACR: acr } = env
  if (issuer === undefined) return null
  const at = URL.parse(issuer)
  if (!at || !(at.protocol === 'https:' || isHere(at)))
    throw new Problem('setting-wrong', { name: 'WAYMARK_OPENID_ISSUER', allowed: 'https://…' })
  if (!client) throw new Problem('setting-wrong', { name: 'WAYMARK_OPENID_CLIENT', allowed: 'waymark' })
  const secret = secretIn(env.WAYMARK_OPENID_SECRET_FILE)
  let known: Promise<Configuration> | undefined
  const configured = async () => {
    known ??= discovery(at, client, undefined, ClientSecretPost(secret), {
      execute: isHere(at) ? [allowInsecureRequests] : [],
    })
    return known.catch(() => {
      known = undefined
      throw new Problem('openid-unreachable', {})
    })
  }
  return {
    name: env.WAYMARK_OPENID_NAME ?? at.hostname,
    async begin(returnTo) {
      const visit = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
      const address = buildAuthorizationUrl(await configured(), {
        redirect_uri: returnTo,
        scope: SCOPE,
        state: visit.state,
        nonce: visit.nonce,
        code_challenge: await calculatePKCECodeChallenge(visit.verifier),
        code_challenge_method: 'S256',
        // Whoever signs in here has shown lately who they are, however long they have been signed in there.
        max_age: String(lifetimes.fresh / 1000),
        ...(acr ? { acr_values: acr } : {}),
      })
      return { address: address.href, visit }
    },
    async finish(address, { state, nonce, verifier }) {
      const tokens = await authorizationCodeGrant(await configured(), address, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        maxAge: lifetimes.fresh / 1000,
        idTokenExpected: true,
      }).catch(() => {
        throw new Problem('openid-failed', {})
      })
      const claims = tokens.claims()
      if (!claims) throw new Problem('openid-failed', {})
      const { iss, sub, email, email_verified, name, amr } = claims
      return {
        issuer: iss,
        subject: sub,
        email: email_verified === true && typeof email === 'string' ? email : null,
        name: (typeof name === 'string' && name.trim() ? name.trim() : String(email ?? sub)).slice(
          0,
          LONGEST_NAME,
        ),
        strong: (Array.isArray(amr) && amr.includes('mfa')) || (acr !== undefined && claims.acr === acr),
      }
    },
  }
}

/** A provider on this machine itself is reached without encryption. */
const isHere = ({ hostname }: URL) => ['localhost', '127.0.0.1', '[::1]'].includes(hostname)

function secretIn(path: string | undefined): string {
  try {
    return readFileSync(path ?? '', 'utf8').trim()
  } catch {
    throw new Problem('setting-wrong', {
      name: 'WAYMARK_OPENID_SECRET_FILE',
      allowed: '/run/secrets/openid',
    })
  }
}
