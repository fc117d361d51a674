import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openContext } from '../../api/services/context.ts'
import { verified } from '../../api/services/verified.ts'
import { allImports, currentImports } from '../../api/store/imports.ts'
import { brokenJournalEntry } from '../../api/store/journal.ts'
import { sha256 } from '../../api/store/raw-files.ts'
import { publicationOf, publishedIds } from '../../api/store/releases.ts'
import { stepsOf } from '../../api/store/submissions/steps.ts'
import { submissionsIn, versionOf, versionsOf } from '../../api/store/submissions/submissions.ts'
import type { Manifest } from '../../indicators/release/make-release.ts'
import type { Acknowledged } from './story.ts'

/** What is not as it should be after a kill: what was acknowledged and is gone, and what is torn. */
export async function lookAfter(data: string, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const context = openContext({ env: { WAYMARK_DATA: data } })
  const { state, paths } = context
  const wrong: string[] = []
  const want = (is: boolean, what: string) => {
    if (!is) wrong.push(what)
  }
  const holds = async (what: string, read: () => Promise<unknown>) => {
    await read().catch((error) => wrong.push(`${what}: ${error}`))
  }
  try {
    const [checked] = state.db.prepare('PRAGMA integrity_check').all()
    want(checked?.integrity_check === 'ok', 'the store is damaged')
    want(state.db.prepare('PRAGMA foreign_key_check').all().length === 0, 'a row points to nothing')
    want(brokenJournalEntry(state) === null, 'the journal is broken')
    const raw = await context.raw()
    for (const { id } of submissionsIn(state, null)) {
      want(stepsOf(state, id).length > 0, `${id} never began`)
      for (const { number, fileHash } of versionsOf(state, id))
        await holds(`the file of ${id} ${number}`, () => raw.get(fileHash))
    }
    for (const { sliceHash, fileHash } of allImports(state)) {
      const path = join(paths.slices, `${sliceHash}.parquet`)
      want(existsSync(path) && sha256(readFileSync(path)) === sliceHash, `slice ${sliceHash} is torn`)
      await holds(`the file ${fileHash}`, () => raw.get(fileHash))
    }
    const counts = currentImports(state).map(({ mapping, quarter }) => `${mapping} ${quarter}`)
    want(new Set(counts).size === counts.length, 'a report counts twice')
    for (const release of publishedIds(state)) await holds(`release ${release}`, () => wholeRelease(release))
    for (const done of acknowledged) want(isThere(done), `lost: ${JSON.stringify(done)}`)
    return wrong
  } finally {
    context.close()
  }

  async function wholeRelease(release: string) {
    const publication = publicationOf(state, release)
    if (!publication) throw new Error('is not on record')
    const folder = join(data, publication.folder)
    const manifest: Manifest = JSON.parse(
      await verified(join(folder, 'manifest.json'), publication.manifestHash),
    )
    for (const [name, hash] of Object.entries(manifest.files)) await verified(join(folder, name), hash)
  }
  function isThere(done: Acknowledged): boolean {
    if (done.kind === 'publish') return publishedIds(state).includes(done.release)
    if (done.kind === 'send') return versionOf(state, done.id, done.version)?.fileHash === done.hash
    return stepsOf(state, done.id).some(
      ({ action, version }) => action === done.kind && version === done.version,
    )
  }
}

/** What lies about half-written. */
export const leftIn = (data: string): string[] =>
  readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(\.making-|\.partial-|\.spill-)[^/]*$|\.part$|^incoming\/./.test(name),
  )
