import { rebuildAll } from '../../services/rebuild-all.ts'
import { command } from '../command.ts'
import { withContext } from '../with-context.ts'

export const rebuildCommand = command({
  name: 'rebuild',
  usage: '[--adopt]',
  summary: 'Makes everything again from the original files and compares it with what is published',
  help: ['--adopt          records the new reading where it differs; a publication then shows it'],
  options: { adopt: { type: 'boolean', default: false } },
  run: ({ values, env, terminal }) =>
    withContext(env, terminal, async (context) => {
      const rebuilt = await rebuildAll(context, values.adopt)
      const { release, published, files, changed, mended } = rebuilt
      terminal.result(rebuilt, () => [
        release === published
          ? `${files} original files give release ${release} again, to the byte.`
          : `${files} original files give release ${release}. \`waymark publish\` shows it to readers.`,
        ...(changed.length > 0 ? [`Read otherwise than before: ${changed.join(', ')}.`] : []),
        ...mended.map((what) => `Put back: ${what}.`),
      ])
      return 0
    }),
})
