import { t } from '#kernel/i18n'
import { Card } from '#kernel/ui'
import { NewParty } from './naming.tsx'

/** How a person or organisation is entered inside the form of another dossier, for the style guide. */
export function NewPartyGuide() {
  return (
    <Card title={t('parties.add_new')}>
      <NewParty at="guide.new" />
    </Card>
  )
}
