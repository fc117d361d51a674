import { For, Show } from 'solid-js'
import type { NavGroup, NavLink, Shell } from '../pages/shell.ts'
import { useView } from './view-context.ts'
import { ViewerLinks } from './viewer-links.tsx'

function Link(props: { link: NavLink }) {
  return (
    <a href={props.link.href} aria-current={props.link.current ? 'page' : undefined}>
      {props.link.text}
    </a>
  )
}

/** Menus share a name, so that opening one closes the other, with or without a script. */
function Menu(props: { group: NavGroup }) {
  return (
    <details class="menu" name="menu">
      <summary>{props.group.label}</summary>
      <ul>
        <For each={props.group.links}>
          {(link) => (
            <li>
              <Link link={link} />
            </li>
          )}
        </For>
      </ul>
    </details>
  )
}

function Languages(props: { shell: Shell }) {
  const { locale } = useView()
  return (
    <details class="menu languages" name="menu">
      <summary>
        <span class="unseen">{locale.t('ui.nav.language')}: </span>
        {props.shell.languages.find(({ current }) => current)?.endonym}
      </summary>
      <ul>
        <For each={props.shell.languages}>
          {(language) => (
            <li>
              <a
                href={language.href}
                lang={language.code}
                dir={language.direction as 'ltr' | 'rtl'}
                hreflang={language.code}
                aria-current={language.current ? 'true' : undefined}
              >
                {language.endonym}
              </a>
            </li>
          )}
        </For>
      </ul>
    </details>
  )
}

/** One row; on a narrow screen the menu is a popover, which browsers open without a script. */
export function Masthead(props: { shell: Shell }) {
  const { locale } = useView()
  return (
    <header class="masthead">
      <div class="inner">
        <a class="brand" href={props.shell.overview.href}>
          <strong>{locale.t('ui.product')}</strong>
          <span>{locale.t('ui.tagline')}</span>
        </a>
        <button type="button" class="menu-button" popovertarget="main-menu">
          {locale.t('ui.menu')}
        </button>
        <nav id="main-menu" popover="auto" aria-label={locale.t('ui.nav.label')}>
          <Link link={props.shell.overview} />
          <For each={props.shell.groups}>{(group) => <Menu group={group} />}</For>
          <For each={props.shell.links}>{(link) => <Link link={link} />}</For>
          <Show when={props.shell.viewer}>
            {(viewer) => <ViewerLinks viewer={viewer()} language={locale.language} />}
          </Show>
          <Languages shell={props.shell} />
        </nav>
      </div>
    </header>
  )
}

export function Breadcrumb(props: { shell: Shell }) {
  const { locale } = useView()
  return (
    <nav class="crumbs" aria-label={locale.t('ui.nav.breadcrumb')}>
      <ol>
        <For each={props.shell.crumbs}>
          {(crumb) => (
            <li>
              {crumb.href === null ? (
                <span aria-current="page">
                  <bdi>{crumb.text}</bdi>
                </span>
              ) : (
                <a href={crumb.href}>
                  <bdi>{crumb.text}</bdi>
                </a>
              )}
            </li>
          )}
        </For>
      </ol>
    </nav>
  )
}
