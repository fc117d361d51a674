import { rmSync } from 'node:fs'
import type { Role } from '../../../api/contract/accounts/account.ts'
import { createApp } from '../../../api/http/app.ts'
import { listen } from '../../../api/http/listen.ts'
import { invite } from '../../../api/services/accounts/invite.ts'
import { openContext } from '../../../api/services/context.ts'
import { openShelf } from '../../../api/services/read-release.ts'
import { startWork } from '../../../api/services/submissions/work.ts'
import type { Country } from '../../../indicators/model/place.ts'
import { codeOf } from '../../helpers/codes.ts'
import { smallFolder } from '../small-return.ts'
import { renderer } from '../tiny-release.ts'

export const PASSWORD = 'tall lemons whisper at night'

/** The internal edition over such a folder, listening, with what works beside it. */
export async function openDesk() {
  const folder = smallFolder()
  const context = openContext({ env: { WAYMARK_DATA: folder } })
  const work = startWork(context)
  const logged: unknown[] = []
  const app = createApp({
    shelf: openShelf(context, 'internal'),
    open: openShelf(context, 'public'),
    renderer,
    files: new Map(),
    log: (entry) => logged.push(entry),
    accounts: context,
    work,
  })
  const server = await listen(app, 0, '127.0.0.1')
  return {
    context,
    folder,
    logged,
    site: `http://127.0.0.1:${server.port}`,
    async close() {
      await server.close()
      work.close()
      context.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type Desk = Awaited<ReturnType<typeof openDesk>>

/** Somebody at the desk, as a browser sends for them. */
export function personAt(site: string, cookie = '') {
  const sendTo = async (path: string, type: string, body: BodyInit) => {
    const response = await fetch(`${site}${path}`, {
      method: 'POST',
      headers: { cookie, origin: site, 'sec-fetch-site': 'same-origin', 'content-type': type },
      body,
    })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return { status: response.status, body: await response.json() }
  }
  return {
    post: (path: string, sent: unknown = {}) => sendTo(path, 'application/json', JSON.stringify(sent)),
    async get(path: string) {
      const response = await fetch(`${site}${path}`, { headers: { cookie } })
      return { status: response.status, body: await response.json() }
    },
    send(name: string, bytes: Uint8Array<ArrayBuffer>, query: Record<string, string> = {}) {
      const asked = new URLSearchParams({ name, ...query })
      return sendTo(`/api/submissions/send?${asked}`, 'application/octet-stream', bytes)
    },
  }
}
export type Person = ReturnType<typeof personAt>

/** Brings somebody in by invitation, up to the second factor. */
export async function enterDesk(
  { context, site }: Desk,
  name: string,
  role: Role,
  country: Country | null = null,
): Promise<Person> {
  const email = `${name}@example.org`
  const { token } = invite(context, { email, role, country, language: 'en' }, null)
  const person = personAt(site)
  await person.post('/api/invitations/accept', { token, name, password: PASSWORD })
  const { body } = await person.post('/api/second-factor')
  await person.post('/api/sign-in/code', { code: codeOf(body.seed, context.now().getTime()) })
  return person
}
