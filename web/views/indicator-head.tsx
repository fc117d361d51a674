import type { Phrase } from '../pages/context.ts'
import { Words } from './words.tsx'

/** The head of a row that is about an indicator, and the way to it. */
export function IndicatorHead(props: { of: { code: string; title: Phrase; href: string } }) {
  return (
    <th scope="row">
      <a href={props.of.href}>
        <bdi class="code">{props.of.code}</bdi> <Words phrase={props.of.title} />
      </a>
    </th>
  )
}
