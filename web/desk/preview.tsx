import { For, Show } from 'solid-js'
import type { Preview } from '../../api/contract/releases/preview.ts'
import { filled } from '../check/words.ts'
import { type DeskWord, type DeskWords, quarterIn } from './words.ts'

type Told = Preview['figures'][number]['was']

/** What stands in the place of a number, as on readers' pages. */
const marks: Record<string, string> = {
  suppressed: '[c]',
  missing: '[x]',
  withheld: '[w]',
  not_applicable: '[z]',
  not_due: '–',
}
const kinds: readonly (readonly [keyof Preview['counts'], DeskWord])[] = [
  ['nowHidden', 'preview.hidden'],
  ['nowShown', 'preview.shown'],
  ['changed', 'preview.changed'],
  ['new', 'preview.new'],
  ['gone', 'preview.gone'],
]

/** What readers would see otherwise, beside what the inside knows; what is withheld, and what is still open. */
export function Previewed(props: { preview: Preview; words: DeskWords }) {
  const { words } = props
  const { says } = words
  const percent = ({ shown, of }: { shown: number; of: number }) =>
    new Intl.NumberFormat(words.tag, { style: 'percent' }).format(of === 0 ? 1 : shown / of)
  const open = () =>
    [
      [says['preview.questions'], props.preview.open.questions],
      [says['preview.undecided'], props.preview.open.undecided],
    ] as const
  return (
    <section aria-label={says['preview.heading']}>
      <h2>{says['preview.heading']}</h2>
      <p role="status">
        {filled(says[props.preview.same ? 'preview.same' : 'preview.differs'], { id: props.preview.id })}
      </p>
      <ul class="desk-counts">
        <For each={kinds.filter(([kind]) => props.preview.counts[kind] > 0)}>
          {([kind, word]) => <li>{filled(says[word], { n: props.preview.counts[kind] })}</li>}
        </For>
        <For each={open().filter(([, n]) => n > 0)}>
          {([text, n]) => <li class="alarm">{filled(text, { n })}</li>}
        </For>
      </ul>
      <p>
        <For each={props.preview.shown}>
          {({ level, all, women }) => (
            <span>
              {filled(says[`preview.share.${level}` as DeskWord], {
                n: percent(all),
                of: percent(women),
              })}{' '}
            </span>
          )}
        </For>
      </p>
      <Show when={props.preview.unproven.length > 0}>
        <p>{says['publish.unproven']}</p>
        <ul>
          <For each={props.preview.unproven}>{(name) => <li lang="en">{name}</li>}</For>
        </ul>
      </Show>
      <Show when={props.preview.figures.length > 0}>
        <Figures {...props} />
      </Show>
    </section>
  )
}

function Figures(props: { preview: Preview; words: DeskWords }) {
  const { words } = props
  const { says } = words
  const number = new Intl.NumberFormat(words.tag, { maximumFractionDigits: 1 })
  const written = (told: Told, unit: string) => {
    if (told === null) return ''
    if (told.state !== 'observed' || told.value === null) return marks[told.state] ?? told.state
    return unit === 'percentage' ? `${number.format(told.value)} %` : number.format(told.value)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields
    <div role="group" class="scroller" tabindex="0" aria-label={says['preview.figures']}>
      <table class="previewed">
        <caption>{says['preview.figures']}</caption>
        <thead>
          <tr>
            <th scope="col">{says['preview.figure']}</th>
            <th scope="col" class="number">
              {says['preview.was']}
            </th>
            <th scope="col" class="number">
              {says['preview.will']}
            </th>
            <th scope="col" class="number">
              {says['preview.inside']}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.preview.figures}>
            {(figure) => (
              <tr>
                <th scope="row">
                  <bdi class="code">{figure.code}</bdi> <bdi>{figure.title}</bdi>{' '}
                  <small>
                    <bdi>{figure.place}</bdi> · {quarterIn(words, figure.quarter)}
                    <Show when={figure.cell}>
                      {' '}
                      · <bdi>{figure.cell}</bdi>
                    </Show>
                  </small>
                </th>
                <td class="number">{written(figure.was, figure.unit)}</td>
                <td class="number">{written(figure.will, figure.unit)}</td>
                <td class="number">{written(figure.inside, figure.unit)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}
