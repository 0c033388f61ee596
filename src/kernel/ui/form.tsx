import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { useContext } from '#kernel/jsx'
import { t } from '#kernel/i18n'
import {
  DiscardForm,
  DraftFields,
  DraftLine,
  DraftNote,
  KeepButton,
  type ShownDraft,
  useDraft,
  useDrafts,
  useFormName,
} from './draft.tsx'
import { type Errors, fieldId, FormContext, type Values } from './field.tsx'
import { Flash } from './feedback.tsx'
import { Icon } from './icons.tsx'
import { OnceField } from './once-field.tsx'
import { type Besides, type Outcome, useRefusal, useSaid } from './outcome.tsx'

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
  /** What its fields are called at the head, by name, where it is not as each calls itself. */
  labels?: Readonly<Record<string, string>> | undefined
  /** What is typed in it is kept nowhere: it is for this moment alone. */
  unkept?: boolean | undefined
  /** It is answered by a page that is shown this once, and not by where it leads: Turbo takes none such. */
  shows?: boolean | undefined
  /** Follows another that was just sent: the first field takes the focus. */
  begins?: boolean | undefined
  children?: Child
}

/**
 * A form that posts. The browser's own checks are off: the server's sentences name field and
 * reason, in the person's language, and are tied to their fields.
 */
export function Form(props: FormProps) {
  const refused = useRefusal(props.action, props.fields)
  const draft = useDraft(props)
  const found = props.unkept ? undefined : draft
  const drawn = (draft?: ShownDraft) => (
    <DrawnForm {...props} refused={refused} kept={found !== undefined} draft={draft} />
  )
  return found ? found.then(drawn) : drawn()
}

interface DrawnFormProps extends FormProps {
  refused: Outcome['refused']
  /** What is typed in it is kept. */
  kept: boolean
  draft: ShownDraft | undefined
}

function DrawnForm(props: DrawnFormProps): Child {
  const { action, id, again, children, refused, kept, draft } = props
  const prefix = id ?? 'f'
  const errors = props.errors ?? refused?.errors ?? {}
  // A page that shows nothing again says so by nothing typed.
  const shownAgain = Object.keys(props.values ?? {}).length > 0
  const sent = (shownAgain ? props.values : refused?.values) ?? {}
  // What was just sent, and comes back, is newer than what was kept of it.
  const found = Object.keys(sent).length === 0 ? draft : undefined
  const values = found?.values ?? sent
  const called = new Map<string, string>()
  const state = { prefix, errors, values, again, action, kept, labels: called }
  const body = <FormContext.Provider value={state}>{children}</FormContext.Provider>
  const frame = (fields: Child) => {
    const labels = { ...own(called, props.labels), ...props.labels }
    const head = <ErrorSummary {...{ errors, prefix, labels }} focus />
    return (
      <FormFrame {...props} head={head} found={found}>
        {fields}
      </FormFrame>
    )
  }
  if (Object.keys(errors).length === 0) return frame(body)
  // Drawn first: what stands above its fields names those that are wrong.
  const html: unknown = body.toString()
  return html instanceof Promise
    ? html.then((whole: string) => frame(raw(whole)))
    : frame(raw(String(html)))
}

/** What fields call themselves, where neither they nor their rows are called otherwise. */
const own = (called: ReadonlyMap<string, string>, given: FormProps['labels'] = {}) =>
  Object.fromEntries([...called].filter(([name]) => !given[name.split('.')[0] ?? '']))

interface FormFrameProps extends DrawnFormProps {
  head: Child
  /** What was kept of it, where that is what its fields hold. */
  found: ShownDraft | undefined
}

function FormFrame(props: FormFrameProps) {
  const { action, fields = {}, id, multipart, again, begins, children } = props
  const { head, kept, draft, found } = props
  const name = useFormName(props)
  const adds = kept && useDrafts()?.another !== undefined
  const form = (
    <form
      class="form"
      id={id}
      method="post"
      action={action}
      enctype={multipart ? 'multipart/form-data' : undefined}
      novalidate
      data-begins={begins || undefined}
      data-adds={adds || undefined}
      data-turbo={props.shows ? 'false' : undefined}
    >
      {head}
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={String(value)} />
      ))}
      {begins && <Said action={action} />}
      <OnceField />
      {kept && <DraftFields form={name} draft={draft} />}
      {found && <DraftNote draft={found} />}
      {/* What Enter presses: the first button, which must not be one that takes a row away. */}
      {again && (
        <button class="visually-hidden" tabindex={-1} aria-hidden="true">
          {t('ui.form.send')}
        </button>
      )}
      {children}
      {kept && <DraftLine />}
    </form>
  )
  if (!found) return form
  return (
    <>
      {form}
      <DiscardForm draft={found} />
    </>
  )
}

/** What became of the one before, above the first field of the next one, which takes the focus. */
const Said = ({ action }: { action: string }) => <Flash messages={useSaid(action)} focus />

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
        {t('ui.form.errors', { count: new Set(lines.map(({ name }) => name)).size })}
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
  const { action, kept } = useContext(FormContext)
  const said = useSaid(action)
  return (
    <>
      <Flash messages={said} focus />
      <div class="form-actions">
        {children}
        {kept && <KeepButton />}
      </div>
    </>
  )
}
