import { fileName } from '#kernel/characters'
import { bytesWithFiles } from '#kernel/http'
import { formatFileSize, t } from '#kernel/i18n'
import { Button, Card, FileField, FileList, Form, FormActions, PostButton } from '#kernel/ui'
import type { Annex } from './annex.ts'
import { extensionOf } from './file-name.ts'

interface AnnexCardProps {
  annexes: readonly Annex[]
  /**
   * Where files are posted as `files`, and below it `/<id>/removal`; absent where the one who
   * looks may change nothing.
   */
  action?: string | undefined
}

/** The files of a dossier, and the way to add and withdraw them. */
export function AnnexCard({ annexes, action }: AnnexCardProps) {
  return (
    <Card title={t('annexes.title')} acts={action}>
      {annexes.length === 0 && <p class="muted">{t('annexes.none')}</p>}
      {annexes.length > 0 && (
        <FileList
          label={t('annexes.title')}
          files={annexes.map(({ id, title, file_name, size, words }) => ({
            name: fileName(title) || t('annexes.unnamed'),
            href: `/annexes/${id}`,
            kind: [extensionOf(file_name)?.toUpperCase() ?? [], formatFileSize(size)]
              .flat()
              .join(', '),
            note: words === 'unreadable' && t('annexes.unreadable'),
            actions: action && (
              <PostButton action={`${action}/${id}/removal`} icon="trash-2" iconOnly tone="quiet">
                {t('annexes.remove')}
              </PostButton>
            ),
          }))}
        />
      )}
      {action && (
        <Form action={action} multipart id="annexes">
          <FileField
            name="files"
            multiple
            apart
            most={bytesWithFiles}
            label={t('annexes.add')}
            help={t('annexes.help')}
          />
          <FormActions>
            <Button icon="upload">{t('annexes.add')}</Button>
          </FormActions>
        </Form>
      )}
    </Card>
  )
}
