import { command } from '../command.ts'
import { prepareDemonstration } from '../prepare-demonstration.ts'

export const demoCommand = command({
  name: 'demo',
  usage: '',
  summary: 'Makes, imports and publishes the demonstration; leaves a folder with other data as it is',
  help: [],
  options: {},
  async run({ env, terminal }) {
    const condition = await prepareDemonstration(env, terminal)
    const sentences = {
      'own-data':
        'The data folder holds other files; nothing was done. Name an empty folder in WAYMARK_DATA.',
      demonstration: 'The demonstration is ready: `waymark serve` shows it.',
    }
    terminal.result({ condition }, () => [sentences[condition]])
    return condition === 'own-data' ? 3 : 0
  },
})
