import { t } from '#kernel/i18n'
import { failedOf, reasonInWords, taskTitle } from '#kernel/jobs'
import { Note } from '#kernel/ui'

/** What was to be done for a dossier in the background and could not be: whoever opens it is told. */
export async function FailedWork({ of: dossierId }: { of: string }) {
  const failed = await failedOf(dossierId)
  return (
    <>
      {failed.map(({ task, reason }) => (
        <Note tone="warn">
          {t('workflow.failed_work', { what: taskTitle(task), why: reasonInWords(reason) })}
        </Note>
      ))}
    </>
  )
}
