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

/** Above the text of a template, folded: the names that it may use; before one said of what it tells, those of each kind. */
export function NamesToInsert({
  about,
  kinds,
  into,
}: {
  about: string | undefined
  kinds: readonly string[]
  into: string
}) {
  const told = about === undefined ? ['', ...kinds] : [about]
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
