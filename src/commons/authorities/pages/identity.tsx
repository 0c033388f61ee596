import { type Attempt, type Call, form } from '#kernel/http'
import { languages, t } from '#kernel/i18n'
import { page, redirect, typed } from '#kernel/pages'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  CheckboxGroup,
  FileField,
  Form,
  FormActions,
  FormSection,
  Head,
  languageNames,
  Select,
  TextArea,
  TextField,
} from '#kernel/ui'
import { mostBytes } from '#kernel/pictures'
import { kindInWords, kinds } from '#commons/trades'
import { armsOf, HueField } from '#commons/authority'
import { beginOpening } from '../begun.ts'
import { IdentityForm } from '../schema.ts'
import { HostInputs } from './authority.tsx'
import { openingPath, operates, pages } from './routes.ts'

pages.get('/authority-openings/new', operates, (c) => identityPage(c))

pages.post(
  '/authority-openings',
  operates,
  form(IdentityForm, identityPage),
  async (c, { arms: [file], other_hosts: others, ...said }) => {
    const arms = file ? await armsOf(new Uint8Array(await file.arrayBuffer())) : ''
    const id = await beginOpening(said, { arms, others })
    return redirect(c, openingPath(id), null)
  },
)

function identityPage(c: Call, attempt?: Attempt): Promise<Response> {
  const title = t('authorities.new')
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Breadcrumbs
        trail={[{ label: t('authorities.title'), href: '/authorities' }, { label: title }]}
      />
      <Head title={title} facts={t('authorities.step_identity')} />
      <Form
        action="/authority-openings"
        errors={attempt?.errors}
        values={attempt && typed(attempt)}
        multipart
      >
        <FormSection title={t('authorities.who_it_is')}>
          <Select
            name="kind"
            label={t('authorities.kind')}
            prompt={t('authorities.choose_kind')}
            options={kinds.map((value) => ({ value, label: kindInWords(value) }))}
            required
          />
          <TextField
            name="name"
            label={t('authorities.name')}
            help={t('authorities.name_help')}
            maxlength={200}
            required
          />
          <TextField
            name="short_name"
            label={t('authorities.short_name')}
            help={t('authorities.short_name_help')}
            maxlength={60}
            required
          />
          <TextField
            name="number"
            label={t('authorities.number')}
            help={t('authorities.number_help')}
            inputmode="numeric"
            size="medium"
            maxlength={20}
            required
          />
          <TextArea
            name="address"
            label={t('authorities.address')}
            help={t('authorities.address_help')}
            rows={2}
            maxlength={500}
          />
        </FormSection>
        <FormSection title={t('authorities.where')}>
          <HostInputs />
          <Select
            name="language"
            label={t('authorities.language')}
            help={t('authorities.language_help')}
            value="fr"
            options={languages.map((value) => ({ value, label: languageNames[value] }))}
          />
          <CheckboxGroup
            name="offered"
            label={t('authorities.offered')}
            values={['fr', 'en']}
            choices={languages.map((value) => ({ value, label: languageNames[value] }))}
          />
        </FormSection>
        <FormSection title={t('authorities.look')}>
          <HueField />
          <FileField
            name="arms"
            label={t('authorities.arms')}
            help={t('authorities.arms_help')}
            accept={['image/png', 'image/jpeg', 'image/webp']}
            most={mostBytes}
          />
        </FormSection>
        <FormSection title={t('authorities.first')} help={t('authorities.first_help')}>
          <WhoInputs />
        </FormSection>
        <FormActions>
          <Button tone="primary" icon="arrow-right">
            {t('authorities.to_profile')}
          </Button>
          <ButtonLink href="/authorities">{t('authorities.back')}</ButtonLink>
        </FormActions>
      </Form>
    </>,
  )
}

/** Who administers first. */
export const WhoInputs = () => (
  <>
    <TextField name="first_name" label={t('authorities.first_name')} maxlength={100} required />
    <TextField name="last_name" label={t('authorities.last_name')} maxlength={100} required />
    <TextField
      name="login"
      label={t('authorities.login')}
      help={t('authorities.login_help')}
      maxlength={100}
      required
    />
    <TextField
      name="email"
      type="email"
      label={t('authorities.email')}
      help={t('authorities.email_help')}
      maxlength={200}
    />
  </>
)
