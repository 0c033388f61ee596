import { Conflict, ensure } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { inItsLanguage } from '#kernel/tenancy'
import { type Document, askDocument } from '#commons/documents'
import type { MinutesRecord } from '#modules/minutes'

/** Asks for the register of a sitting as a document. Throws `Conflict` where nothing of it stands there yet. */
export function askRegister(
  record: MinutesRecord,
  format: 'pdf' | 'docx' | 'ods',
): Promise<Document> {
  ensure(record.state === 'approved', Conflict, 'register.not_yet')
  return askDocument(record, 'register.sitting', {
    format,
    title: inItsLanguage(() => t('register.title')),
    fileName: `registre-${record.approved_on?.toString()}.${format}`,
  })
}
