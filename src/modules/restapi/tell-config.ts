import { today } from '#commons/clock'
import { standsOn } from '#commons/organs'
import { base, type Config } from './config.ts'
import { type Choice, lists } from './lists.ts'
import type { Params } from './params.ts'
import { uidOf } from './uid.ts'

/** A configuration as `@config` tells it. */
export async function toldConfig(config: Config, asked: Params): Promise<object> {
  const all = await lists()
  const { organ, id } = config
  const included = asked.many('extra_include')
  const element = (type: string, { token, title }: Choice) => ({
    ...{ '@type': type, id: token, UID: token, title, review_state: 'active', enabled: true },
  })
  const extra: Record<string, () => object[]> = {
    categories: () => all.category.open.map((one) => element('meetingcategory', one)),
    classifiers: () => all.classifier.open.map((one) => element('meetingcategory', one)),
    groups_in_charge: () => all.inCharge.open.map((one) => element('organization', one)),
    proposing_groups: () => all.service.open.map((one) => element('organization', one)),
    associated_groups: () => all.service.open.map((one) => element('organization', one)),
    pod_templates: () => [],
    searches: () => [],
  }
  return {
    '@id': `${await base()}/@config?config_id=${id}`,
    '@type': 'MeetingConfig',
    '@extra_includes': Object.keys(extra),
    ...{ UID: uidOf(organ.id), id, title: organ.name },
    review_state: standsOn(organ, today()) ? 'active' : 'inactive',
    ...{ shortName: organ.acronym, itemTypeName: config.itemType },
    meetingTypeName: config.meetingType,
    ...Object.fromEntries(
      included.flatMap((name) => {
        const tell = extra[name]
        return tell ? [[`extra_include_${name}`, tell()]] : []
      }),
    ),
  }
}
