import { may, permission } from '#kernel/access'
import { formatDateTime, t, timeZone } from '#kernel/i18n'
import { EditionField } from '#kernel/pages'
import {
  Button,
  DateTimeField,
  FoldedForm,
  FormActions,
  Select,
  SideSection,
  TextField,
} from '#kernel/ui'
import { type Dossier, readMany } from '#commons/dossiers'
import { itemPath, items, type Meeting, meetingPath } from '#modules/deliberations'
import { briefingOf, mayBrief, standingBriefing } from './briefing.ts'
import { mayWish, meetingsFor, wishesOf } from './wish.ts'

const runs = permission('scheduling.run')

/** At the side of a point that no agenda bears: for which meeting it is meant. */
export async function Wished({ dossier }: { dossier: Dossier }) {
  if (dossier.kind !== items.name) return null
  const [item] = await readMany(items, [dossier.id])
  if (!item || item.meeting_id) return null
  const wish = (await wishesOf([item.id])).get(item.id)
  const says = mayWish(item)
  const open = says ? await meetingsFor(item) : []
  if (!wish && open.length === 0) return null
  const standing = open.find(({ id }) => id === wish?.id)?.state
  return (
    <SideSection title={t('scheduling.wish')}>
      <p>{wish ? <a href={meetingPath(wish)}>{wish.title}</a> : t('scheduling.wish.any')}</p>
      {standing && standing !== 'created' && (
        <p class="small muted">{t('scheduling.wish.standing')}</p>
      )}
      {open.length > 0 && (
        <FoldedForm
          label={t(wish ? 'scheduling.wish.change' : 'scheduling.wish.say')}
          action={`${itemPath(item)}/wish`}
          id="wish"
        >
          <EditionField of={wish?.id ?? null} attempt={undefined}>
            {wish?.title ?? t('scheduling.wish.any')}
          </EditionField>
          <Select
            name="meeting_id"
            label={t('scheduling.wish')}
            help={t('scheduling.wish.help')}
            options={[
              { value: '', label: t('scheduling.wish.any') },
              ...open.map(({ id, title }) => ({ value: id as string, label: title })),
            ]}
            value={wish?.id ?? open[0]?.id ?? ''}
          />
          <FormActions>
            <Button icon="save">{t('scheduling.wish.save')}</Button>
          </FormActions>
        </FoldedForm>
      )}
    </SideSection>
  )
}

/** At the side of a meeting: when and where it is prepared, for those who run it. */
export function BriefingBeside({ meeting }: { meeting: Meeting }) {
  if (!may(runs)) return null
  const briefing = briefingOf(meeting)
  const open = mayBrief(meeting)
  if (!briefing && !open) return null
  const { startsAt, place } = briefing ?? {}
  return (
    <SideSection title={t('scheduling.briefing')}>
      {startsAt && <p>{[formatDateTime(startsAt), place].filter(Boolean).join(', ')}</p>}
      {open && (
        <FoldedForm
          label={t(briefing ? 'scheduling.briefing.change' : 'scheduling.briefing.set')}
          action={`${meetingPath(meeting)}/briefing`}
          id="briefing"
        >
          <EditionField of={standingBriefing(meeting)} attempt={undefined}>
            {startsAt ? formatDateTime(startsAt) : t('scheduling.no_briefing')}
          </EditionField>
          <DateTimeField
            name="starts_at"
            label={t('scheduling.briefing.starts_at')}
            help={t('scheduling.briefing.starts_at_help')}
            value={startsAt?.toZonedDateTimeISO(timeZone).toPlainDateTime()}
            max={meeting.starts_at.toZonedDateTimeISO(timeZone).toPlainDateTime()}
          />
          <TextField
            name="place"
            label={t('scheduling.briefing.place')}
            value={place ?? meeting.place}
          />
          <FormActions>
            <Button icon="save">{t('scheduling.briefing.save')}</Button>
          </FormActions>
        </FoldedForm>
      )}
    </SideSection>
  )
}
