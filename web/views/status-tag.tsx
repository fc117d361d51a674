import { Show } from 'solid-js'
import type { Status } from '../../indicators/model/released.ts'
import type { Rating } from '../pages/rating.ts'

export const StatusIcon = (props: { status: Status }) => (
  <svg class="icon" data-status={props.status} width="16" height="16" aria-hidden="true">
    <use href={`#shape-${props.status}`} />
  </svg>
)

/** Word, shape and colour; the word leads to what it means. */
export function StatusTag(props: { rating: Rating; count?: string }) {
  return (
    <a class="status" data-status={props.rating.status} href={props.rating.href}>
      <StatusIcon status={props.rating.status} />
      <span>{props.rating.word}</span>
      <Show when={props.count}>
        {' '}
        <b>{props.count}</b>
      </Show>
    </a>
  )
}

/** The shapes, once per page; they differ without colour. */
export function StatusShapes() {
  return (
    <svg class="shapes" width="0" height="0" aria-hidden="true">
      <symbol id="shape-met" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="7.5" fill="currentColor" />
        <path d="M4.2 8.4l2.5 2.5 5-5.4" fill="none" class="cut" stroke-width="1.8" />
      </symbol>
      <symbol id="shape-on_track" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6.8" fill="none" stroke="currentColor" stroke-width="1.5" />
        <path d="M4 8h7M8.3 5l3 3-3 3" fill="none" stroke="currentColor" stroke-width="1.6" />
      </symbol>
      <symbol id="shape-at_risk" viewBox="0 0 16 16">
        <path d="M8 1.2l7.2 13.3H.8z" fill="none" stroke="currentColor" stroke-width="1.5" />
        <path d="M8 6v4M8 11.4v1.6" stroke="currentColor" stroke-width="1.6" />
      </symbol>
      <symbol id="shape-off_track" viewBox="0 0 16 16">
        <path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z" fill="currentColor" />
        <path d="M4 8h8" class="cut" stroke-width="2.2" />
      </symbol>
      <symbol id="shape-reversed" viewBox="0 0 16 16">
        <path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z" fill="currentColor" />
        <path d="M8 3.6v8M4.9 8.6L8 11.7l3.1-3.1" fill="none" class="cut" stroke-width="1.8" />
      </symbol>
      <symbol id="shape-not_due" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6.8" fill="none" stroke="currentColor" stroke-width="1.5" />
        <path d="M8 4v4.2l2.8 1.7" fill="none" stroke="currentColor" stroke-width="1.5" />
      </symbol>
      <symbol id="shape-not_rated" viewBox="0 0 16 16">
        <circle
          cx="8"
          cy="8"
          r="6.6"
          fill="none"
          stroke="currentColor"
          stroke-width="1.6"
          stroke-dasharray="2.6 2"
        />
      </symbol>
      <symbol id="shape-no_data" viewBox="0 0 16 16">
        <circle
          cx="8"
          cy="8"
          r="6.6"
          fill="none"
          stroke="currentColor"
          stroke-width="1.6"
          stroke-dasharray="2.6 2"
        />
        <path d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2" stroke="currentColor" stroke-width="1.4" />
      </symbol>
    </svg>
  )
}
