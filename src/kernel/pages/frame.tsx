import type { Child } from 'hono/jsx'
import { getCookie } from 'hono/cookie'
import type { Context } from 'hono'
import { actor, may, type Permission } from '#kernel/access'
import { type MessageKey, t } from '#kernel/i18n'
import { slot } from '#kernel/module'
import { offeredLanguages, tenant } from '#kernel/tenancy'
import {
  type Authority,
  type IconName,
  type NavigationSection,
  type Preferences,
  Shell,
} from '#kernel/ui'
import { takeFlash } from './flash.ts'

/** A link of the rail at the left: a trade of this authority, or what all trades share. */
export interface NavigationLink {
  section: 'inbox' | 'trades' | 'together'
  label: MessageKey
  href: string
  icon: IconName
  /** Who sees it. */
  permission: Permission
  /** What waits there: dossiers of these kinds. */
  kinds?: readonly string[]
}

/** The rail, filled by the modules. */
export const navigation = slot<NavigationLink>('navigation')
/** Says how many dossiers of each kind wait for the one who acts. */
export const waiting = slot<() => Promise<ReadonlyMap<string, number>>>('waiting')
/** Says what somebody is, by what they bear: it stands beside their name. */
export const titles = slot<(principals: readonly string[]) => string | undefined>('titles')

export interface PageOptions {
  title: string
  /** 200 unless told; 422 for a form that is shown again, 409 for a page that says why not. */
  status?: 200 | 404 | 409 | 422
  /** What was searched. */
  search?: string
  /** Work is under way: the page looks again every second. */
  pending?: boolean
  pageClass?: string
  scripts?: readonly string[]
}

/** Answers with a page of the house: rail, search, person, and the body that the module made. */
export async function page(c: Context, options: PageOptions, body: Child): Promise<Response> {
  const { status = 200, ...rest } = options
  const counts = await waitingCounts()
  const flash = takeFlash(c)
  return c.html(
    <Shell
      {...rest}
      authority={authorityLook()}
      person={{
        name: actor().name,
        role: titles.all().flatMap((title) => title(actor().principals) ?? [])[0],
      }}
      navigation={sections(c.req.path, counts)}
      inboxCount={total(counts, [...counts.keys()])}
      preferences={preferencesOf(c)}
      path={c.req.path}
      flash={flash}
    >
      {body}
    </Shell>,
    status,
  )
}

async function waitingCounts(): Promise<ReadonlyMap<string, number>> {
  const maps = await Promise.all(waiting.all().map((count) => count()))
  return new Map(maps.flatMap((map) => [...map]))
}

const total = (counts: ReadonlyMap<string, number>, kinds: readonly string[]) =>
  kinds.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0)

function sections(path: string, counts: ReadonlyMap<string, number>): NavigationSection[] {
  const links = navigation.all().filter((link) => may(link.permission))
  const titles = { inbox: undefined, trades: t('pages.trades'), together: t('pages.together') }
  return (['inbox', 'trades', 'together'] as const)
    .map((section) => ({
      title: titles[section],
      entries: links
        .filter((link) => link.section === section)
        .map((link) => ({
          label: t(link.label),
          href: link.href,
          icon: link.icon,
          count: (link.kinds && total(counts, link.kinds)) || undefined,
          current: path === link.href || path.startsWith(`${link.href}/`),
        })),
    }))
    .filter(({ entries }) => entries.length > 0)
}

/** How pages of the current authority look. */
export function authorityLook(): Authority {
  const { shortName, hue, arms } = tenant()
  return {
    name: shortName,
    themeHref: `/theme.css?hue=${hue}`,
    arms: arms ? '/arms.svg' : undefined,
  }
}

const densities = ['comfortable', 'compact'] as const
const themes = ['system', 'light', 'dark'] as const

/** What the person chose about how pages look, from their cookies. */
export function preferencesOf(c: Context): Preferences {
  return {
    density: densities.find((one) => one === getCookie(c, 'density')),
    theme: themes.find((one) => one === getCookie(c, 'theme')),
    languages: offeredLanguages(),
  }
}
