import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes } from '#kernel/http'
import { folderOf, read, settingsOf } from './group.ts'
import { decide, decisionOn, lastDecisions, type Settings, settings, versionOf } from './setting.ts'

export const api = new ApiRoutes('/settings')
const decides = permission('settings.decide')

const Group = z.object({
  folder: z.string(),
  version: z.string().describe('Give it back with what is decided.'),
  settings: z.array(
    z.object({
      name: z.string(),
      value: z.unknown(),
      initial: z.unknown().describe('What holds as long as nobody decided.'),
      decided_by: z.string().nullable(),
      decided_at: z.iso.datetime({ offset: true }).nullable(),
    }),
  ),
})

api.on(
  'get',
  '',
  decides,
  { summary: 'What the authority decides for itself, by folder', answer: z.array(Group) },
  () => Promise.all(settings.all().map(told)),
)

api.on(
  'put',
  '/:folder',
  decides,
  {
    summary: 'Decide settings of a folder; what is left out stays',
    body: z.object({ version: z.string(), values: z.record(z.string(), z.unknown()) }),
    answer: Group,
  },
  async (c, { version, values }) => {
    const group = settingsOf(c.req.param('folder'))
    await decide(group.all, read(group, values), version)
    return told(group)
  },
)

async function told(group: Settings) {
  const last = await lastDecisions(group.all)
  return {
    folder: folderOf(group),
    version: versionOf(last),
    settings: group.all.map((one) => {
      const decision = decisionOn(one, last)
      return {
        name: one.name,
        value: decision ? decision.given : one.initial,
        initial: one.initial,
        decided_by: decision?.decided_by ?? null,
        decided_at: decision?.decided_at.toString() ?? null,
      }
    }),
  }
}
