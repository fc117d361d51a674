import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Role } from '../../../api/contract/accounts/account.ts'
import { endpoints } from '../../../api/contract/all.ts'
import type { Endpoint } from '../../../api/contract/endpoint.ts'
import { pageRights, type Right, rights } from '../../../api/contract/rights.ts'
import { cookieIn } from '../../helpers/signed-in.ts'
import { releaseId, tinySite } from '../tiny-release.ts'

/** Nothing of what is sent here is in order: what is behind the door is never begun. */
const unused = () => {
  throw new Error('A request that is not in order came to be done.')
}
const site = tinySite()
const app = site.app('internal', { check: unused, close() {} }, { do: unused, close() {} })
beforeAll(() => site.publish())
afterAll(() => site.remove())

type Actor = { role: Role | null; assurance: 1 | 2; stale: boolean }
/** Nobody, and each role: with the password alone, with both factors, and with both a quarter of an hour ago. */
const actors: Actor[] = [
  { role: null, assurance: 1, stale: false },
  ...Role.options.flatMap((role): Actor[] => [
    { role, assurance: 1, stale: false },
    { role, assurance: 2, stale: false },
    { role, assurance: 2, stale: true },
  ]),
]
const earlier = { ...site.context, now: () => new Date(Date.now() - 15 * 60_000) }
const cookies = new Map(
  actors.map((actor) => {
    const { role, assurance, stale } = actor
    const country = role === 'focal_point' ? 'KAZ' : null
    return [actor, role ? cookieIn(stale ? earlier : site.context, { role, country, assurance }) : {}]
  }),
)
const posting = { origin: 'http://localhost', 'content-type': 'application/json' }
const addressOf = (path: string) =>
  path.replace(':id', 'staff-trained').replace(':place', 'ALL').replace(':quarter', '2021-Q2')

/** What a request comes to, as far as rights decide it. */
async function outcome({ method, path }: Endpoint, actor: Actor): Promise<string> {
  const response = await app.request(`http://localhost${addressOf(path)}`, {
    method,
    headers: { host: 'localhost', ...cookies.get(actor), ...(method === 'POST' ? posting : {}) },
    ...(method === 'POST' ? { body: '[]' } : {}),
  })
  const code = response.ok ? '' : ((await response.json()).type.split('/').at(-1) as string)
  return ['sign-in-needed', 'not-permitted', 'prove-again', 'internal-error'].includes(code) ? code : 'open'
}

const offered = endpoints.filter(({ editions }) => editions.includes('internal'))
const letters: Record<Role, string> = { donor: 'd', focal_point: 'f', coordinator: 'c', administrator: 'a' }
/**
 * Who may ask what, written down a second time: the roles by their letters, `1` where the password alone will do, `!`
 * where it has to be shown again after ten minutes.
 */
const reviewed: Record<string, string> = {
  'sign-in': 'anyone',
  'begin-openid': 'anyone',
  'ask-for-passkey': 'anyone',
  'sign-in-by-passkey': 'anyone',
  'accept-invitation': 'anyone',
  'get-health': 'anyone',
  'get-openapi': 'anyone',
  'get-release': 'dfca',
  'get-programme': 'dfca',
  'get-indicator': 'dfca',
  'get-values': 'dfca',
  'get-data-package': 'dfca',
  'get-catalogue': 'dfca',
  'get-iati': 'dfca',
  'get-iati-nl': 'dfca',
  'get-report': 'dfca',
  'get-explanation': 'dfca',
  'get-windows': 'ca',
  'get-lineage': 'fca',
  'get-cell': 'fca',
  'get-first-look': 'fca',
  'check-file': 'fca',
  'propose-second-factor': 'dfca1',
  'give-code': 'dfca1',
  'give-recovery-code': 'dfca1',
  'propose-passkey': 'dfca1',
  'add-passkey': 'dfca1',
  'get-passkeys': 'dfca',
  'remove-passkey': 'dfca!',
  'sign-out': 'dfca1',
  'get-sessions': 'dfca',
  'end-sessions': 'dfca',
  'get-people': 'ca',
  'invite-person': 'ca!',
  'revoke-invitation': 'ca',
  'disable-account': 'a!',
  'get-journal': 'ca',
  'send-submission': 'fc',
  'get-submissions': 'fca',
  'get-submission': 'fca',
  'compare-versions': 'fca',
  'comment-on-submission': 'fc',
  'take-submission': 'c',
  'return-submission': 'c',
  'approve-submission': 'c!',
  'submit-submission': 'fc',
  'undo-submission': 'fc',
  'withdraw-submission': 'fc',
  'get-releases': 'fca',
  'get-publishing': 'c',
  'preview-release': 'c',
  'publish-release': 'c!',
  'withdraw-release': 'c!',
}

