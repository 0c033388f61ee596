import type { Child } from 'hono/jsx'
import { t } from '#kernel/i18n'
import { Button, type ButtonTone } from './button.tsx'
import type { IconName } from './icons.tsx'
import { type Besides, Unseen, useRefusal } from './outcome.tsx'

export interface DialogProps {
  id: string
  title: string
  /** Already open. */
  open?: boolean | undefined
  /** What the form in it sends: it comes open where that was refused, so that its errors are seen. */
  sends?: { action: string; fields?: Besides } | undefined
  /** What it asks stands elsewhere for those whose browser runs no scripts: there it is no section of the page. */
  scripted?: boolean | undefined
  /** Often one `Form` with its actions. */
  children?: Child
}

/**
 * A question asked over the page, opened by a `DialogButton`. Without JavaScript it is a section
 * of the page (`@media (scripting: none)`).
 */
export function Dialog({ id, title, open, sends, scripted, children }: DialogProps) {
  const refused = useRefusal(sends?.action, sends?.fields) !== undefined
  return (
    <dialog
      id={id}
      class={scripted ? 'dialog scripted' : 'dialog'}
      open={open || refused}
      aria-labelledby={`${id}-title`}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      <div class="dialog-body">{refused ? children : <Unseen>{children}</Unseen>}</div>
      {/* Last, so that the first field has the keyboard when the dialog opens. */}
      <Button type="button" tone="quiet" icon="x" iconOnly command="close" commandfor={id}>
        {t('ui.close')}
      </Button>
    </dialog>
  )
}

export interface DialogButtonProps {
  /** Id of the `Dialog`. */
  opens: string
  tone?: ButtonTone | undefined
  icon?: IconName | undefined
  iconOnly?: boolean | undefined
  small?: boolean | undefined
  children?: Child
}

export function DialogButton({ opens, ...look }: DialogButtonProps) {
  return <Button type="button" command="show-modal" commandfor={opens} {...look} />
}

/** The dialog in which `PostButton confirm` asks its question; filled by islands/confirm.ts. */
export function ConfirmDialog() {
  return (
    <dialog id="confirm" class="dialog" role="alertdialog" aria-labelledby="confirm-question">
      <form method="dialog">
        <p id="confirm-question" />
        <div class="form-actions">
          <Button value="yes" tone="primary">
            {t('ui.confirm.yes')}
          </Button>
          <Button value="no">{t('ui.confirm.no')}</Button>
        </div>
      </form>
    </dialog>
  )
}
