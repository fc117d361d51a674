import type { State } from './open-state.ts'

export const readMark = ({ db }: State, name: string) =>
  (db.prepare('SELECT value FROM mark WHERE name = ?').get(name) as { value: string } | undefined)?.value

export const writeMark = ({ db }: State, name: string, value: string) => {
  db.prepare(
    'INSERT INTO mark (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run(name, value)
}
