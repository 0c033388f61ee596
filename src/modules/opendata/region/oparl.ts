import type { Call } from '#kernel/http'
import { t } from '#kernel/i18n'
import { regionNames } from '#kernel/pages'
import { lastChanged } from '#modules/publications'
import { json } from '../answers.ts'
import { countAsked } from '../brake.ts'
import { siteOf } from '../forms.tsx'
import { isWithin, type Listing, listOf, times } from '../oparl/listing.ts'
import { bodyObject, systemObject } from '../oparl/objects.ts'
import { placed, reading } from './authorities.ts'

/** How the portal calls itself. */
export function nameOfAll(): string {
  const [named] = regionNames.every()
  return named ? t(named.name) : 'Beffroi'
}

/** The system (OParl) whose bodies are all authorities; each is also the body of a system of its own. */
export async function systemOfAll(c: Call): Promise<Response> {
  countAsked('lists')
  const modified = (await lastChanged()) ?? Temporal.Instant.fromEpochMilliseconds(0)
  return json(systemObject(siteOf(c), nameOfAll(), { created: modified, modified }))
}

/** Authorities as bodies, a page at a time: the same objects, at their own addresses, as each tells of itself. */
export async function bodiesOfAll(c: Call, asked: Listing): Promise<Response> {
  countAsked('lists')
  const after = (await placed(c)).filter(({ slug }) => slug > (asked.after ?? ''))
  const shown = after.slice(0, asked.limit)
  const bodies = []
  for (const one of shown) {
    const told = await reading(one, async () => {
      const own = await times()
      return isWithin(own, asked) ? bodyObject(one.site, own) : undefined
    })
    if (told) bodies.push(told)
  }
  return listOf(c, asked, bodies, after.length > shown.length ? shown.at(-1)?.slug : undefined)
}
