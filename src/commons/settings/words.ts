import { t } from '#kernel/i18n'
import { cellInWords } from '#kernel/ui'
import { type AnySetting, type Decision, valueOf } from './setting.ts'

/** The value in plain words, as far as its field has them. */
export async function inWords(one: AnySetting, decision: Decision | undefined): Promise<string> {
  const value: unknown = await valueOf(one, decision)
  const tell = await one.field.plain?.([value])
  return cellInWords(tell?.(value) ?? null) || t('settings.nothing')
}

/** What a decision changed: from what to what. */
export async function changeInWords(
  one: AnySetting,
  decision: Decision,
  before: Decision | undefined,
): Promise<string> {
  return t(decision.is_default ? 'settings.taken_back' : 'settings.changed', {
    what: t(one.field.label),
    value: await inWords(one, decision),
    before: await inWords(one, before),
  })
}
