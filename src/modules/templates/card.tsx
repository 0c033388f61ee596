import { loadedOnce } from '#kernel/db'
import { may, permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { Badge, Hidden, Note, PostButton, SideSection } from '#kernel/ui'
import { isOver, itemPath, type Meeting } from '#modules/deliberations'
import { type Placed, placedOn } from './recurring.ts'
import { templates } from './template.ts'

const runs = permission('templates.recurring')

/** The page of a meeting tells of them in two places. */
const shown = loadedOnce(async () => new Map<string, Promise<Placed[]>>())

async function shownOn(meeting: Meeting): Promise<Placed[]> {
  const known = await shown.get()
  const placed = known.get(meeting.id) ?? placedOn(meeting)
  known.set(meeting.id, placed)
  return placed
}

/** Before the agenda of a meeting: recurring points that could not be put on it. */
export async function Halted({ meeting }: { meeting: Meeting }) {
  if (!may(runs) || isOver(meeting)) return null
  const halted = (await shownOn(meeting)).filter(({ state }) => state === 'halted')
  return (
    <>
      {halted.map(({ template, why }) => (
        <Note tone="warn">
          {t('templates.halted_on', { title: template.title, why })}{' '}
          <a href={templates.path(template.id)}>{t('templates.see')}</a>
        </Note>
      ))}
    </>
  )
}

/** At the side of a meeting: which points stand on its agenda by themselves, and the ways to take one off or put it back. */
export async function Recurring({ meeting }: { meeting: Meeting }) {
  if (!may(runs)) return null
  const all = await shownOn(meeting)
  if (all.length === 0) return null
  return (
    <SideSection title={t('templates.recurring')}>
      {all.map((one) => (
        <One meeting={meeting} placed={one} />
      ))}
    </SideSection>
  )
}

function One({ meeting, placed }: { meeting: Meeting; placed: Placed }) {
  const { template, item, state } = placed
  const action = `/templates/meetings/${meeting.id}`
  const verb = state === 'placed' ? 'remove' : 'put'
  return (
    <div>
      <p>
        {item ? <a href={itemPath(item)}>{template.title}</a> : template.title}{' '}
        {state !== 'placed' && (
          <Badge tone={state === 'halted' ? 'warn' : 'neutral'}>
            {t(`templates.state.${state}`)}
          </Badge>
        )}
      </p>
      {!isOver(meeting) && (
        <PostButton
          action={action}
          fields={{ template_id: template.id, verb }}
          tone="quiet"
          small
          icon={verb === 'remove' ? 'trash-2' : 'plus'}
        >
          {t(`templates.verb.${verb}`)}
          <Hidden> : {template.title}</Hidden>
        </PostButton>
      )}
    </div>
  )
}
