import { closeInvented, inventPeople } from '../../services/accounts/demonstration.ts'
import { command } from '../command.ts'
import { prepareDemonstration } from '../prepare-demonstration.ts'
import { showInvented } from '../show-invented.ts'
import { withContext } from '../with-context.ts'

export const demoCommand = command({
  name: 'demo',
  usage: '[--people] [--close-people]',
  summary: 'Makes, imports and publishes the demonstration; leaves a folder with other data as it is',
  help: [
    '--people         shows how to sign in as one of the invented people, with a code of now',
    '--close-people   closes the accounts of the invented people',
  ],
  options: {
    people: { type: 'boolean', default: false },
    'close-people': { type: 'boolean', default: false },
  },
  async run({ values, env, terminal }) {
    if (values['close-people'])
      return withContext(env, terminal, async (context) => {
        const closed = closeInvented(context)
        terminal.result({ closed }, () => [`Closed the accounts of ${closed} invented people.`])
        return 0
      })
    const condition = await prepareDemonstration(env, terminal)
    const sentences = {
      'own-data':
        'The data folder holds other files; nothing was done. Name an empty folder in WAYMARK_DATA.',
      demonstration: 'The demonstration is ready: `waymark serve` shows it.',
    }
    terminal.result({ condition }, () => [sentences[condition]])
    if (condition === 'demonstration' && values.people)
      await withContext(env, terminal, async (context) => {
        for (const line of showInvented(context, await inventPeople(context))) terminal.say(line)
        return 0
      })
    return condition === 'own-data' ? 3 : 0
  },
})
