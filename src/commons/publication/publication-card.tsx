import { z } from 'zod'
import { formatDateTime, t } from '#kernel/i18n'
import { id, plainText } from '#kernel/http'
import {
  Button,
  Card,
  Dialog,
  DialogButton,
  Facts,
  Form,
  FormActions,
  PostButton,
  Row,
  TextArea,
} from '#kernel/ui'
import type { Publication } from './publication.ts'

/** What the dialog of withdrawal sends. */
export const Withdrawal = z.object({ publication: id(), reason: plainText(1000).min(1) })

interface PublicationCardProps {
  /** Those of `publicationsOf`. */
  publications: readonly Publication[]
  /** The public page of a slug. */
  path: (slug: string) => string
  /** Where publishing is posted, without fields. */
  publishAction: string
  /** Where a withdrawal is posted, as `Withdrawal`. */
  withdrawAction: string
  /** Whether the one who looks may publish and withdraw. */
  may: boolean
}

/** For the side of a dossier: what of it is public, since when, and the way to change that. */
export function PublicationCard(props: PublicationCardProps) {
  const { publications, publishAction, may } = props
  const shown = publications.filter(({ withdrawn_at }) => withdrawn_at === null)
  const verb = shown.length > 0 ? t('publication.publish_again') : t('publication.publish')
  return (
    <Card title={t('publication.title')} acts={publishAction}>
      {shown.length === 0 && <p class="muted">{t('publication.none')}</p>}
      {shown.map((publication, index) => (
        <Copy publication={publication} isLatest={index === 0} {...props} />
      ))}
      {may && (
        <PostButton action={publishAction} icon="upload" confirm={t('publication.confirm')}>
          {verb}
        </PostButton>
      )}
    </Card>
  )
}

type CopyProps = PublicationCardProps & { publication: Publication; isLatest: boolean }

function Copy({ publication, isLatest, path, withdrawAction, may }: CopyProps) {
  const { id, slug, number, published_at, hash } = publication
  const dialog = `withdrawal-${id}`
  const sends = { action: withdrawAction, fields: { publication: id } }
  return (
    <>
      <Facts
        facts={[
          { label: t('publication.version'), value: t('publication.number', { number }) },
          { label: t('publication.since'), value: formatDateTime(published_at, 'short') },
          { label: t('publication.hash'), value: <code>{hash.slice(0, 16)}…</code> },
        ]}
      />
      <Row>
        {isLatest && <a href={path(slug)}>{t('publication.see')}</a>}
        {may && (
          <DialogButton opens={dialog} tone="quiet" small>
            {t('publication.withdraw', { number })}
          </DialogButton>
        )}
      </Row>
      {may && (
        <Dialog id={dialog} title={t('publication.withdraw', { number })} sends={sends}>
          <Form id={`${dialog}-form`} {...sends}>
            <TextArea
              name="reason"
              label={t('publication.reason')}
              help={t('publication.reason_help')}
              required
              rows={3}
            />
            <FormActions>
              <Button tone="danger">{t('publication.withdraw', { number })}</Button>
            </FormActions>
          </Form>
        </Dialog>
      )}
    </>
  )
}
