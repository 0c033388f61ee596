import { t } from '#kernel/i18n'
import { ButtonLink, Menu, PostButton } from '#kernel/ui'
import type { Dossier } from '#commons/dossiers'
import { actions } from './change.ts'
import type { Workflow } from './definition.ts'

interface StepMenuProps {
  flow: Workflow
  dossier: Dossier
  /** The page of the dossier; its steps are posted below it. */
  path: string
  /** Where to go then: the list on which the menu stands. */
  back: string
}

/** The steps open to me as the menu of a card; one that asks why is made on the dossier’s page. */
export async function StepMenu({ flow, dossier, path, back }: StepMenuProps) {
  const open = (await actions(flow, dossier)).filter(({ openness }) => openness.open)
  if (open.length === 0) return null
  return (
    <Menu label={t('workflow.steps')} icon="arrow-right" tone="quiet" small>
      {open.map(({ verb, label, comment }) =>
        comment ? (
          <ButtonLink href={path}>{t('workflow.step_why', { label })}</ButtonLink>
        ) : (
          <PostButton action={`${path}/steps`} fields={{ verb, back }}>
            {label}
          </PostButton>
        ),
      )}
    </Menu>
  )
}
