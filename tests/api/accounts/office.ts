import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import type { Role } from '../../../api/contract/accounts/account.ts'
import { mountComingIn, mountPasskeys, mountPeople } from '../../../api/http/mount-accounts.ts'
import { problemResponse } from '../../../api/http/problem-response.ts'
import type { App } from '../../../api/http/serve.ts'
import { invite } from '../../../api/services/accounts/invite.ts'
import { openContext } from '../../../api/services/context.ts'
import type { Country } from '../../../indicators/model/place.ts'
import { codeOf } from '../../helpers/codes.ts'

export const ORIGIN = 'http://localhost:8081'
export const PASSWORD = 'tall lemons whisper at night'

/** A data folder with accounts in it, a clock that can be moved, and people who sign in as a browser does. */
export function openOffice() {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-accounts-'))
  let now = Date.parse('2026-03-02T08:00:00Z')
  const context = openContext({ env: { WAYMARK_DATA: folder }, now: () => new Date(now) })
  const app: App = new Hono()
  mountComingIn(app, context)
  mountPasskeys(app, context)
  mountPeople(app, context)
  app.onError((error, c) => problemResponse(error, c, 'test', () => {}, ''))
  return {
    context,
    app,
    folder,
    pass: (minutes: number) => {
      now += minutes * 60_000
    },
    now: () => now,
    close() {
      context.close()
      rmSync(folder, { recursive: true })
    },
  }
}
export type Office = ReturnType<typeof openOffice>

/** A browser of one person: it keeps the cookie it was given, and sends what a browser sends. */
export function browserIn({ app }: Office) {
  let cookie: string | undefined
  return {
    get cookie() {
      return cookie
    },
    set cookie(other: string | undefined) {
      cookie = other
    },
    async ask(
      method: 'GET' | 'POST',
      path: string,
      sent: unknown = {},
      headers: Record<string, string> = {},
    ) {
      const response = await app.request(`${ORIGIN}${path}`, {
        method,
        headers: {
          ...(cookie ? { cookie } : {}),
          ...(method === 'POST'
            ? { origin: ORIGIN, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
            : {}),
          ...headers,
        },
        ...(method === 'POST' ? { body: JSON.stringify(sent) } : {}),
      })
      const given = response.headers.get('set-cookie')
      if (given) cookie = given.split(';')[0]
      return { status: response.status, headers: response.headers, body: await response.json() }
    },
  }
}
export type Browser = ReturnType<typeof browserIn>

/** Brings a person in by invitation, up to the second factor. */
export async function enter(office: Office, email: string, role: Role, country: Country | null = null) {
  const { token } = invite(office.context, { email, role, country, language: 'en' }, null)
  const browser = browserIn(office)
  await browser.ask('POST', '/api/invitations/accept', { token, name: 'Amina B.', password: PASSWORD })
  const { body } = await browser.ask('POST', '/api/second-factor')
  const confirmed = await browser.ask('POST', '/api/sign-in/code', { code: codeOf(body.seed, office.now()) })
  return {
    browser,
    seed: body.seed as string,
    account: confirmed.body.account,
    recoveryCodes: confirmed.body.recoveryCodes as string[],
  }
}
