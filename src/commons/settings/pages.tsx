import { z } from 'zod'
import { permission, stepUp } from '#kernel/access'
import { NotFound } from '#kernel/errors'
import { type Attempt, type Call, form, optionalLine, PageRoutes, wantsAll } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { page, redirect } from '#kernel/pages'
import {
  Card,
  Cut,
  EmptyState,
  filterAddress,
  Filters,
  Head,
  History,
  List,
  Stack,
} from '#kernel/ui'
import { type Chapter, chapters } from './found.ts'
import { folderOf, read, settingNamed, settingsOf } from './group.ts'
import { GroupCard } from './group-card.tsx'
import { changesOf } from './past.ts'
import { type AnySetting, decide, takeBack } from './setting.ts'

export const pages = new PageRoutes('/settings')
const decides = stepUp(permission('settings.decide'))

const Asked = z.object({ q: optionalLine(100) })
/** Its other fields are those of the settings of the folder. */
const Decided = z.looseObject({ version: z.string().max(40) })
const TakenBack = z.object({ version: z.string().max(40) })

pages.get('/', decides, form(Asked), (c, { q }) => settingsPage(c, q))

pages.post('/:folder', decides, form(Decided, tried), async (c, { version, ...given }) => {
  const group = settingsOf(c.req.param('folder'))
  await decide(group.all, read(group, given), version)
  return redirect(c, '/settings', { key: 'settings.saved' })
})

pages.post('/:name/default', decides, form(TakenBack), async (c, { version }) => {
  const { one, group } = settingNamed(c.req.param('name'))
  await takeBack(one, group.all, version)
  return redirect(c, '/settings', {
    key: 'settings.back_to_default',
    params: { what: t(one.field.label) },
  })
})

function tried(c: Call, attempt: Attempt): Promise<Response> {
  const folder = c.req.param('folder')
  // A form that is shown again is one of the page; another folder has none.
  if (!chapters('').some(({ groups }) => groups.some((one) => folderOf(one) === folder)))
    throw new NotFound()
  return settingsPage(c, '', attempt)
}

async function settingsPage(c: Call, q: string, attempt?: Attempt): Promise<Response> {
  const title = t('settings.title')
  const found = chapters(q)
  const folder = attempt && c.req.param('folder')
  const past = await Past({
    of: found.flatMap(({ groups }) => groups.flatMap(({ all }) => all)),
    all: wantsAll(c, 'decisions'),
    address: (more) => filterAddress('/settings', { q, ...more }),
  })
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Head title={title} facts={t('settings.lead')} />
      <Stack>
        <Filters
          action="/settings"
          sentence={[
            t('settings.speak_of'),
            { kind: 'text', name: 'q', label: t('settings.words'), value: q },
          ]}
          apply={t('settings.search')}
          reset={q ? '/settings' : undefined}
        />
        {found.length === 0 && <EmptyState icon="search" sentence={t('settings.none')} />}
        {found.map((chapter) => (
          <ChapterCards of={chapter} folder={folder} attempt={attempt} />
        ))}
        {past}
      </Stack>
    </>,
  )
}

interface ChapterProps {
  of: Chapter
  folder: string | undefined
  attempt: Attempt | undefined
}

/** What is decided of a trade: its settings, and the pages on which more is. */
const ChapterCards = ({ of: { title, groups, places }, folder, attempt }: ChapterProps) => (
  <Stack>
    <h2>{title}</h2>
    {groups.map((group) => (
      <GroupCard group={group} attempt={folderOf(group) === folder ? attempt : undefined} />
    ))}
    {places.length > 0 && (
      <Card title={t('settings.elsewhere')} level={3} flush>
        <List
          label={t('settings.elsewhere')}
          items={places.map(({ label, href, icon, settles }) => ({
            ...{ title: label, href, icon, why: settles },
          }))}
        />
      </Card>
    )}
  </Stack>
)

interface PastProps {
  of: readonly AnySetting[]
  all: boolean
  address: (more: Record<string, string>) => string
}

/** Who decided what, from what to what, the last first. */
async function Past({ of, all, address }: PastProps) {
  const past = await changesOf(of, all ? null : 50)
  return (
    past.rows.length > 0 && (
      <Card title={t('settings.past')}>
        <History
          entries={past.rows.map(({ by, at, words }) => ({
            who: by,
            what: words,
            when: { text: formatDateTime(at, 'short'), datetime: at },
          }))}
        />
        <Cut of={past} href={address({ all: 'decisions' })} />
      </Card>
    )
  )
}
