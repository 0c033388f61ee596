import { z } from 'zod'
import { permission, stepUp } from '#kernel/access'
import { ApiRoutes, fileInBody } from '#kernel/http'
import { languages } from '#kernel/i18n'
import { ensureMatch, tellEdition } from '#kernel/pages'
import { lockedFacts, ownFacts, ownHosts, pastNames, tenant } from '#kernel/tenancy'
import { armsOf } from './arms.ts'
import { changeFacts, standing } from './facts.ts'
import { liesAtInWords } from './lies-at.ts'
import { FactsFields } from './schema.ts'

export const api = new ApiRoutes('')
const keeps = stepUp(permission('authority.keep'))

const Told = z.object({
  name: z.string(),
  short_name: z.string(),
  address: z.array(z.string()),
  lies_at: z.string().describe('Latitude and longitude in degrees; empty where it does not say.'),
  number: z.string().describe('At the Crossroads Bank for Enterprises; empty where none is given.'),
  kind: z.string(),
  languages: z.array(z.enum(languages)).describe('The first is that of its acts.'),
  hue: z.int(),
  has_arms: z.boolean(),
  arms_alt: z.string(),
  hosts: z.array(z.string()),
  past_names: z.array(
    z.object({ name: z.string(), short_name: z.string(), last_day: z.iso.date() }),
  ),
})

async function told(): Promise<z.input<typeof Told>> {
  const { shortName, armsAlt, arms, liesAt, languages: spoken, ...facts } = await ownFacts()
  const names = await pastNames()
  return {
    ...{ ...facts, short_name: shortName, arms_alt: armsAlt, has_arms: arms !== '' },
    ...{
      lies_at: liesAtInWords(liesAt),
      languages: [...spoken],
      kind: tenant().kind,
      hosts: await ownHosts(),
    },
    past_names: names.map(({ valid_to, ...one }) => ({
      ...one,
      last_day: valid_to.subtract({ days: 1 }).toString(),
    })),
  }
}

api.on(
  'get',
  '/authority',
  keeps,
  { summary: 'What the authority says of itself', answer: Told },
  async (c) => {
    tellEdition(c, standing(await ownFacts()))
    return told()
  },
)

api.on(
  'put',
  '/authority',
  keeps,
  {
    summary:
      'Change what the authority says of itself; `If-Match` refuses where another did meanwhile',
    body: FactsFields.extend({ arms: fileInBody().optional() }),
    answer: Told,
  },
  async (c, { arms, ...fresh }) => {
    ensureMatch(c, standing(await lockedFacts()))
    await changeFacts(fresh, { arms: arms && (await armsOf(arms.bytes)) })
    return told()
  },
)
