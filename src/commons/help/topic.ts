import { may, type Permission } from '#kernel/access'
import { folded, type MessageKey, t } from '#kernel/i18n'
import { slot, tradeTitleOf } from '#kernel/module'

/** A task that somebody comes with (tâche), as its folder explains it: what it is called, its steps, where it begins. */
export interface Task {
  /** The folder that has the task; of a trade, the tasks stand under its title. */
  of: string
  /** « Écrire un point » */
  title: MessageKey
  /** A line for each step. */
  steps: MessageKey
  /** Where it begins: a page that whoever has `permission` may open. */
  href: string
  permission: Permission
}

/** What people do here; each folder explains its own. */
export const helpTasks = slot<Task>('helpTasks')

/** A task in the words of who reads. */
export interface Explained {
  trade: string
  title: string
  steps: string[]
  href: string
}

/** The tasks of the one who acts that speak of all these words, those of a trade one after the other. */
export function explained(words = ''): Explained[] {
  const asked = folded(words).split(/\s+/).filter(Boolean)
  return helpTasks
    .all()
    .filter(({ permission }) => may(permission))
    .map(({ of, title, steps, href }) => {
      const trade = tradeTitleOf(of)
      return {
        ...{ trade: trade ? t(trade) : t('help.common'), href },
        ...{ title: t(title), steps: t(steps).split('\n') },
      }
    })
    .filter((one) => {
      const said = folded([one.trade, one.title, ...one.steps].join(' '))
      return asked.every((word) => said.includes(word))
    })
}
