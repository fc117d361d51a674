import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openContext } from '../../api/services/context.ts'
import { publish } from '../../api/services/publish.ts'
import { type Line, timed, times, whole } from './report.ts'

/** A release of the demonstration from its slices, beside a plain copy of the release's bytes. */
export async function publishing(data: string): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-'))
  try {
    for (const name of ['state.sqlite', 'slices', 'raw', 'keys'])
      cpSync(join(data, name), join(folder, name), { recursive: true })
    const context = openContext({ env: { WAYMARK_DATA: folder } })
    const made = await timed(() => publish(context))
    context.close()
    const release = join(folder, 'releases', made.result.id)
    const copied = await timed(async () => cpSync(release, join(folder, 'copy'), { recursive: true }))
    const files = readdirSync(release, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    )
    const bytes = files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
    return [
      {
        what: `publish, ${whole(files.length)} files, ${whole(bytes / 1e6)} MB in two editions`,
        figure: `${(made.ms / 1000).toFixed(1)} s`,
        beside: `copying them ${(copied.ms / 1000).toFixed(1)} s, ${times(made.ms / copied.ms)}`,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
