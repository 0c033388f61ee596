import type { Attempt } from '#kernel/http'
import { t } from '#kernel/i18n'
import { typed } from '#kernel/pages'
import { Button, ButtonLink, Facts, Form, FormActions, useDraft } from '#kernel/ui'
import { type Dossier, foundAgain, VersionField } from '#commons/dossiers'
import { FormParts, inputsOf, type Part } from './asking.tsx'
import { factsOf, type Fields, labelsOf } from './fields.ts'
import { theirs } from './asked-of.ts'

interface RecordFormProps {
  action: string
  fields: Fields
  parts: readonly Part[] | undefined
  attempt: Attempt | undefined
  /** As it is now, where it is there already. */
  dossier?: Dossier
  /** What a new one says from the start. */
  begun?: Begun
}

/** With what a new dossier begins. */
export interface Begun {
  readonly values: object
  /** The one of which it is a copy. */
  readonly copyOf?: Dossier
  /** It is the next of several: who writes goes straight to its first answer. */
  readonly next?: boolean
}

/** The form of a dossier: its fields in their order, or in their parts. */
export async function RecordForm({
  action,
  fields: all,
  parts,
  attempt,
  dossier,
  begun,
}: RecordFormProps) {
  const fields = theirs(all, dossier) as Fields // Some of them.
  const besides = begun?.copyOf && { copy_of: begun.copyOf.id }
  const draft = useDraft({ action, fields: besides })
  const shown = attempt ?? (await foundAgain(await draft, dossier))
  const asked = {
    fields,
    values: dossier ?? begun?.values,
    asking: { of: dossier, typed: shown?.values },
  }
  return (
    <Form
      action={action}
      fields={besides}
      errors={attempt?.errors ?? {}}
      values={typed(attempt)}
      again={dossier ? `${action}/edit` : `${action}/new`}
      begins={begun?.next}
      labels={labelsOf(fields)}
    >
      {dossier && (
        <VersionField dossier={dossier} attempt={shown}>
          <Facts
            facts={
              shown?.stale ? await factsOf(fields, Object.fromEntries(Object.entries(dossier))) : []
            }
          />
        </VersionField>
      )}
      {parts ? <FormParts {...asked} parts={parts} /> : await inputsOf(asked)}
      <FormActions>
        <Button tone="primary" icon="save">
          {t('records.save')}
        </Button>
        {dossier ? (
          <ButtonLink href={action}>{t('records.back')}</ButtonLink>
        ) : (
          <Button name="write_next" value="on" icon="plus">
            {t('records.save_and_next')}
          </Button>
        )}
      </FormActions>
    </Form>
  )
}
