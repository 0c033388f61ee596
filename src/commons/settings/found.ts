import { may } from '#kernel/access'
import { folded, t } from '#kernel/i18n'
import { tradeTitleOf } from '#kernel/module'
import { navigation } from '#kernel/pages'
import type { IconName } from '#kernel/ui'
import { folderOf } from './group.ts'
import { type Settings, settings } from './setting.ts'

/** Where else something of the authority is decided: a page of its own, with what is decided there. */
export interface Place {
  readonly label: string
  readonly href: string
  readonly settles: string
  readonly icon: IconName
}

/** What can be decided of one trade, or of what all share. */
export interface Chapter {
  readonly title: string
  readonly groups: readonly Settings[]
  readonly places: readonly Place[]
}

/** The pages on which the one who acts decides something, besides that of settings. */
export const places = (): Place[] =>
  navigation
    .all()
    .flatMap(({ label, href, icon, settles, permission }) =>
      settles && may(permission) ? [{ label: t(label), href, icon, settles: t(settles) }] : [],
    )

/** What can be decided, by trade, what all share first; narrowed to what speaks of `words`. */
export function chapters(words: string): Chapter[] {
  const asked = folded(words).split(/\s+/).filter(Boolean)
  const speaks = (...texts: readonly string[]) => {
    const said = folded(texts.join(' '))
    return asked.every((one) => said.includes(one))
  }
  const shared = t('settings.shared')
  const found = settings.all().flatMap((group): { title: string; group: Settings }[] => {
    const title = t(tradeTitleOf(folderOf(group)) ?? 'settings.shared')
    const all = group.all.filter(({ field: { label, help } }) =>
      speaks(title, t(group.title), t(label), help ? t(help) : ''),
    )
    return all.length > 0 ? [{ title, group: { ...group, all } }] : []
  })
  const elsewhere = places().filter(({ label, settles }) => speaks(shared, label, settles))
  const titles = [...new Set([shared, ...found.map(({ title }) => title)])]
  return titles
    .map((title) => ({
      title,
      groups: found.flatMap((one) => (one.title === title ? [one.group] : [])),
      places: title === shared ? elsewhere : [],
    }))
    .filter(({ groups, places: own }) => groups.length + own.length > 0)
}
