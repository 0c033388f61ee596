import { actor } from '#kernel/access'
import { formatDate, t } from '#kernel/i18n'
import {
  Button,
  DateField,
  FoldedForm,
  FormActions,
  Hidden,
  PostButton,
  Select,
  SideSection,
  TextField,
} from '#kernel/ui'
import { spokenDay } from '#commons/clock'
import { readerNames } from '#commons/directory'
import { type Reminded, type Reminder, reminded, remindersOf, rhythms } from './reminder.ts'

/** For whom the one who acts may be reminded: themself, their services, their roles. */
export const addressees = (): string[] => [
  `user:${actor().id}`,
  ...actor().principals.filter((one) => /^(service:[^:]+|role:.+)$/.test(one)),
]

/** At the side of a dossier’s page: its reminders (rappels) that are for the one who looks, and the way to add one. */
export async function Reminders({ dossier: { id } }: { dossier: { id: string } }) {
  const dossier = await reminded(id)
  const all = await remindersOf(dossier)
  const names = await namesOf([...addressees(), ...all.map(({ principal }) => principal)])
  return (
    <SideSection title={t('reminders.title')}>
      {all.length > 0 && (
        <ul>
          {all.map((one) => (
            <Line reminder={one} name={names.get(one.principal) ?? ''} />
          ))}
        </ul>
      )}
      <AddForm dossier={dossier} names={names} />
    </SideSection>
  )
}

async function namesOf(principals: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const me = `user:${actor().id}`
  const others = [...new Set(principals)].filter((one) => one !== me)
  const names = await Promise.all(
    others.map(async (one) => [one, (await readerNames([one])).join(', ')] as const),
  )
  return new Map([[me, t('reminders.me')], ...names])
}

function Line({ reminder, name }: { reminder: Reminder; name: string }) {
  const { words, day, why, repeats, told_at, id } = reminder
  return (
    <li>
      <strong>{words}</strong>
      <br />
      <span class="small">
        {told_at ? t('reminders.was_told', { day: formatDate(day) }) : spokenDay(day)}
        {repeats && ` · ${t(`reminders.repeats.${repeats}`)}`} · {name}
      </span>
      {why && (
        <details class="small">
          <summary>{t('reminders.why')}</summary>
          {why}
        </details>
      )}
      <PostButton action={`/reminders/${id}/removal`} tone="quiet" icon="trash-2" small>
        {t('reminders.remove')}
        <Hidden> : {words}</Hidden>
      </PostButton>
    </li>
  )
}

function AddForm({ dossier, names }: { dossier: Reminded; names: ReadonlyMap<string, string> }) {
  const { id, due_on: due } = dossier
  return (
    <FoldedForm label={t('reminders.add')} action={`/reminders/of/${id}`} id="reminder">
      <TextField name="words" label={t('reminders.words')} maxlength={200} required />
      <DateField name="day" label={t('reminders.day')} />
      {due && (
        <TextField
          name="before"
          label={t('reminders.before')}
          help={t('reminders.before_help', { due: formatDate(due) })}
          inputmode="numeric"
          size="short"
        />
      )}
      <Select
        name="repeats"
        label={t('reminders.repeats')}
        prompt={t('reminders.once')}
        options={rhythms.map((value) => ({ value, label: t(`reminders.repeats.${value}`) }))}
      />
      <Select
        name="to"
        label={t('reminders.for')}
        options={addressees().map((value) => ({ value, label: names.get(value) ?? value }))}
        required
      />
      <FormActions>
        <Button icon="bell">{t('reminders.add')}</Button>
      </FormActions>
    </FoldedForm>
  )
}
