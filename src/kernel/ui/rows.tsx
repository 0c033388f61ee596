import type { Child } from 'hono/jsx'
import { useContext } from '#kernel/jsx'
import { t } from '#kernel/i18n'
import { Button } from './button.tsx'
import { FieldFrame, type FieldProps, FormContext, useField } from './field.tsx'

export interface RowsFieldProps extends FieldProps {
  /** The inputs of each row, named `lines.0.what`; those below the last filled one are to be filled in. */
  rows: readonly (readonly Child[])[]
  /** How many there may be. */
  most: number
}

/**
 * Rows of inputs, to which one adds and of which one takes away: by buttons that send the form to where it
 * is shown again (`again` of the `Form`), with `drop` or `add`.
 */
export function RowsField(props: RowsFieldProps) {
  const { again } = useContext(FormContext)
  const field = useField(props)
  const { name, rows, most } = props
  return (
    <FieldFrame {...props} field={field} group>
      {rows.map((inputs, index) => (
        <fieldset class="form-row">
          <legend>{t('ui.rows.row', { number: index + 1 })}</legend>
          {inputs}
          {again && (
            <Button tone="quiet" small name="drop" value={`${name}.${index}`} formaction={again}>
              {t('ui.rows.drop', { number: index + 1 })}
            </Button>
          )}
        </fieldset>
      ))}
      {again && rows.length < most && (
        <Button small icon="plus" name="add" value={name} formaction={again}>
          {t('ui.rows.add')}
        </Button>
      )}
    </FieldFrame>
  )
}
