import { run } from './run.ts'

// What is written holds counts of single facilities: it is for the one who runs this.
process.umask(0o077)

// Whoever reads our words may stop reading: `waymark export csv | head`.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })

process.exitCode = await run(process.argv.slice(2), process.env, process.stdout, process.stderr)
