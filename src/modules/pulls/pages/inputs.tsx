import { t } from '#kernel/i18n'
import { Checkbox, CheckboxGroup, FormSection, RadioGroup, Select, TextField } from '#kernel/ui'
import type { Setting } from '../setting.ts'
import { categoryFields, rhythms, statesThere, textsThere } from '../tables.ts'

/** What is asked of how a source is fetched. */
export const Inputs = ({ of }: { of: Setting | undefined }) => (
  <>
    <Server of={of} />
    <What of={of} />
    <FormSection title={t('pulls.when')}>
      <RadioGroup
        name="every"
        label={t('pulls.every')}
        help={t('pulls.every_help')}
        value={of?.every ?? 'never'}
        choices={rhythms.map((value) => ({ value, label: t(`pulls.every.${value}`) }))}
      />
      <TextField
        name="days_back"
        label={t('pulls.days_back')}
        help={t('pulls.days_back_help')}
        value={String(of?.days_back ?? 60)}
        inputmode="numeric"
        size="short"
        required
      />
    </FormSection>
  </>
)

const Server = ({ of }: { of: Setting | undefined }) => (
  <FormSection title={t('pulls.server')} help={t('pulls.server_help')}>
    <TextField
      name="url"
      label={t('pulls.url')}
      help={t('pulls.url_help')}
      value={of?.url}
      type="url"
      required
    />
    <TextField
      name="username"
      label={t('pulls.username')}
      help={t('pulls.username_help')}
      value={of?.username}
      autocomplete="off"
      required
    />
    <TextField
      name="password"
      type="password"
      label={t('pulls.password')}
      help={of && t('pulls.password_kept')}
      autocomplete="off"
      required={!of}
    />
    <TextField
      name="config_id"
      label={t('pulls.config_id')}
      help={t('pulls.config_id_help')}
      value={of?.config_id ?? 'meeting-config-council'}
      required
    />
  </FormSection>
)

const What = ({ of }: { of: Setting | undefined }) => (
  <FormSection title={t('pulls.what')} help={t('pulls.what_help')}>
    <CheckboxGroup
      name="states"
      label={t('pulls.states')}
      help={t('pulls.states_help')}
      values={of?.states ?? statesThere}
      choices={statesThere.map((value) => ({ value, label: t(`pulls.state.${value}`) }))}
    />
    <Select
      name="category_field"
      label={t('pulls.category_field')}
      help={t('pulls.category_field_help')}
      value={of?.category_field ?? 'category'}
      options={categoryFields.map((value) => ({
        value,
        label: t(`pulls.category_field.${value}`),
      }))}
    />
    <Select
      name="texts"
      label={t('pulls.texts')}
      help={t('pulls.texts_help')}
      value={of?.texts ?? 'public_deliberation'}
      options={textsThere.map((value) => ({ value, label: t(`pulls.texts.${value}`) }))}
    />
    <Checkbox
      name="mapped_subjects_only"
      label={t('pulls.mapped_subjects_only')}
      help={t('pulls.mapped_subjects_only_help')}
      checked={of?.mapped_subjects_only ?? false}
    />
    <Checkbox
      name="mapped_people_only"
      label={t('pulls.mapped_people_only')}
      help={t('pulls.mapped_people_only_help')}
      checked={of?.mapped_people_only ?? false}
    />
  </FormSection>
)
