import { type Recomputed, recompute, recomputeAll } from '../../services/recompute.ts'
import { command } from '../command.ts'
import { withContext } from '../with-context.ts'

export const recomputeCommand = command({
  name: 'recompute',
  usage: '[<release>]',
  summary:
    'Makes a published release again from what it was made of, and compares the two; all releases unless named',
  help: [],
  options: {},
  takes: 1,
  run: ({ args: [id], env, terminal }) =>
    withContext(env, terminal, async (context) => {
      const recomputed = id === undefined ? await recomputeAll(context) : [await recompute(context, id)]
      terminal.result(recomputed, () => recomputed.flatMap(linesOf))
      return recomputed.every(isSame) ? 0 : 1
    }),
})

const SHOWN = 20

const isSame = ({ id, made, differing }: Recomputed) => made === id && differing.length === 0

function linesOf(recomputed: Recomputed): string[] {
  const { id, made, differing } = recomputed
  if (isSame(recomputed)) return [`Release ${id} is the same again, to the byte.`]
  if (made === null)
    return [`Release ${id} cannot be made again: ${differing.join(', ')} is not what it was.`]
  const rest = differing.length - SHOWN
  return [
    `Release ${id} is not the same: made again it is ${made === id ? 'called the same' : `called ${made}`}, and ${differing.length} files differ.`,
    ...differing.slice(0, SHOWN).map((name) => `  ${name}`),
    ...(rest > 0 ? [`  and ${rest} more; --json names them all`] : []),
  ]
}
