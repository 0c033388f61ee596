import { t } from '#kernel/i18n'
import { Icon, type IconName } from './icons.tsx'
import { Count, Hidden } from './mark.tsx'

/** A line of the rail: a trade, or what all trades share. */
export interface RailEntry {
  label: string
  href: string
  icon: IconName
  /** What waits there for the person. */
  count?: number | undefined
  current?: boolean | undefined
}

/** The trades of one theme that the person did not pin. */
export interface RailGroup {
  title: string
  entries: readonly RailEntry[]
}

export interface RailProps {
  /** What stands above all trades: the inbox. */
  first: readonly RailEntry[]
  pinned: readonly RailEntry[]
  groups: readonly RailGroup[]
  /** What all trades share, below them. */
  together: readonly RailGroup[]
  /** Path of this page: where a pin comes back to. */
  path: string
}

/** Where all trades stand on one page, and where a name is looked for without JavaScript. */
const tradesPath = '/rail'
/** Where a pin is posted: `trade`, its address; `pinned`, yes or no; `back`, a local path. */
const pinsPath = '/rail/pins'
/** The key that looks for a trade, from anywhere. */
const findKey = 'g'
/** As many trades as stand in sight of themselves: they are neither folded nor looked for. */
const inSight = 7

/**
 * The trades at the left: beside the page on a wide screen, narrow on a tablet, a popover on a phone,
 * which opens without JavaScript.
 */
export function Rail(rail: RailProps) {
  const { first, pinned, groups, together, path } = rail
  const shared = together.filter(({ entries }) => entries.length > 0)
  const many = tradesOf(rail) > inSight
  return (
    <nav
      class={many ? 'rail many' : 'rail'}
      id="rail"
      popover="auto"
      aria-label={t('ui.navigation')}
    >
      <button
        type="button"
        class="button quiet icon-only rail-button"
        popovertarget="rail"
        popovertargetaction="hide"
        aria-label={t('ui.close')}
      >
        <Icon name="x" />
      </button>
      <Lines entries={first} />
      {many && <RailFind />}
      {pinned.length > 0 && (
        <div>
          <h2>{t('ui.rail.pinned')}</h2>
          <Lines entries={pinned} pin={{ pinned: true, path }} />
        </div>
      )}
      {groups.map((group) => (
        <Group group={group} path={path} folds={many} />
      ))}
      {many && (
        <button type="button" class="rail-all" popovertarget="rail">
          <Icon name="layout-grid" />
          <span>{t('ui.rail.all')}</span>
        </button>
      )}
      {shared.length > 0 && (
        <div class="together">
          {shared.map(({ title, entries }) => (
            <>
              <h2>{title}</h2>
              <Lines entries={entries} />
            </>
          ))}
        </div>
      )}
    </nav>
  )
}

const tradesOf = ({ pinned, groups }: Pick<RailProps, 'pinned' | 'groups'>) =>
  groups.reduce((sum, { entries }) => sum + entries.length, pinned.length)

/** Looks for a trade by its name: in the rail as one writes, on the page of all trades without JavaScript. */
function RailFind() {
  return (
    <rail-find>
      <search aria-label={t('ui.rail.find')}>
        <form class="rail-find" method="get" action={tradesPath}>
          <Icon name="search" />
          <input
            type="search"
            name="q"
            autocomplete="off"
            aria-label={t('ui.rail.find')}
            placeholder={t('ui.rail.find')}
            aria-keyshortcuts={findKey}
            data-shortcut={findKey}
          />
          <kbd aria-hidden="true">{findKey.toUpperCase()}</kbd>
        </form>
      </search>
      <output class="rail-found" data-none={t('ui.rail.none')}></output>
    </rail-find>
  )
}

/** The trades of a theme. Where nothing waits in any of them, they are folded and say so. */
function Group({ group, path, folds }: { group: RailGroup; path: string; folds: boolean }) {
  const { title, entries } = group
  const lines = <Lines entries={entries} pin={{ pinned: false, path }} />
  if (entries.length === 0) return null
  if (!folds)
    return (
      <div>
        <h2>{title}</h2>
        {lines}
      </div>
    )
  const waiting = entries.reduce((sum, { count = 0 }) => sum + count, 0)
  return (
    <details open={waiting > 0 || entries.some(({ current }) => current)}>
      <summary>
        <Icon name="chevron-right" />
        {title}
        <span class="rail-sum">
          {waiting > 0 ? waiting : t('ui.rail.nothing', { count: entries.length })}
          {waiting > 0 && <Hidden> {t('ui.inbox.waiting')}</Hidden>}
        </span>
      </summary>
      {lines}
    </details>
  )
}

interface LinesProps {
  entries: readonly RailEntry[]
  /** Whether these are pinned; absent for what cannot be. */
  pin?: { pinned: boolean; path: string }
}

function Lines({ entries, pin }: LinesProps) {
  return (
    <ul>
      {entries.map((entry) => (
        <li>
          <a href={entry.href} aria-current={entry.current ? 'page' : undefined}>
            <Icon name={entry.icon} />
            <span>{entry.label}</span>
            <Count value={entry.count || undefined} />
          </a>
          {pin && <Pin of={entry} {...pin} />}
        </li>
      ))}
    </ul>
  )
}

interface PinProps {
  of: RailEntry
  pinned: boolean
  path: string
  /** It stands in the page, which has the rail beside it. */
  inPage?: boolean
}

/** Pins a trade, or lets it go; it says which by whether it is pressed. */
export function Pin({ of, pinned, path, inPage }: PinProps) {
  return (
    <form class="pin" method="post" action={pinsPath}>
      <input type="hidden" name="trade" value={of.href} />
      <input type="hidden" name="back" value={path} />
      <button
        id={`${inPage ? 'page-' : ''}pin${of.href.replaceAll('/', '-')}`}
        name="pinned"
        value={pinned ? 'no' : 'yes'}
        aria-pressed={pinned ? 'true' : 'false'}
        aria-label={t('ui.rail.pin', { trade: of.label })}
      >
        <Icon name={pinned ? 'pin-off' : 'pin'} />
      </button>
    </form>
  )
}
