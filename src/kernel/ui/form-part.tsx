import type { Child } from 'hono/jsx'
import { t } from '#kernel/i18n'

export interface FormPartProps {
  title: string
  help?: Child
  open: boolean
  /** What it holds, in a line: read while it is closed. */
  line?: string
  /** The labels of the answers that it lacks. */
  missing?: readonly string[]
  children?: Child
}

/** A part of a form, which folds: closed, it says what it holds and which answers are missing. */
export function FormPart({ title, help, open, line, missing = [], children }: FormPartProps) {
  return (
    <details class="form-part" open={open}>
      <summary>
        <h2>{title}</h2>
        <span class="part-line">{line}</span>
        {/* The page writes it anew as one types: « … » stands for the names. */}
        <span class="part-missing" data-missing={t('ui.form.missing', { names: '…' })}>
          {missing.length > 0 && t('ui.form.missing', { names: missing.join(', ') })}
        </span>
      </summary>
      {help && <p class="field-help">{help}</p>}
      {children}
    </details>
  )
}
