import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider'

/** A person as the provider knows them; `amr` is how they showed it there. */
export type Known = { sub: string; email: string; emailVerified: boolean; name: string; amr: string[] }

/**
 * A provider of OpenID Connect on this machine, at which whoever comes is `now.person`, without a word. It answers
 * once it knows by `sendsBackTo` where people may be sent.
 */
export async function startProvider(client: { id: string; secret: string }) {
  const now: { person: Known | null } = { person: null }
  const known = new Map<string, Known>()
  let handle: (request: never, response: never) => unknown = () => undefined
  const server = createServer((request, response) => handle(request as never, response as never))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const settings = (returns: readonly string[]): Configuration => ({
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [...returns],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['only for tests'] },
    findAccount: (_, sub) => {
      const person = known.get(sub)
      return {
        accountId: sub,
        claims: () => ({
          sub,
          ...(person && { email: person.email, email_verified: person.emailVerified, name: person.name }),
        }),
      }
    },
    interactions: { url: (_, { uid }) => `/who/${uid}` },
  })
  const sendsBackTo = (returns: readonly string[]) => {
    const provider = new Provider(issuer, settings(returns))
    provider.use(async (ctx: KoaContextWithOIDC, next: () => Promise<void>) => {
      if (!ctx.path.startsWith('/who/')) return next()
      const { person } = now
      if (!person) return provider.interactionFinished(ctx.req, ctx.res, { error: 'access_denied' })
      known.set(person.sub, person)
      const { params, grantId } = await provider.interactionDetails(ctx.req, ctx.res)
      const grant =
        (grantId && (await provider.Grant.find(grantId))) ||
        new provider.Grant({ accountId: person.sub, clientId: client.id })
      grant.addOIDCScope(String(params.scope))
      return provider.interactionFinished(ctx.req, ctx.res, {
        login: { accountId: person.sub, amr: person.amr, remember: false },
        consent: { grantId: await grant.save() },
      })
    })
    handle = provider.callback() as never
  }
  return { issuer, now, sendsBackTo, close: () => new Promise((resolve) => server.close(resolve)) }
}
