import { knownMessage, type MessageKey, t } from '#kernel/i18n'
import type { Permission } from './index.ts'
import './locales/index.ts'

/**
 * The message that says a permission, in the catalogue of its folder: `deliberations.permission.item.edit`. Those of plain
 * registers (`read`, `write`, `edit`, `step`, `publish`) are said here, where their folder has no words of its own.
 */
export function permissionKey(name: string): string {
  const [folder = '', ...rest] = name.split('.')
  const own = `${folder}.permission.${rest.join('.')}`
  const common = `access.permission.${rest.join('.')}`
  return !knownMessage(own) && knownMessage(common) ? common : own
}

/** What a permission allows, in words: « Modifier un point ». */
export function permissionWords({ name }: Permission): string {
  const key: MessageKey | undefined = knownMessage(permissionKey(name))
  return key ? t(key) : name
}
