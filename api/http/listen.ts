import { type AddressInfo, createServer } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Problem } from '../services/problem.ts'
import type { App } from './serve.ts'

/** Time that answers under way get to finish when the server is told to stop. */
const PATIENCE_MS = 8000

export type Listening = { port: number; close(): Promise<void> }

/**
 * Opens a port for an app; without `hostname` on all of the machine's addresses.
 *
 * Errors  `port-in-use`, `port-refused`
 */
export async function listen(app: App, port: number, hostname?: string): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: {
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      keepAliveTimeout: 5_000,
      // Answers about a file stand in its address.
      maxHeaderSize: 65_536,
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusal(error, port)))
    server.listen({ port, ...(hostname ? { host: hostname } : {}) }, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        const impatient = setTimeout(() => closeAll(), PATIENCE_MS)
        const closeAll = () => 'closeAllConnections' in server && server.closeAllConnections()
        server.close(() => {
          clearTimeout(impatient)
          resolve()
        })
        if ('closeIdleConnections' in server) server.closeIdleConnections()
      }),
  }
}

/** Errors: `port-in-use`, `port-refused` */
export async function portIsFree(port: number): Promise<void> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusal(error, port)))
    server.listen(port, resolve)
  })
  await new Promise((resolve) => server.close(resolve))
}

function refusal(error: NodeJS.ErrnoException, port: number) {
  if (error.code === 'EADDRINUSE') return new Problem('port-in-use', { port })
  return new Problem('port-refused', { port, reason: error.code ?? error.message })
}
