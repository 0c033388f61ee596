import { may, permission } from '#kernel/access'
import { formatDateTime, t } from '#kernel/i18n'
import { Badge, Card, Note, PostButton, Stack } from '#kernel/ui'
import type { Posting } from '../fields.ts'
import { isToLook, lookAt } from '../looking.ts'
import { postings } from '../posting.ts'

const looks = permission('regulations.look')

/** At the side of a text that is not public: what says who somebody is in it, and that somebody looked at that. */
export async function Looking({ of: posting }: { of: Posting }) {
  if (posting.state === 'published' || posting.state === 'archived') return null
  const look = await lookAt(posting)
  const { found, tooLong, looked, edition } = look
  if (found.length === 0 && !tooLong) return null
  const action = `${postings.path(posting.id)}/looking`
  return (
    <Card title={t('regulations.look')} acts={action}>
      <Stack>
        {isToLook(look) && (
          <Note tone="warn">
            {t(tooLong ? 'regulations.look.too_long' : 'regulations.look.lead')}
          </Note>
        )}
        {found.length > 0 && (
          <ul>
            {found.map(({ words, kind }) => (
              <li>
                {words} <Badge>{t(`publications.review.kind.${kind}`)}</Badge>
              </li>
            ))}
          </ul>
        )}
        {looked && (
          <p>{t('regulations.look.done', { by: looked.by, at: formatDateTime(looked.at) })}</p>
        )}
        {isToLook(look) && may(looks) && (
          <PostButton action={action} fields={{ edition }} icon="check">
            {t('regulations.look.say')}
          </PostButton>
        )}
      </Stack>
    </Card>
  )
}
