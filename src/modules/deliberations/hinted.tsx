import { t } from '#kernel/i18n'
import { Note } from '#kernel/ui'
import type { Field } from '#commons/records'
import { type Hint, type Hinted, hintsOf } from './hint.ts'

/** A field of a point under which stands what its title or nature lets one expect there; `current` reads the point. */
export const hinted = <Value, Given>(
  name: Hint['field'],
  field: Field<Value, Given>,
  current: (id: string) => Promise<Hinted>,
): Field<Value, Given> => ({
  ...field,
  input: async (at, value, asking) => {
    const [hints = []] = asking.of ? await hintsOf([await current(asking.of.id)]) : []
    return (
      <>
        {await field.input(at, value, asking)}
        {hints
          .filter((hint) => hint.field === name)
          .map(({ key, params }) => (
            <Note tone="warn">{t(key, params)}</Note>
          ))}
      </>
    )
  },
})
