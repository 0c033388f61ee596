import { t } from '#kernel/i18n'
import { type Reason, reasonInWords } from '#kernel/jobs'
import { Breadcrumbs, ButtonLink, Note, Row } from '#kernel/ui'
import { type Source, sources } from '#modules/incoming'
import { settingPath } from '../paths.ts'

interface Crumb {
  label: string
  href?: string
}

/** The way to a page of how a source is fetched. */
export const Crumbs = ({ source, last }: { source: Source; last?: readonly Crumb[] }) => (
  <Breadcrumbs
    trail={[
      { label: t('pulls.sources'), href: '/incoming/sources' },
      { label: source.title, href: sources.path(source.id) },
      { label: t('pulls.title'), ...(last && { href: settingPath(source.id) }) },
      ...(last ?? []),
    ]}
  />
)

/** Why the other software gave no answer that helps, and what to do. */
export const NoAnswer = ({
  why,
  again,
  settings,
}: {
  why: Reason
  again: string
  settings: string
}) => (
  <div role="alert">
    <Note tone="bad" title={t('pulls.no_answer')}>
      <p>{reasonInWords(why)}</p>
      <Row>
        <ButtonLink href={again} icon="refresh-cw">
          {t('pulls.try_again')}
        </ButtonLink>
        <ButtonLink href={settings}>{t('pulls.settings')}</ButtonLink>
      </Row>
    </Note>
  </div>
)
