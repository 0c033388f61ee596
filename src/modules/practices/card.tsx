import { may, permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { Button, Facts, FoldedForm, FormActions, SideSection, TextField } from '#kernel/ui'
import { type Dossier, read } from '#commons/dossiers'
import { isOver, items, type Meeting, meetings } from '#modules/deliberations'
import { continuedIn, firstOf } from './counting.ts'
import { practicesOf } from './practice.ts'

const numbers = permission('practices.number')

/** At the side of a meeting the number of its first point; at that of a point its own, where numbers go on (numérotation continue). */
export async function Numbers({ dossier }: { dossier: Dossier }) {
  if (dossier.kind === meetings.name) return <OfMeeting meeting={dossier as Meeting} />
  const { meeting_id: id } = dossier as Dossier<{ meeting_id?: string | null }>
  if (dossier.kind !== items.name || !id) return null
  const meeting = await read(meetings, id).catch(() => undefined)
  const number = meeting && (await continuedIn(meeting)).get(dossier.id)
  if (!number) return null
  return (
    <SideSection title={t('practices.numbers')}>
      <Facts facts={[{ label: t('practices.numbers.own'), value: number }]} />
    </SideSection>
  )
}

async function OfMeeting({ meeting }: { meeting: Meeting }) {
  const [practice] = await practicesOf(meeting.organ_id)
  if (!practice || practice.goes_on === 'no') return null
  const first = await firstOf(meeting)
  const [given] = first === null ? [] : [[...(await continuedIn(meeting)).values()]]
  return (
    <SideSection title={t('practices.numbers')}>
      {first === null ? (
        <p>{t('practices.numbers.none')}</p>
      ) : (
        <Facts
          facts={[
            { label: t('practices.numbers.first'), value: String(first) },
            { label: t('practices.numbers.last'), value: given?.at(-1) ?? '—' },
          ]}
        />
      )}
      {may(numbers) && !isOver(meeting) && (
        <FoldedForm
          label={t('practices.numbers.give')}
          action={`/practices/meetings/${meeting.id}/numbers`}
          id="first-number"
        >
          <TextField
            name="number"
            label={t('practices.numbers.first')}
            help={t('practices.numbers.help')}
            value={first === null ? '' : String(first)}
            required
          />
          <FormActions>
            <Button>{t('practices.numbers.give')}</Button>
          </FormActions>
        </FoldedForm>
      )}
    </SideSection>
  )
}
