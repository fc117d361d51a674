import { join, resolve } from 'node:path'

export type Env = Readonly<Record<string, string | undefined>>

/** The program's own folder, wherever it is started from. */
export const home = resolve(import.meta.dirname, '..', '..')

/** Where everything lies at run time. Nothing outside these places is written. */
export function pathsOf(env: Env) {
  const data = resolve(env.WAYMARK_DATA ?? join(home, 'var'))
  return {
    data,
    state: join(data, 'state.sqlite'),
    raw: join(data, 'raw'),
    mappings: join(data, 'mappings'),
    /** Files being looked at; nothing stays here. */
    incoming: join(data, 'incoming'),
    slices: join(data, 'slices'),
    warehouse: join(data, 'warehouse'),
    releases: join(data, 'releases'),
    demonstration: join(data, 'demo', 'files'),
    key: env.WAYMARK_KEY_FILE ? resolve(env.WAYMARK_KEY_FILE) : join(data, 'keys', 'raw.key'),
  }
}
export type Paths = ReturnType<typeof pathsOf>
