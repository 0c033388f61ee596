import { t } from '#kernel/i18n'
import { kept } from '#kernel/jsx'
import { Button, Icon, Menu } from '#kernel/ui'

export interface ColumnsMenuProps {
  /** The name of the list, and the query of its view that is shown. */
  list: string
  view: string
  /** What each is called, by name; the first one is always shown. */
  all: Readonly<Record<string, string>>
  /** Those that are shown, in their order, the first one left out. */
  chosen: readonly string[]
  /** Where the list stands, to go back to. */
  back: string
}

/** Chooses and orders the columns of a list: boxes to tick, and buttons that move one. The same for all who chose the same. */
export const ColumnsMenu = (props: ColumnsMenuProps) =>
  kept(`columns ${JSON.stringify(props)}`, () => <Columns {...props} />)

function Columns({ list, view, all, chosen, back }: ColumnsMenuProps) {
  const [first = '', ...names] = Object.keys(all)
  const others = names.filter((name) => !chosen.includes(name))
  const label = t('views.columns', { count: chosen.length + 1, all: names.length + 1 })
  return (
    <Menu label={label} icon="columns-3" small>
      <form method="post" action="/views/columns" class="columns-menu">
        <input type="hidden" name="list" value={list} />
        <input type="hidden" name="view" value={view} />
        <input type="hidden" name="back" value={back} />
        <p class="columns-head">
          <strong>{t('views.columns.shown')}</strong>
          <Button tone="primary" small>
            {t('views.columns.keep')}
          </Button>
        </p>
        <ul>
          <li>
            <label>
              <input type="checkbox" checked disabled /> {all[first]}
            </label>
          </li>
          {chosen.map((name, index) => (
            <li>
              <Box name={name} label={all[name]} ticked />
              <Move way="up" name={name} label={all[name]} off={index === 0} />
              <Move way="down" name={name} label={all[name]} off={index === chosen.length - 1} />
            </li>
          ))}
        </ul>
        {others.length > 0 && (
          <>
            <p class="columns-head">
              <strong>{t('views.columns.others')}</strong>
            </p>
            <ul>
              {others.map((name) => (
                <li>
                  <Box name={name} label={all[name]} />
                </li>
              ))}
            </ul>
          </>
        )}
        <small class="muted">{t('views.columns.yours')}</small>
      </form>
    </Menu>
  )
}

interface BoxProps {
  name: string
  label: string | undefined
  ticked?: true
}

const Box = ({ name, label, ticked }: BoxProps) => (
  <label>
    <input type="checkbox" name="columns" value={name} checked={ticked} /> {label}
  </label>
)

interface MoveProps extends Omit<BoxProps, 'ticked'> {
  way: 'up' | 'down'
  off: boolean
}

/** Keeps what is ticked too: nothing of it is lost. */
const Move = ({ way, name, label = name, off }: MoveProps) => (
  <button
    class="columns-move"
    name="move"
    value={`${way}:${name}`}
    disabled={off}
    aria-label={t(`views.columns.${way}`, { label })}
  >
    <Icon name={way === 'up' ? 'arrow-up' : 'arrow-down'} />
  </button>
)
