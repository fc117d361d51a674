// Runs in a process of its own, which may read one file and write into one folder.
import type { BulkAnswer, BulkRequest } from './bulk-file.ts'
import { readBulk } from './read-bulk.ts'

process.on('message', async (request: BulkRequest) => {
  const answer: BulkAnswer = await readBulk(request).then(
    (read) => ({ read }),
    (error: Error) => ({ failed: error.stack ?? String(error) }),
  )
  process.send?.(answer, () => process.exit())
})
