import { join } from 'node:path'
import { LEDGER, type Ledger, readLedger } from '../../indicators/protect/lattice/ledger.ts'
import type { Manifest } from '../../indicators/release/make-release.ts'
import { publicationOf, publishedIds } from '../store/releases.ts'
import type { Context } from './context.ts'
import { verified } from './verified.ts'

/**
 * What every release published before one told, oldest first; `until` null: every release there ever was, because a
 * reader may have kept one that has been withdrawn. Releases of versions that kept no ledger are not among them.
 *
 * Errors  `release-damaged`
 */
export async function ledgersBefore({ state, paths }: Context, until: string | null): Promise<Ledger[]> {
  const ids = publishedIds(state)
  const ledgers: Ledger[] = []
  for (const id of until === null ? ids : ids.slice(0, ids.indexOf(until))) {
    const publication = publicationOf(state, id)
    if (!publication) continue
    const place = join(paths.data, publication.folder)
    const { ledger }: Partial<Manifest> = JSON.parse(
      await verified(join(place, 'manifest.json'), publication.manifestHash),
    )
    if (ledger) ledgers.push(readLedger(await verified(join(place, LEDGER), ledger)))
  }
  return ledgers
}
