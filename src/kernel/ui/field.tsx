import type { Child } from 'hono/jsx'
import { createContext, useContext } from '#kernel/jsx'
import { t } from '#kernel/i18n'
import { Icon } from './icons.tsx'

/** Field name to the sentences that say what is wrong; the name `''` is the form as a whole. */
export type Errors = Readonly<Record<string, readonly string[]>>
/** What was typed, by field name. */
export type Values = Readonly<Record<string, string | readonly string[]>>

export interface FormState {
  /** Where it is sent. */
  action?: string | undefined
  /** Where it is sent to be shown again as it is typed, without being taken. */
  again?: string | undefined
  /** What is typed in it is kept as a draft. */
  kept?: boolean | undefined
  /** Starts the ids of the fields, so that two forms may stand on one page. */
  prefix: string
  errors: Errors
  values: Values
  /** What its fields are called, by name: each says so as it is drawn. */
  labels?: Map<string, string> | undefined
}

/** How `Form` hands errors and typed values to its fields. */
export const FormContext = createContext<FormState>({ prefix: 'f', errors: {}, values: {} })

/** What `Asked` says of the field in it. */
export const AskedContext = createContext<{
  name: string
  /** On what it depends, in words. */
  words?: Child
  /** Other answers decide whether it must be answered. */
  mayBeNeeded?: boolean
}>({ name: '' })

/** What every field asks. */
export interface FieldProps {
  name: string
  /** Tells it apart where a form has several of this name, each for some of the answers. */
  among?: string | undefined
  label: string
  /** One sentence that helps to answer. */
  help?: Child
  required?: boolean | undefined
  /** Beside the label: what is to be known of all that is answered here. */
  mark?: Child
}

export function fieldId(prefix: string, name: string): string {
  return `${prefix}-${name.replace(/[^\w-]+/g, '-')}`
}

/** What ties a control to its label, help and errors. */
export interface Tied {
  id: string
  name: string
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
  'aria-required': 'true' | undefined
}

export interface Field {
  tied: Tied
  errors: readonly string[]
  /** On what it depends, in words. */
  words: Child
  /** Other answers decide whether it must be answered: the page says so as one types. */
  mayBeNeeded: boolean
  /** What was typed before, else the given value. */
  typed: (given: string | undefined) => string | undefined
  /** What was ticked before (nothing, when the form came back without it), else the given ones. */
  ticked: (given: readonly string[]) => readonly string[]
}

/** Reads the state of a field from the form around it. */
export function useField({ name, label, among, help, required }: FieldProps): Field {
  const form = useContext(FormContext)
  form.labels?.set(name, label)
  const around = useContext(AskedContext)
  const { words, mayBeNeeded = false } = around.name === name ? around : {}
  const id = fieldId(form.prefix, among ? `${name}-${among}` : name)
  const errors = form.errors[name] ?? []
  const described = [
    words ? `${id}-when` : '',
    help ? `${id}-help` : '',
    errors.length ? `${id}-error` : '',
  ]
  const value = form.values[name]
  return {
    tied: {
      id,
      name,
      'aria-describedby': described.filter(Boolean).join(' ') || undefined,
      'aria-invalid': errors.length ? 'true' : undefined,
      'aria-required': required ? 'true' : undefined,
    },
    errors,
    words,
    mayBeNeeded: mayBeNeeded && !required,
    typed: (given) => (typeof value === 'string' ? value : (value?.[0] ?? given)),
    ticked: (given) => {
      if (value === undefined) return Object.keys(form.values).length ? [] : given
      return typeof value === 'string' ? [value] : value
    },
  }
}

interface FrameProps extends FieldProps {
  field: Field
  /** A group of choices is a fieldset with a legend, not a label of one control. */
  group?: boolean | undefined
  children?: Child
}

/** Label, help, errors and control, in this order. */
export function FieldFrame({ field, group, label, help, required, mark, children }: FrameProps) {
  const { id, 'aria-describedby': describedby } = field.tied
  const classes = field.errors.length ? 'field invalid' : 'field'
  const words = (
    <>
      {label}
      <RequiredMark field={field} required={required} />
      {mark && <span class="field-mark"> {mark}</span>}
    </>
  )
  const rest = (
    <>
      <FieldWords field={field} />
      {help && (
        <p class="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      <FieldErrors id={`${id}-error`} errors={field.errors} />
      {children}
    </>
  )
  return group ? (
    <fieldset class={classes} id={id} tabindex={-1} aria-describedby={describedby}>
      <legend>{words}</legend>
      {rest}
    </fieldset>
  ) : (
    <div class={classes}>
      <label for={id} id={`${id}-label`}>
        {words}
      </label>
      {rest}
    </div>
  )
}

/** That it must be answered; hidden where other answers decide, until the page knows. */
export function RequiredMark({
  field,
  required,
}: {
  field: Field
  required?: boolean | undefined
}) {
  if (!required && !field.mayBeNeeded) return null
  return (
    <span class="field-required" data-needed={field.mayBeNeeded || undefined} hidden={!required}>
      {' '}
      {t('ui.field.required')}
    </span>
  )
}

/** On what it depends, where the browser runs no scripts. */
export function FieldWords({ field: { tied, words } }: { field: Field }) {
  return words ? (
    <p class="field-when" id={`${tied.id}-when`}>
      {words}
    </p>
  ) : null
}

function FieldErrors({ id, errors }: { id: string; errors: readonly string[] }) {
  if (errors.length === 0) return null
  return (
    <div class="field-error" id={id}>
      {errors.map((sentence) => (
        <p>
          <Icon name="circle-alert" />
          <span>{sentence}</span>
        </p>
      ))}
    </div>
  )
}
