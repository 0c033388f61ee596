import { formatDateTime, t } from '#kernel/i18n'
import { Cut, EmptyState, History } from '#kernel/ui'
import { deedInWords, deedsOf } from '../history.ts'

interface DeedsProps {
  id: string
  /** The page on which they stand. */
  path: string
  all: boolean
}

/** What was done about a person or a service. */
export async function Deeds({ id, path, all }: DeedsProps) {
  const deeds = await deedsOf(id, all ? null : 50)
  if (deeds.rows.length === 0)
    return <EmptyState icon="history" sentence={t('people.no_history')} />
  return (
    <>
      <History
        entries={deeds.rows.map((deed) => ({
          who: deed.actor_name,
          what: deedInWords(deed),
          when: { text: formatDateTime(deed.at, 'short'), datetime: deed.at },
        }))}
      />
      <Cut of={deeds} href={`${path}?all=deeds`} />
    </>
  )
}
