import { actor, may, type Permission } from '#kernel/access'
import { type MessageKey, t } from '#kernel/i18n'
import { slot } from '#kernel/module'
import type { TradeTabList } from './trade-tabs.tsx'
import type { IconName, RailEntry, RailGroup, RailProps, TopLink } from '#kernel/ui'

/** A theme under which trades stand together. */
export interface TradeGroup {
  readonly label: MessageKey
}

interface Link {
  label: MessageKey
  href: string
  icon: IconName
  /** Who sees it. */
  permission: Permission
  /** What waits there: dossiers of these kinds. */
  kinds?: readonly string[]
  /** Its tabs: whoever stands below one that a part of the trade put there is in the trade too. */
  tabs?: TradeTabList
  /** What of the authority is decided there, in a sentence: the page of its settings leads there. */
  settles?: MessageKey
}

/**
 * A link of the rail at the left: a trade of this authority, under its theme, what all trades share, or what those who
 * administer the authority keep.
 */
export type NavigationLink = Link &
  ({ section: 'inbox' | 'together' | 'administration' } | { section: 'trades'; group: TradeGroup })

/** The rail, filled by the modules. */
export const navigation = slot<NavigationLink>('navigation')
/** The themes of the rail, in their order. */
export const tradeGroups = slot<TradeGroup>('tradeGroups')
/** What stands at the top of every page beside the inbox, with how much of it is new to the one who acts. */
export const topLinks = slot<Pick<Link, 'label' | 'href' | 'icon' | 'permission'> & News>(
  'topLinks',
)

/** What a person finds under their own name. */
export const personLinks = slot<Pick<Link, 'label' | 'href' | 'icon' | 'permission'>>('personLinks')

/** What somebody finds who acts from outside the authority: a citizen, who acts for an organisation. */
export const outsideLinks = slot<Pick<Link, 'label' | 'href' | 'permission'>>('outsideLinks')
/** Where they begin; the first that is filled. */
export const outsideHome = slot<string>('outsideHome')

interface News {
  /** After the figure, for who hears it: « nouvelles ». */
  countLabel: MessageKey
  count: () => Promise<number>
}

/** The links at the top for the one who acts. */
export const topOfMine = (): Promise<TopLink[]> =>
  Promise.all(
    topLinks
      .all()
      .filter(({ permission }) => may(permission))
      .map(async ({ label, href, icon, countLabel, count }) => ({
        ...{ label: t(label), href, icon, countLabel: t(countLabel) },
        count: await count(),
      })),
  )

/** Says how many dossiers of each kind wait for the one who acts. */
export const waiting = slot<() => Promise<ReadonlyMap<string, number>>>('waiting')

/** How many dossiers of each kind wait for the one who acts. */
export type Counts = ReadonlyMap<string, number>

/** Counts over all trades what waits for the one who acts. */
export async function waitingCounts(): Promise<Counts> {
  const maps = await Promise.all(waiting.all().map((count) => count()))
  return new Map(maps.flatMap((map) => [...map]))
}

/** How much of these kinds waits. */
export const total = (counts: Counts, kinds: Iterable<string> = counts.keys()): number =>
  [...kinds].reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0)

/** The rail of the one who acts, as it stands on the page at this path. */
export function railOf(path: string, counts: Counts): Omit<RailProps, 'path'> {
  const links = navigation.all().filter((link) => may(link.permission))
  const entry = (link: Link) => entryOf(link, path, counts)
  const section = (name: NavigationLink['section']) =>
    links.filter((link) => link.section === name).map(entry)
  const pinned = actor().pinned ?? []
  return {
    first: section('inbox').map((inbox) => ({ ...inbox, count: total(counts) })),
    pinned: pinned
      .flatMap((href) => links.filter((link) => link.section === 'trades' && link.href === href))
      .map(entry),
    groups: tradesByGroup(links.filter(({ href }) => !pinned.includes(href))).map(
      ({ title, links: own }) => ({ title, entries: own.map(entry) }),
    ),
    together: [
      { title: t('pages.together'), entries: section('together') },
      { title: t('pages.administration'), entries: section('administration') },
    ],
  }
}

/** All trades of the one who acts by theme, pinned or not. */
export function tradesOfMine(counts: Counts): RailGroup[] {
  const links = navigation.all().filter((link) => may(link.permission))
  return tradesByGroup(links).map(({ title, links: own }) => ({
    title,
    entries: own.map((link) => entryOf(link, '', counts)),
  }))
}

function tradesByGroup(links: readonly NavigationLink[]) {
  return tradeGroups.all().map((group) => ({
    title: t(group.label),
    links: links.filter((link) => link.section === 'trades' && link.group === group),
  }))
}

function entryOf(
  { label, href, icon, kinds, tabs }: Link,
  path: string,
  counts: Counts,
): RailEntry {
  return {
    label: t(label),
    href,
    icon,
    count: total(counts, kinds ?? []),
    current: [href, ...partsIn(tabs)].some((one) => path === one || path.startsWith(`${one}/`)),
  }
}

/** Where the parts of a trade stand that put a tab at its head: `/followups`. */
const partsIn = (tabs: TradeTabList | undefined): string[] =>
  (tabs?.others.all() ?? []).map(({ href }) => `/${href.split('/')[1]}`)
