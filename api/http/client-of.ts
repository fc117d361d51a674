import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { Client } from '../services/accounts/sessions.ts'

/** The connection's own address: what a header says of it, anybody can write. */
export const clientOf = (c: Context): Client => ({
  address: c.env?.incoming ? (getConnInfo(c).remote.address ?? '') : '',
  agent: c.req.header('user-agent') ?? '',
})
