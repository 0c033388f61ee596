import { formatDateTime, t } from '#kernel/i18n'
import { ActText } from '#kernel/pages'
import { ButtonLink, Card } from '#kernel/ui'
import { type Item, type Meeting, mayEdit } from '#modules/deliberations'
import { explanationOf, isExplained } from './explanation.ts'
import { mayNote } from './note.ts'

export const explanationPath = ({ id }: { id: string }) => `/preparation/of/${id}/explanation`
const explanationsPath = ({ id }: { id: string }) => `/preparation/meetings/${id}/explanations`

/** On the page of a point, before its words: its explanatory note, and the way to write it. */
export async function ExplanationCard({ item }: { item: Item }) {
  const { words, by, at } = await explanationOf(item)
  const writes = mayEdit(item)
  if (!at && !writes) return null
  const title = t('preparation.explanation')
  return (
    <Card
      title={title}
      aside={
        writes && (
          <ButtonLink href={explanationPath(item)} icon="pencil" small>
            {t('preparation.explanation_write')}
          </ButtonLink>
        )
      }
    >
      {at ? (
        <>
          <ActText html={words} label={title} />
          <p class="small muted">
            {by} · {formatDateTime(at, 'short')}
            {mayNote(item) && (
              <>
                {' '}
                ·{' '}
                <a href={`${explanationPath(item)}/versions`}>
                  {t('preparation.explanation_versions')}
                </a>
              </>
            )}
          </p>
        </>
      ) : (
        <p class="muted">{t('preparation.explanation_none')}</p>
      )}
    </Card>
  )
}

/** Below the agenda of a meeting: the way to the notes of its points, where there are some. */
export async function ExplanationsLink({ meeting }: { meeting: Meeting }) {
  if (!(await isExplained(meeting))) return null
  return (
    <p>
      <ButtonLink href={explanationsPath(meeting)} icon="file-text">
        {t('preparation.explanations_read')}
      </ButtonLink>
    </p>
  )
}
