import { z } from 'zod'
import { permission, stepUp } from '#kernel/access'
import { Invalid } from '#kernel/errors'
import { ApiRoutes, flag, optionalLine } from '#kernel/http'
import { t } from '#kernel/i18n'
import { chapters, places } from './found.ts'
import { folderOf, read, settingNamed, settingsOf } from './group.ts'
import { changesOf } from './past.ts'
import {
  decide,
  decisionOn,
  isDecided,
  lastDecisions,
  type Settings,
  settings,
  takeBack,
  versionOf,
} from './setting.ts'

export const api = new ApiRoutes('/settings')
const decides = stepUp(permission('settings.decide'))

const Group = z.object({
  folder: z.string(),
  version: z.string().describe('Give it back with what is decided.'),
  settings: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      help: z.string().nullable(),
      value: z.unknown(),
      is_default: z.boolean().describe('Nobody decided, or it was taken back.'),
      inherited: z
        .string()
        .nullable()
        .describe('What is taken in its place as long as it is left empty.'),
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
  {
    summary: 'What the authority decides for itself, by folder',
    query: z.object({ q: optionalLine(100).describe('Words that they speak of') }),
    answer: z.array(Group),
  },
  (_c, { q }) =>
    Promise.all(
      chapters(q)
        .flatMap(({ groups }) => groups)
        .map(told),
    ),
)

api.on(
  'get',
  '/places',
  decides,
  {
    summary:
      'Where else the authority decides something: series of numbers, closing days, providers…',
    answer: z.array(z.object({ label: z.string(), href: z.string(), settles: z.string() })),
  },
  async () => places().map(({ label, href, settles }) => ({ label, href, settles })),
)

api.on(
  'get',
  '/decisions',
  decides,
  {
    summary: 'Who decided what of the settings, when, from what to what, the last first',
    query: z.object({ all: flag().describe('More than the last 50') }),
    answer: z.object({
      all: z.int().describe('How many there are'),
      decisions: z.array(
        z.object({
          name: z.string(),
          decided_by: z.string(),
          decided_at: z.iso.datetime({ offset: true }),
          words: z.string(),
        }),
      ),
    }),
  },
  async (_c, { all }) => {
    const past = await changesOf(
      settings.all().flatMap((group) => group.all),
      all ? null : 50,
    )
    return {
      all: past.all,
      decisions: past.rows.map(({ one, by, at, words }) => ({
        ...{ name: one.name, decided_by: by, decided_at: at.toString(), words },
      })),
    }
  },
)

/** What is of another folder is not decided here: it is told, and not left unread. */
function ensureOf({ all }: Settings, values: Readonly<Record<string, unknown>>): void {
  const other = Object.keys(values).find((name) => !all.some((one) => one.name === name))
  if (other !== undefined) throw Invalid.field(other, 'http.field.unknown')
}

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
    ensureOf(group, values)
    await decide(group.all, read(group, values), version)
    return told(group)
  },
)

api.on(
  'post',
  '/:name/default',
  decides,
  {
    summary: 'Take back what was decided of a setting: what holds without a decision holds again',
    body: z.object({ version: z.string().max(40).describe('Of its folder') }),
    answer: Group,
  },
  async (c, { version }) => {
    const { one, group } = settingNamed(c.req.param('name'))
    await takeBack(one, group.all, version)
    return told(group)
  },
)

async function told(group: Settings) {
  const last = await lastDecisions(settingsOf(folderOf(group)).all)
  return {
    folder: folderOf(group),
    version: versionOf(last),
    settings: group.all.map((one) => {
      const decision = decisionOn(one, last)
      const value: unknown = isDecided(decision) ? decision.given : one.initial
      return {
        name: one.name,
        label: t(one.field.label),
        help: one.field.help ? t(one.field.help) : null,
        value,
        is_default: !isDecided(decision),
        inherited: one.inherits && !value ? one.inherits.value() : null,
        initial: one.initial,
        decided_by: decision?.decided_by ?? null,
        decided_at: decision?.decided_at.toString() ?? null,
      }
    }),
  }
}
