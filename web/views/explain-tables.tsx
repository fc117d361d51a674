import { For, type JSX, Show } from 'solid-js'
import type { MessageKey } from '../i18n/catalogue.ts'
import type { CountryRow, Cut, ExcludedRow, InputRow, LineageEntry, ReadAt } from '../pages/explain-tables.ts'
import { Scroller } from './scroller.tsx'
import { Value } from './value.tsx'
import { useView } from './view-context.ts'
import { Words } from './words.tsx'

const numeric = ['value', 'reported', 'excused', 'withheld', 'numerator', 'denominator']

/** A table under its heads; `ui.column.<head>` names each. */
function Table(props: {
  label: MessageKey
  heads: readonly string[]
  class?: string
  children: JSX.Element
}) {
  const { locale } = useView()
  return (
    <Scroller label={locale.t(props.label)}>
      <table class={props.class}>
        <thead>
          <tr>
            <For each={props.heads}>
              {(head) => (
                <th scope="col" classList={{ number: numeric.includes(head) }}>
                  {locale.t(`ui.column.${head}` as MessageKey)}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </Scroller>
  )
}

function TextCell(props: { text: string | null }) {
  return (
    <td>
      <bdi>{props.text}</bdi>
    </td>
  )
}

function NumberCell(props: { text: string | null }) {
  return (
    <td class="number">
      <bdi>{props.text}</bdi>
    </td>
  )
}

/** File, sheet and cell; the cell leads to all it feeds. */
function At(props: { at: ReadAt | null }) {
  return (
    <>
      <TextCell text={props.at?.file ?? ''} />
      <TextCell text={props.at?.sheet ?? ''} />
      <td>
        <Show when={props.at}>{(at) => <CellLink at={at()} />}</Show>
      </td>
    </>
  )
}

const CellLink = (props: { at: ReadAt }) => (
  <a href={props.at.href}>
    <bdi>{props.at.ref}</bdi>
  </a>
)

function More(props: { more: number; json: string }) {
  const { locale } = useView()
  return (
    <Show when={props.more > 0}>
      <p>
        {locale.t('page.explain.more', { n: locale.format.number(props.more) })}{' '}
        <a href={props.json}>{locale.t('page.explain.asData')}</a>
      </p>
    </Show>
  )
}

export function Countries(props: { rows: readonly CountryRow[] }) {
  const isPair = () => props.rows.some(({ denominator }) => denominator !== '')
  const heads = () =>
    isPair() ? ['country', 'numerator', 'denominator', 'value', 'entered'] : ['country', 'value', 'entered']
  return (
    <Table label="ui.section.countries" heads={heads()}>
      <For each={props.rows}>
        {(row) => (
          <tr>
            <th scope="row">{row.name}</th>
            <Show when={isPair()}>
              <NumberCell text={row.numerator} />
              <NumberCell text={row.denominator} />
            </Show>
            <td class="number">
              <Value figure={row.figure} />
            </td>
            <td>{row.entered}</td>
          </tr>
        )}
      </For>
    </Table>
  )
}

const inputHeads = ['role', 'element', 'over', 'value']
const innerHeads = ['role', 'element', 'over', 'place', 'value', 'reported', 'excused', 'withheld']

export function Inputs(props: { rows: readonly InputRow[]; inner: boolean }) {
  return (
    <Table label="ui.section.inputs" heads={props.inner ? innerHeads : inputHeads}>
      <For each={props.rows}>
        {(row) => (
          <tr>
            <th scope="row">{row.role}</th>
            <td>
              <Words phrase={row.title} /> <bdi class="code">{row.element}</bdi>
            </td>
            <td>{row.over}</td>
            <Show when={props.inner}>
              <TextCell text={row.place} />
            </Show>
            <NumberCell text={row.value} />
            <Show when={props.inner}>
              <NumberCell text={row.reported} />
              <NumberCell text={row.excused} />
              <NumberCell text={row.withheld} />
            </Show>
          </tr>
        )}
      </For>
    </Table>
  )
}

export function LeftOut(props: { table: Cut<ExcludedRow>; json: string }) {
  return (
    <>
      <Table
        label="ui.section.excluded"
        heads={['why', 'element', 'place', 'period', 'file', 'sheet', 'ref']}
      >
        <For each={props.table.rows}>
          {(row) => (
            <tr>
              <th scope="row">{row.why}</th>
              <td>
                <bdi class="code">{row.element}</bdi>
              </td>
              <TextCell text={row.place} />
              <td>{row.period}</td>
              <At at={row.at} />
            </tr>
          )}
        </For>
      </Table>
      <More more={props.table.more} json={props.json} />
    </>
  )
}

const lineageHeads = ['element', 'place', 'cell', 'period', 'value', 'counts', 'file', 'sheet', 'ref']

export function Lineage(props: { table: Cut<LineageEntry>; json: string }) {
  return (
    <>
      <Table label="ui.section.lineage" heads={lineageHeads} class="lineage">
        <For each={props.table.rows}>{(row) => <LineageRow row={row} />}</For>
      </Table>
      <More more={props.table.more} json={props.json} />
    </>
  )
}

/** One reading alone, as where it was read and what became of it. */
export function OneReading(props: { entry: LineageEntry }) {
  return (
    <Table label="ui.section.read" heads={lineageHeads} class="lineage">
      <LineageRow row={props.entry} />
    </Table>
  )
}

function LineageRow(props: { row: LineageEntry }) {
  const { locale } = useView()
  return (
    <tr>
      <th scope="row">
        <bdi class="code">{props.row.element}</bdi>
      </th>
      <TextCell text={props.row.place} />
      <td>{props.row.cell}</td>
      <td>{props.row.period}</td>
      <td class="number">
        <bdi>{props.row.value}</bdi>
        <Show when={props.row.derived}>
          {' '}
          <small>{locale.t('ui.derived')}</small>
        </Show>
      </td>
      <td>
        <Show when={props.row.counts}>
          {(counts) => (
            <>
              {counts().text} <bdi>= {props.row.value}</bdi>
              <For each={counts().less}>
                {(at) => (
                  <>
                    {' '}
                    <bdi>− {at.value}</bdi> (<CellLink at={at} />)
                  </>
                )}
              </For>
            </>
          )}
        </Show>
      </td>
      <At at={props.row.at} />
    </tr>
  )
}
