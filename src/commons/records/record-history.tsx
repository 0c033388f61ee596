import type { Child } from 'hono/jsx'
import { t } from '#kernel/i18n'
import type { Dossier, HistoryLine } from '#commons/dossiers'
import { DossierHistory } from '#commons/workflow'
import { type Fields, labelsOf, toldIn } from './fields.ts'
import { link } from './links.tsx'

interface RecordHistoryProps {
  of: Dossier
  fields: Fields
  lines: readonly HistoryLine[]
}

/** The history of a dossier in words; nothing of a field that is withheld from the one who reads. */
export async function RecordHistory({ of, fields, lines }: RecordHistoryProps) {
  const told = new Map<string, Child>()
  for (const { id, data } of lines) {
    const { copy_of } = data
    if (typeof copy_of === 'string') told.set(id, await originalIn(of.kind, copy_of))
  }
  return (
    <DossierHistory lines={lines} labels={labelsOf(toldIn(fields, of) as Fields)} told={told} />
  )
}

/** Of which dossier it is a copy: a link, for those who may see that one. */
async function originalIn(kind: string, id: string): Promise<Child> {
  const { shown } = link([kind], { label: 'records.copy_of' })
  return (
    <>
      {t('records.copy_of')} {(await shown([id]))(id)}
    </>
  )
}
