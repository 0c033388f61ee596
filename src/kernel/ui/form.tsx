import { type Child, useContext } from 'hono/jsx'
import { t } from '#kernel/i18n'
import { type Errors, fieldId, FormContext, type Values } from './field.tsx'
import { Flash } from './feedback.tsx'
import { Icon } from './icons.tsx'
import { type Besides, useRefusal, useSaid } from './outcome.tsx'

export interface FormProps {
  action: string
  /**
   * Given once; each field shows its own. Answer a refused form with status 422. Where the page that
   * shows it again says nothing of it, a form finds by its address what was wrong with what it sent.
   */
  errors?: Errors | undefined
  /** What was typed, so that a refused form loses nothing; wins over each field's `value`. */
  values?: Values | undefined
  /** Hidden fields sent along; they tell forms apart that are sent to one address. */
  fields?: Besides | undefined
  /** Starts the ids of the fields: needed when two forms stand on one page. */
  id?: string | undefined
  /** The form carries files. */
  multipart?: boolean | undefined
  /** Where it is sent to be shown again as it is typed, without being taken: rows come and go so. */
  again?: string | undefined
  /** What its fields are called, by name: said of what is wrong, at the head. */
  labels?: Readonly<Record<string, string>> | undefined
  /** Follows another that was just sent: the first field takes the focus. */
  begins?: boolean | undefined
  children?: Child
}

/**
 * A form that posts. The browser's own checks are off: the server's sentences name field and
 * reason, in the person's language, and are tied to their fields.
 */
export function Form({
  action,
  errors: given,
  values: kept,
  fields = {},
  id,
  multipart,
  again,
  begins,
  labels,
  children,
}: FormProps) {
  const prefix = id ?? 'f'
  const refused = useRefusal(action, fields)
  const errors = given ?? refused?.errors ?? {}
  const values = kept ?? refused?.values ?? {}
  return (
    <form
      class="form"
      id={id}
      method="post"
      action={action}
      enctype={multipart ? 'multipart/form-data' : undefined}
      novalidate
      data-begins={begins || undefined}
    >
      <ErrorSummary errors={errors} prefix={prefix} labels={labels} focus />
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={String(value)} />
      ))}
      {/* What Enter presses: the first button, which must not be one that takes a row away. */}
      {again && (
        <button class="visually-hidden" tabindex={-1} aria-hidden="true">
          {t('ui.form.send')}
        </button>
      )}
      <FormContext.Provider value={{ prefix, errors, values, again, action }}>
        {children}
      </FormContext.Provider>
    </form>
  )
}

interface ErrorSummaryProps {
  errors: Errors
  /** Of the form's fields. */
  prefix: string
  labels?: Readonly<Record<string, string>> | undefined
  /** Takes the focus when the page comes. */
  focus?: boolean | undefined
}

/** What is to correct, each line a link to its field. `Form` shows it by itself. */
export function ErrorSummary({ errors, prefix, labels = {}, focus }: ErrorSummaryProps) {
  // An answer in a row bears the name of its rows: `lines.0.cost`.
  const labelOf = (name: string) => labels[name] ?? labels[name.split('.')[0] ?? '']
  const lines = Object.entries(errors).flatMap(([name, sentences]) =>
    sentences.map((sentence) => {
      const label = labelOf(name)
      return { name, sentence: label ? t('ui.form.error_at', { label, sentence }) : sentence }
    }),
  )
  if (lines.length === 0) return null
  const title = `${prefix}-errors`
  return (
    <section class="error-summary" aria-labelledby={title} tabindex={-1} autofocus={focus}>
      <h2 id={title}>
        <Icon name="octagon-alert" />
        {t('ui.form.errors', { count: lines.length })}
      </h2>
      <ul>
        {lines.map(({ name, sentence }) => (
          <li>
            {name ? (
              <a href={`#${fieldId(prefix, name)}`} data-turbo="false">
                {sentence}
              </a>
            ) : (
              sentence
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

export interface FormSectionProps {
  title: string
  help?: Child
  children?: Child
}

/** Fields that belong together, under a title. */
export function FormSection({ title, help, children }: FormSectionProps) {
  return (
    <section class="form-section">
      <h2>{title}</h2>
      {help && <p class="field-help">{help}</p>}
      {children}
    </section>
  )
}

/** The buttons at the end of a form, the main one first. What became of sending it is said above them. */
export function FormActions({ children }: { children?: Child }) {
  const { action } = useContext(FormContext)
  const said = useSaid(action)
  return (
    <>
      <Flash messages={said} focus />
      <div class="form-actions">{children}</div>
    </>
  )
}
