import { t } from '#kernel/i18n'
import { Button } from './button.tsx'
import { Checkbox, CheckboxGroup, RadioGroup } from './choices.tsx'
import { DateField, DateTimeField, FileField, Select, TextArea, TextField } from './fields.tsx'
import { FormContext } from './field.tsx'
import { ErrorSummary, Form, FormActions } from './form.tsx'
import { Card } from './page.tsx'
import { RichTextField } from './rich-text.tsx'

/** Every kind of field, in a form like one that came back with two errors, but without its focus. */
export function GuideForm() {
  const errors = {
    subject: [t('ui.guide.form.subject.error')],
    day: [t('ui.guide.form.errors.day')],
  }
  return (
    <Card title={t('ui.guide.forms')}>
      <Form action="#" id="guide" multipart>
        <ErrorSummary errors={errors} prefix="guide" />
        <FormContext.Provider value={{ prefix: 'guide', errors, values: {} }}>
          <TextField
            name="subject"
            label={t('ui.guide.form.subject')}
            help={t('ui.guide.form.subject.help')}
            required
          />
          <TextField
            name="amount"
            label={t('ui.guide.form.amount')}
            unit={t('ui.guide.form.amount.unit')}
            inputmode="decimal"
            size="short"
            value="142500"
          />
          <Select
            name="service"
            label={t('ui.guide.form.service')}
            prompt={t('ui.guide.form.service.prompt')}
            options={[
              { value: 'works', label: t('ui.guide.service.works') },
              { value: 'finance', label: t('ui.guide.service.finance') },
            ]}
          />
          <DateField name="day" label={t('ui.guide.form.day')} value="2026-06-01" />
          <DateTimeField
            name="moment"
            label={t('ui.guide.form.moment')}
            value={Temporal.PlainDateTime.from('2026-06-25T20:00')}
          />
          <TextArea name="note" label={t('ui.guide.form.note')} rows={2} />
          <GuideChoices />
          <FileField
            name="files"
            label={t('ui.guide.form.files')}
            hint={t('ui.guide.form.files.hint')}
            accept={['.pdf', 'image/*']}
            multiple
          />
          <RichTextField
            name="text"
            label={t('ui.guide.form.text')}
            value={`${t('ui.guide.form.text.value')}\n\n${t('ui.guide.form.text.value2')}`}
            rows={6}
          />
        </FormContext.Provider>
        <FormActions>
          <Button tone="primary">{t('ui.guide.action.save')}</Button>
          <Button tone="quiet">{t('ui.guide.action.cancel')}</Button>
        </FormActions>
      </Form>
    </Card>
  )
}

function GuideChoices() {
  return (
    <>
      <RadioGroup
        name="vote"
        label={t('ui.guide.form.channel')}
        required
        value="open"
        choices={[
          {
            value: 'open',
            label: t('ui.guide.form.channel.online'),
            help: t('ui.guide.form.channel.online.help'),
          },
          { value: 'secret', label: t('ui.guide.form.channel.post') },
        ]}
      />
      <CheckboxGroup
        name="labels"
        label={t('ui.guide.form.labels')}
        values={['mobility']}
        choices={[
          { value: 'mobility', label: t('ui.guide.mark.tag2') },
          { value: 'regulation', label: t('ui.guide.mark.tag') },
        ]}
      />
      <Checkbox name="agree" label={t('ui.guide.form.agree')} required />
    </>
  )
}
