import { publish } from '../../services/publish.ts'
import { command } from '../command.ts'
import { withContext } from '../with-context.ts'

export const publishCommand = command({
  name: 'publish',
  usage: '',
  summary: 'Makes a release of everything imported and shows it to readers',
  help: [],
  options: {},
  run: ({ env, terminal }) =>
    withContext(env, terminal, async (context) => {
      const published = await publish(context)
      const { id, quarter, dataAsOf, changed, unproven } = published
      terminal.result(published, () => [
        changed
          ? `Published release ${id}: data up to ${quarter}, as of ${dataAsOf}.`
          : `Nothing has changed: release ${id} is the one readers see.`,
        ...(unproven.length > 0
          ? ['Not proven safe, so nothing new is shown of what these hang together with:', ...unproven]
          : []),
      ])
      return 0
    }),
})
