import { t } from '#kernel/i18n'
import { Hidden, List } from '#kernel/ui'
import { kindName } from '#commons/workflow'
import { mergeablesOf, ofEvery } from './data.ts'
import { type NamedPlace, placesOf, singular } from './names.ts'

/** How a name is written in a template; a list, how it is gone through. */
const written = ({ code, sort }: Pick<NamedPlace, 'code' | 'sort'>): string =>
  sort === 'list'
    ? `{% for ${singular(code.split('.').at(-1) ?? '')} in ${code} %} … {% endfor %}`
    : `{{ ${code} }}`

const Names = ({ about, into, label }: { about: string; into: string; label: string }) => (
  <List
    label={label}
    items={placesOf(about ? mergeablesOf(about) : ofEvery).map((one) => ({
      title: <code>{written(one)}</code>,
      why: one.label,
      // The editor shows it; without scripts the name is copied.
      act: (
        <button
          type="button"
          class="button quiet small"
          data-inserts={written(one)}
          data-into={into}
          hidden
        >
          {t('stationery.insert')}
          <Hidden> {one.label}</Hidden>
        </button>
      ),
    }))}
  />
)

/** Above the text of a template, folded: the names that it may use; until a kind that is known was said, those of each. */
export function NamesToInsert({
  about,
  kinds,
  into,
}: {
  about: string | undefined
  kinds: readonly string[]
  into: string
}) {
  const isOne = about === '' || (about !== undefined && kinds.includes(about))
  const told = isOne ? [about] : ['', ...kinds]
  return (
    <>
      {told.map((one) => {
        const label = one === '' ? t('stationery.names.every') : kindName(one)
        return (
          <details>
            <summary>{t('stationery.names_of', { kind: label })}</summary>
            <p class="small">{t('stationery.names_help')}</p>
            <Names about={one} into={into} label={label} />
          </details>
        )
      })}
    </>
  )
}