/** What the review says a request comes to. */
function expected(id: string, { role, assurance, stale }: Actor): string {
  const said = reviewed[id]
  if (said === 'anyone') return 'open'
  if (!said || role === null || (assurance === 1 && !said.includes('1'))) return 'sign-in-needed'
  if (!said.includes(letters[role])) return 'not-permitted'
  return said.includes('!') && (stale || assurance === 1) ? 'prove-again' : 'open'
}
/** Whether everybody is answered as the review says; the first who is not decides. */
async function isAsReviewed(endpoint: Endpoint): Promise<boolean> {
  for (const actor of actors.toReversed())
    if ((await outcome(endpoint, actor)) !== expected(endpoint.id, actor)) return false
  return true
}
const outcomes = (endpoint: Endpoint) => Promise.all(actors.map((actor) => outcome(endpoint, actor)))

it('reviews every endpoint there is', () => {
  expect(Object.keys(reviewed).sort()).toEqual(offered.map(({ id }) => id).sort())
})

describe.each(offered)('$id', (endpoint) => {
  const wanted = actors.map((actor) => expected(endpoint.id, actor))

  it('is answered to whom the review says, and refused to everybody else', async () => {
    expect(await outcomes(endpoint)).toEqual(wanted)
  })

  it('is not answered so where any part of its right is changed', async () => {
    const table = rights as Record<string, Right | 'anyone'>
    const own = table[endpoint.id] as Right | 'anyone'
    try {
      for (const changed of changesOf(own)) {
        if (changed) table[endpoint.id] = changed
        else delete table[endpoint.id]
        expect([changed, await isAsReviewed(endpoint)]).toEqual([changed, false])
      }
    } finally {
      table[endpoint.id] = own
    }
  })
})

/** Every right that differs in one thing; the last is none at all. */
function changesOf(right: Right | 'anyone'): (Right | 'anyone' | undefined)[] {
  if (right === 'anyone') return [{ roles: Role.options, assurance: 1 }, undefined]
  const { fresh, ...lasting } = right
  const others = Role.options.map((role) => ({
    ...right,
    roles: right.roles.includes(role) ? right.roles.filter((one) => one !== role) : [...right.roles, role],
  }))
  return [
    'anyone',
    { ...right, assurance: right.assurance === 1 ? 2 : 1 },
    fresh ? lasting : { ...right, fresh: true },
    ...others,
    undefined,
  ]
}

describe('pages', () => {
  const visit = (path: string, actor?: Actor) =>
    app.request(`http://localhost${path}`, {
      headers: { host: 'localhost', accept: 'text/html', ...(actor ? cookies.get(actor) : {}) },
    })
  const both = (role: Role) => actors.find((one) => one.role === role && one.assurance === 2 && !one.stale)
  const half = actors.find((one) => one.role === 'administrator' && one.assurance === 1)

  it.each([
    '/en/',
    '/fr/gender?by=sex',
    '/en/account',
    '/ru/people',
    '/en/no/such/page',
    '/ar/check',
    '/en/sign-in/',
    '/en/join/us',
    '/en//check',
    '/en/%63heck',
    `/en/?v=${releaseId}`,
  ])('lead from %s to signing in where nobody has, and from there back', async (path) => {
    for (const actor of [undefined, half]) {
      const response = await visit(path, actor)
      expect(response.status).toBe(303)
      const to = new URL(response.headers.get('location') ?? '', 'http://localhost')
      expect(to.pathname).toBe(`/${path.split('/')[1]}/sign-in`)
      expect(to.searchParams.get('back')).toBe(path)
      expect(await response.text()).toBe('')
    }
  })

  it.each(Object.keys(pageRights).flatMap((page) => Role.options.map((role) => ({ page, role }))))(
    'open $page to a $role as the table says',
    async ({ page, role }) => {
      const right = pageRights[page]
      const may = right === 'anyone' || right?.roles.includes(role)
      expect((await visit(`/en/${page}`, both(role))).status === 403).toBe(!may)
    },
  )

  it('show the internal edition to those in charge, and a donor the public one, which nobody keeps', async () => {
    for (const [role, edition] of [
      ['donor', 'public'],
      ['focal_point', 'internal'],
      ['coordinator', 'internal'],
      ['administrator', 'internal'],
    ] as const) {
      const response = await visit('/en/', both(role))
      expect([role, response.status, (await response.text()).includes(` ${edition}`)]).toEqual([
        role,
        200,
        true,
      ])
      expect(response.headers.get('cache-control')).toBe('no-store')
    }
  })

  it.each(['constructor', '__proto__', 'toString'])(
    'are no pages where a word only sounds like one: %s',
    async (name) => {
      expect((await visit(`/en/${name}`, both('administrator'))).status).toBe(404)
      expect((await visit(`/en/${name}`)).status).toBe(303)
    },
  )
})
