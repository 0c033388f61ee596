import { form } from '#kernel/http'
import { t } from '#kernel/i18n'
import { redirect } from '#kernel/pages'
import type { Provider } from '#kernel/single-sign-on'
import {
  Button,
  EmptyState,
  FoldedForm,
  FormActions,
  List,
  PostButton,
  Select,
  Stack,
  TextField,
} from '#kernel/ui'
import { roles, services } from '#commons/directory'
import { FunctionChoice, roleInWords } from '#commons/people'
import { addRule, dropRule, givenFrom, rulesOf } from '../rule.ts'
import { RuleSent } from '../schema.ts'
import { givenInWords } from '../words.ts'
import { keeps, pages, providerPath } from './routes.ts'

/** What claims of a provider give, and forms that add to it. */
export async function Rules({ provider }: { provider: Provider }) {
  const path = `${providerPath(provider.id)}/rules`
  const rules = await rulesOf(provider.id)
  const inWords = await givenInWords()
  return (
    <Stack>
      <p>{t('providers.rules_help')}</p>
      {rules.length === 0 ? (
        <EmptyState icon="briefcase" sentence={t('providers.no_rules')} />
      ) : (
        <List
          label={t('providers.rules')}
          items={rules.map(({ id, claim, value, gives }) => ({
            title: inWords(gives),
            why: t('providers.rule.where', { claim, value }),
            act: (
              <PostButton action={`${path}/${id}/removal`} tone="quiet" small>
                {t('providers.rule.remove')}
              </PostButton>
            ),
          }))}
        />
      )}
      <FoldedForm
        label={t('providers.rule.role')}
        action={path}
        fields={{ kind: 'role' }}
        id="rule-role"
      >
        <Where />
        <Select
          name="role"
          label={t('people.role')}
          options={roles.all().map(({ name }) => ({ value: name, label: roleInWords(name) }))}
        />
        <Add />
      </FoldedForm>
      <FoldedForm
        label={t('providers.rule.function')}
        action={path}
        fields={{ kind: 'function' }}
        id="rule-function"
      >
        <Where />
        <Select
          name="service_id"
          label={t('people.service')}
          options={(await services()).map(({ id, label }) => ({ value: id, label }))}
        />
        <FunctionChoice />
        <Add />
      </FoldedForm>
    </Stack>
  )
}

const Where = () => (
  <>
    <TextField
      name="claim"
      label={t('providers.rule.claim')}
      help={t('providers.rule.claim_help')}
      maxlength={200}
      required
    />
    <TextField
      name="value"
      label={t('providers.rule.value')}
      help={t('providers.rule.value_help')}
      maxlength={300}
      required
    />
  </>
)

const Add = () => (
  <FormActions>
    <Button tone="primary" icon="plus">
      {t('providers.rule.add')}
    </Button>
  </FormActions>
)

pages.post('/providers/:provider/rules', keeps, form(RuleSent), async (c, sent) => {
  const id = c.req.param('provider') ?? ''
  const { claim, value } = sent
  await addRule(id, { claim, value, gives: givenFrom(sent) })
  return redirect(c, providerPath(id), { key: 'providers.rule.added' })
})

pages.post('/providers/:provider/rules/:rule/removal', keeps, async (c) => {
  const id = c.req.param('provider') ?? ''
  await dropRule(id, c.req.param('rule') ?? '')
  return redirect(c, providerPath(id), { key: 'providers.rule.removed' })
})
