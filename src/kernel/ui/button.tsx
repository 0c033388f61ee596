import type { Child } from 'hono/jsx'
import { t } from '#kernel/i18n'
import { Icon, type IconName } from './icons.tsx'
import { Hidden } from './mark.tsx'
import { OnceField } from './once-field.tsx'

/** `primary`: the one next step of the page; `quiet`: beside others; `danger`: destroys. */
export type ButtonTone = 'primary' | 'normal' | 'quiet' | 'danger'

interface Look {
  tone?: ButtonTone | undefined
  icon?: IconName | undefined
  /** Shows the icon alone; the children stay the name that screen readers say. */
  iconOnly?: boolean | undefined
  small?: boolean | undefined
  children?: Child
}

export interface ButtonProps extends Look {
  type?: 'submit' | 'button' | 'reset' | undefined
  name?: string | undefined
  value?: string | undefined
  /** Id of the form it sends when it stands outside of it. */
  form?: string | undefined
  formaction?: string | undefined
  formnovalidate?: boolean | undefined
  /** What it sends leads out of the house, maybe: the browser sends it by itself. */
  leaves?: boolean | undefined
  formenctype?: 'multipart/form-data' | undefined
  disabled?: boolean | undefined
  /** Native invoker: `show-modal`, `close`, … on the element whose id is `commandfor`. */
  command?: string | undefined
  commandfor?: string | undefined
}

function look({ tone = 'normal', iconOnly, small }: Look): string {
  return ['button', tone, iconOnly && 'icon-only', small && 'small'].filter(Boolean).join(' ')
}

function Face({ icon, iconOnly, children }: Look) {
  return (
    <>
      {icon && <Icon name={icon} />}
      {iconOnly ? <Hidden>{children}</Hidden> : <span>{children}</span>}
    </>
  )
}

export function Button(props: ButtonProps) {
  const { tone: _t, icon: _i, iconOnly: _o, small: _s, children: _c, type, ...more } = props
  const { leaves, ...attributes } = more
  return (
    <button
      type={type ?? 'submit'}
      class={look(props)}
      data-turbo={leaves ? 'false' : undefined}
      {...attributes}
    >
      <Face {...props} />
    </button>
  )
}

export interface ButtonLinkProps extends Look {
  href: string
  /** Saves the answer instead of showing it. */
  download?: boolean | undefined
  /** It leads out of the house, maybe: the browser goes there by itself. */
  leaves?: boolean | undefined
  /** `prev` and `next` of a series: the icon of `next` stands after its words. */
  rel?: 'prev' | 'next' | undefined
}

export function ButtonLink(props: ButtonLinkProps) {
  return (
    <a
      class={look(props)}
      href={props.href}
      download={props.download}
      rel={props.rel}
      data-turbo={props.leaves ? 'false' : undefined}
    >
      <Face {...props} />
    </a>
  )
}

export interface PostButtonProps extends Look {
  action: string
  /** Hidden fields sent along. */
  fields?: Record<string, string | number> | undefined
  /** Question asked in a dialog first; without JavaScript, by a box that must be ticked. */
  confirm?: string | undefined
  /** It leads out of the house, maybe: the browser sends it by itself. */
  leaves?: boolean | undefined
  disabled?: boolean | undefined
  /** It is answered by a page that is shown this once, and not by where it leads: Turbo takes none such. */
  shows?: boolean | undefined
}

/** A form of one button: an act that changes something, never a link. */
export function PostButton(props: PostButtonProps) {
  return (
    <form
      class="post"
      method="post"
      action={props.action}
      data-turbo={props.leaves || props.shows ? 'false' : undefined}
      data-turbo-confirm={props.confirm}
    >
      {Object.entries(props.fields ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={String(value)} />
      ))}
      <OnceField />
      {props.confirm && (
        <noscript>
          <label class="asked-first">
            <input type="checkbox" required /> {props.confirm}
          </label>
        </noscript>
      )}
      <button type="submit" class={look(props)} disabled={props.disabled}>
        <Face {...props} />
      </button>
    </form>
  )
}

export interface MenuProps {
  label?: string | undefined
  icon?: IconName | undefined
  /** Shows the icon alone. */
  iconOnly?: boolean | undefined
  tone?: ButtonTone | undefined
  small?: boolean | undefined
  /** Links and `PostButton`s, one under the other. */
  children?: Child
}

/** Further actions behind one button: a native disclosure, so that it opens without JavaScript. */
export function Menu(props: MenuProps) {
  const face = { ...props, icon: props.icon ?? 'ellipsis-vertical' } as const
  return (
    <details class="menu" name="menu">
      <summary class={look(props)}>
        <Face {...face}>{props.label ?? t('ui.menu.more')}</Face>
      </summary>
      <div class="menu-items">{props.children}</div>
    </details>
  )
}
