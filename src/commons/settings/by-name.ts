import { t } from '#kernel/i18n'
import { tradeTitleOf } from '#kernel/module'
import { chapters } from './found.ts'
import { read, settingNamed } from './group.ts'
import {
  type AnySetting,
  decide,
  type Decision,
  decisionOn,
  isDecided,
  lastDecisions,
  takeBack,
  versionOf,
} from './setting.ts'
import { inWords } from './words.ts'

/** A setting as one line tells it. */
export interface ListedSetting {
  readonly trade: string
  readonly name: string
  readonly label: string
  readonly value: string
  /** Who decided; null where it holds by default. */
  readonly decision: Decision | null
}

/** The settings that speak of these words, all of them where there are none. */
export async function listed(words = ''): Promise<ListedSetting[]> {
  const all = chapters(words).flatMap(({ groups }) => groups.flatMap((group) => group.all))
  const last = await lastDecisions(all)
  return Promise.all(all.map((one) => told(one, decisionOn(one, last))))
}

const told = async (one: AnySetting, last: Decision | undefined): Promise<ListedSetting> => ({
  trade: t(tradeTitleOf(one.name.split('.')[0] ?? '') ?? 'settings.shared'),
  ...{ name: one.name, label: t(one.field.label), value: await inWords(one, last) },
  decision: isDecided(last) ? last : null,
})

/** Decides one setting as its form would: the words are those of its field. Throws `Invalid`, `NotFound`. */
export async function decideOne(name: string, words: string): Promise<ListedSetting> {
  const { one, group } = settingNamed(name)
  const version = versionOf(await lastDecisions(group.all))
  await decide(group.all, read(group, { [name]: words }), version)
  return told(one, decisionOn(one, await lastDecisions([one])))
}

/** Takes the decision on one setting back. Throws `Conflict` where there is none. */
export async function takeBackOne(name: string): Promise<ListedSetting> {
  const { one, group } = settingNamed(name)
  await takeBack(one, group.all, versionOf(await lastDecisions(group.all)))
  return told(one, undefined)
}
