import { z } from 'zod'
import { NotFound } from '#kernel/errors'
import { validated } from '#kernel/http'
import { type AnySetting, type Settings, settings } from './setting.ts'

/** The folder whose settings these are: the first word of their names. */
export const folderOf = ({ all }: Settings): string => all[0]?.name.split('.')[0] ?? ''

/** The settings of a folder of the house. Throws `NotFound`. */
export function settingsOf(folder: string | undefined): Settings {
  const found = settings.all().find((one) => folderOf(one) === folder)
  if (!found) throw new NotFound()
  return found
}

/** A setting by its name, with those that stand beside it. Throws `NotFound`. */
export function settingNamed(name: string | undefined): { one: AnySetting; group: Settings } {
  for (const group of settings.all())
    for (const one of group.all) if (one.name === name) return { one, group }
  throw new NotFound()
}

/** What was given for these settings, as their fields read it. Throws `Invalid` with a sentence each. */
export const read = ({ all }: Settings, given: Readonly<Record<string, unknown>>) =>
  validated(
    z.object(Object.fromEntries(all.map(({ name, field }) => [name, field.schema.optional()]))),
    { ...given },
  ) as Record<string, unknown> // The schema is made of names.
