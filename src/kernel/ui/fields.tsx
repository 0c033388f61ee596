import { formatFileSize, t } from '#kernel/i18n'
import { FieldFrame, type FieldProps, useField } from './field.tsx'

export interface TextFieldProps extends FieldProps {
  value?: string | undefined
  type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'number' | 'search' | 'time' | undefined
  /** What the browser may fill in (HTML autocomplete token): WCAG 1.3.5. */
  autocomplete?: string | undefined
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | undefined
  /** Expected length: draws a field of that size. */
  size?: 'short' | 'medium' | undefined
  maxlength?: number | undefined
  /** Answers to choose from; another may be typed. */
  suggestions?: readonly string[] | undefined
  /** The id of `Suggestions` that stand in the page once, for several fields. */
  suggestedBy?: string | undefined
  /** After the field: « € HTVA ». */
  unit?: string | undefined
}

export function TextField(props: TextFieldProps) {
  const { type = 'text', autocomplete, inputmode, size, maxlength, suggestions, unit } = props
  const field = useField(props)
  const list = props.suggestedBy ?? (suggestions && `${field.tied.id}-list`)
  return (
    <FieldFrame {...props} field={field}>
      <div class="control">
        <input
          {...field.tied}
          type={type}
          class={size}
          value={type === 'password' ? undefined : field.typed(props.value)}
          autocomplete={autocomplete}
          inputmode={inputmode}
          maxlength={maxlength}
          list={list}
        />
        {unit && <span class="unit">{unit}</span>}
      </div>
      {suggestions && <Suggestions id={list} of={suggestions} />}
    </FieldFrame>
  )
}

/** Answers that a browser proposes to who types in a field that names them by their `id`. */
export const Suggestions = ({ id, of }: { id: string | undefined; of: readonly string[] }) => (
  <datalist id={id}>
    {of.map((answer) => (
      <option>{answer}</option>
    ))}
  </datalist>
)

export interface TextAreaProps extends FieldProps {
  value?: string | undefined
  rows?: number | undefined
  maxlength?: number | undefined
}

/** Several lines; it grows with what is typed. */
export function TextArea(props: TextAreaProps) {
  const field = useField(props)
  return (
    <FieldFrame {...props} field={field}>
      <textarea {...field.tied} rows={props.rows ?? 4} maxlength={props.maxlength}>
        {field.typed(props.value) ?? ''}
      </textarea>
    </FieldFrame>
  )
}

export interface Option {
  value: string
  label: string
}
export interface OptionGroup {
  label: string
  options: readonly Option[]
}

export interface SelectProps extends FieldProps {
  options: readonly (Option | OptionGroup)[]
  value?: string | undefined
  /** First line, without value: « Choisir un service ». */
  prompt?: string | undefined
}

export function Select(props: SelectProps) {
  const field = useField(props)
  const chosen = field.typed(props.value) ?? ''
  const option = ({ value, label }: Option) => (
    <option value={value} selected={value === chosen}>
      {label}
    </option>
  )
  return (
    <FieldFrame {...props} field={field}>
      <select {...field.tied}>
        {props.prompt !== undefined && <option value="">{props.prompt}</option>}
        {props.options.map((one) =>
          'options' in one ? (
            <optgroup label={one.label}>{one.options.map(option)}</optgroup>
          ) : (
            option(one)
          ),
        )}
      </select>
    </FieldFrame>
  )
}

export interface DateFieldProps extends FieldProps {
  value?: Temporal.PlainDate | string | undefined
  min?: Temporal.PlainDate | undefined
  max?: Temporal.PlainDate | undefined
}

/** A day, sent as `2026-06-25`. */
export function DateField(props: DateFieldProps) {
  const field = useField(props)
  return (
    <FieldFrame {...props} field={field}>
      <input
        {...field.tied}
        type="date"
        class="medium"
        value={field.typed(props.value?.toString())}
        min={props.min?.toString()}
        max={props.max?.toString()}
      />
    </FieldFrame>
  )
}

export interface DateTimeFieldProps extends FieldProps {
  /** In the time of the authority. */
  value?: Temporal.PlainDateTime | string | undefined
  min?: Temporal.PlainDateTime | undefined
  max?: Temporal.PlainDateTime | undefined
}

const toMinute = (value: Temporal.PlainDateTime | string | undefined) =>
  typeof value === 'object' ? value.toString({ smallestUnit: 'minute' }) : value

/** A day and a time, sent as `2026-06-25T20:00` without zone: the time of the authority. */
export function DateTimeField(props: DateTimeFieldProps) {
  const field = useField(props)
  return (
    <FieldFrame {...props} field={field}>
      <input
        {...field.tied}
        type="datetime-local"
        class="medium"
        value={field.typed(toMinute(props.value))}
        min={toMinute(props.min)}
        max={toMinute(props.max)}
      />
    </FieldFrame>
  )
}

export interface FileFieldProps extends FieldProps {
  multiple?: boolean | undefined
  /** `.pdf`, `image/*`: what the file chooser proposes. */
  accept?: readonly string[] | undefined
  /** Said beside the field: « PDF ou image ». */
  hint?: string | undefined
  /** How much may be sent at a time, in bytes: said before, and known to the page. */
  most?: number | undefined
  /** Each file stands for itself: one that cannot be taken does not keep the others. */
  apart?: boolean | undefined
}

const named = { name: '{name}', size: '{size}', most: '{most}' }

/** Where an upload says how far it is, and what of it was not sent (islands/uploads.ts). */
const UploadLine = () => (
  <>
    <div class="upload-line" data-upload-line hidden />
    <output
      class="upload-says"
      data-upload-says
      data-sent={t('ui.upload.sent', { percent: '{percent}' })}
      data-too-large={t('ui.upload.too_large', named)}
      data-too-much={t('ui.upload.too_much', named)}
      data-empty={t('ui.upload.empty', named)}
      data-cut={t('ui.upload.cut')}
    />
  </>
)

/** Files; the `Form` around it is `multipart`. */
export function FileField(props: FileFieldProps) {
  const { most } = props
  const help = [
    ...[props.help, props.hint, props.multiple && t('ui.field.several_files')],
    most && t('ui.field.most', { size: formatFileSize(most) }),
  ]
    .filter(Boolean)
    .flatMap((sentence, index) => (index ? [' ', sentence] : [sentence]))
  const described = { ...props, help: help.length ? help : undefined }
  const field = useField(described)
  return (
    <FieldFrame {...described} field={field}>
      <input
        {...field.tied}
        type="file"
        multiple={props.multiple}
        accept={props.accept?.join(',')}
        data-most={most}
        data-apart={props.apart || undefined}
      />
      <UploadLine />
    </FieldFrame>
  )
}
