import type { Child } from 'hono/jsx'
import { FieldFrame, type FieldProps, FieldWords, RequiredMark, useField } from './field.tsx'

export interface Choice {
  value: string
  label: Child
  help?: Child
}

interface ChoiceBoxProps {
  type: 'radio' | 'checkbox'
  id: string
  name: string
  choice: Choice
  checked: boolean
  describedby?: string | undefined
  invalid?: 'true' | undefined
}

function ChoiceBox({ type, id, name, choice, checked, describedby, invalid }: ChoiceBoxProps) {
  const help = choice.help ? `${id}-help` : undefined
  return (
    <div class="choice">
      <input
        type={type}
        id={id}
        name={name}
        value={choice.value}
        checked={checked}
        aria-describedby={[help, describedby].filter(Boolean).join(' ') || undefined}
        aria-invalid={invalid}
      />
      <label for={id}>{choice.label}</label>
      {help && (
        <p class="field-help" id={help}>
          {choice.help}
        </p>
      )}
    </div>
  )
}

export interface RadioGroupProps extends FieldProps {
  choices: readonly Choice[]
  value?: string | undefined
}

/** One answer among a few, all in sight. */
export function RadioGroup(props: RadioGroupProps) {
  const field = useField(props)
  const chosen = field.typed(props.value)
  return (
    <FieldFrame {...props} field={field} group>
      {props.choices.map((choice, index) => (
        <ChoiceBox
          type="radio"
          id={`${field.tied.id}-${index}`}
          name={props.name}
          choice={choice}
          checked={choice.value === chosen}
          invalid={field.tied['aria-invalid']}
        />
      ))}
    </FieldFrame>
  )
}

export interface CheckboxGroupProps extends FieldProps {
  choices: readonly Choice[]
  values?: readonly string[] | undefined
}

/** Several answers: each ticked one is sent under the same name. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  const field = useField(props)
  const chosen = field.ticked(props.values ?? [])
  return (
    <FieldFrame {...props} field={field} group>
      {props.choices.map((choice, index) => (
        <ChoiceBox
          type="checkbox"
          id={`${field.tied.id}-${index}`}
          name={props.name}
          choice={choice}
          checked={chosen.includes(choice.value)}
          invalid={field.tied['aria-invalid']}
        />
      ))}
    </FieldFrame>
  )
}

/** The same, folded where they are many: what is ticked stays in sight, and none may be. */
export function FoldedCheckboxes(props: CheckboxGroupProps) {
  const { name, label, mark, choices, values = [] } = props
  const ticked = choices.filter(({ value }) => values.includes(value))
  return (
    <details>
      <summary>
        {label}
        {mark && <span class="field-mark"> {mark}</span>} :{' '}
        {ticked.length > 0 ? ticked.map((choice, index) => [index > 0 && ', ', choice.label]) : '—'}
      </summary>
      <input type="hidden" name={name} value="" />
      <CheckboxGroup {...props} />
    </details>
  )
}

export interface CheckboxProps extends FieldProps {
  /** Sent when ticked; `on` when absent. Nothing is sent when not ticked. */
  value?: string | undefined
  checked?: boolean | undefined
}

/** Yes or no. After a refused form (`values` of the `Form`) it is ticked only if it was. */
export function Checkbox(props: CheckboxProps) {
  const { name, label, help, required, mark, value = 'on', checked = false } = props
  const field = useField(props)
  const { tied, errors, ticked, words } = field
  return (
    <div class={errors.length ? 'field invalid' : 'field'}>
      <FieldWords field={field} />
      {errors.length > 0 && (
        <p class="field-error" id={`${tied.id}-error`}>
          {errors.join(' ')}
        </p>
      )}
      <ChoiceBox
        type="checkbox"
        id={tied.id}
        name={name}
        choice={{
          value,
          help,
          label: (
            <>
              {label}
              <RequiredMark field={field} required={required} />
              {mark && <span class="field-mark"> {mark}</span>}
            </>
          ),
        }}
        checked={ticked(checked ? [value] : []).includes(value)}
        describedby={
          [words ? `${tied.id}-when` : '', errors.length ? `${tied.id}-error` : '']
            .filter(Boolean)
            .join(' ') || undefined
        }
        invalid={tied['aria-invalid']}
      />
    </div>
  )
}
