import { exported, exportValues } from '../../services/export-values.ts'
import { command, oneOf } from '../command.ts'
import { withContext } from '../with-context.ts'
import { writeOutput } from '../write-output.ts'

const formats = exported.map(({ id }) => id)

export const exportCommand = command({
  name: 'export',
  usage: 'FORM [--edition public|internal] [--out FILE]',
  summary: 'Writes every value of the current release as one file',
  help: [
    `FORM             ${formats.join(', ')}`,
    '--edition NAME   public (the default) or internal',
    '--out FILE       where to write it; without it, to the standard output',
  ],
  takes: 1,
  options: { edition: { type: 'string', default: 'public' }, out: { type: 'string' } },
  run: ({ values, args, env, terminal }) =>
    withContext(env, terminal, async (context) => {
      const format = oneOf(formats, args[0] ?? '', 'a format', 'export')
      const edition = oneOf(['public', 'internal'], values.edition, 'an edition', 'export')
      const { release, bytes } = await exportValues(context, edition, format)
      if (values.out === undefined) {
        terminal.bytes(bytes)
        return 0
      }
      writeOutput(values.out, bytes)
      terminal.result({ release, edition, format, file: values.out, bytes: bytes.length }, () => [
        `Wrote ${values.out}: the ${edition} values of release ${release}.`,
      ])
      return 0
    }),
})
