import { formatDate, formatDateTime, t } from '#kernel/i18n'
import { ActText } from '#kernel/pages'
import { isEmpty } from '#kernel/richtext'
import { itsLanguage, tenant } from '#kernel/tenancy'
import {
  Badge,
  Breadcrumbs,
  ButtonLink,
  Facts,
  Head,
  Note,
  Row,
  SideSection,
  Stack,
  When,
  WithSide,
} from '#kernel/ui'
import { Proof, type Published } from '#commons/publication'
import { type Change, changesTo, lineOf, type Link, titlesOf } from '../chain.ts'
import type { PublicPosting } from '../content.ts'
import { postingCopies } from '../copies.ts'
import { proofIn } from '../proof.ts'
import { factsOnPaper } from '../said.ts'
import { standingOf } from './find.ts'
import { standingInWords, tones } from './words.ts'

/** The way to a page: the authority, its texts. */
export const Way = ({ last }: { last: string }) => (
  <Breadcrumbs
    trail={[
      { label: tenant().shortName, href: '/' },
      { label: t('regulations.public.title'), href: '/regulations' },
      { label: last },
    ]}
  />
)

/** A text as everybody reads it: its words first, then its PDF, what is to be known of it, its line, its proof. */
export async function Text({ of: copy }: { of: Published<PublicPosting> }) {
  const { title, slug, content, later } = copy
  const standing = await standingOf(slug)
  const { replacedBy, amendedBy } = await changesTo(slug)
  const line = await lineOf(slug)
  const titles = await titlesOf(content.replaces.map((one) => one.slug))
  return (
    <Stack>
      <Way last={title} />
      <Head title={title} facts={content.type ?? undefined} />
      <WithSide
        side={
          <>
            <SideSection title={t('regulations.facts')}>
              <Facts facts={factsOnPaper(content)} />
            </SideSection>
            {line.length > 1 && <Line of={line} current={slug} />}
            <Stamp of={copy} />
          </>
        }
      >
        <Stack>
          {standing && later === undefined && (
            <Row>
              <Badge tone={tones[standing]}>{standingInWords(standing)}</Badge>
            </Row>
          )}
          {later !== undefined && (
            <Note>
              {t('regulations.older')}{' '}
              <a href={postingCopies.path(slug)}>{t('regulations.latest')}</a>
            </Note>
          )}
          {replacedBy && (
            <Note>
              {t('regulations.replaced_by')} <To change={replacedBy} />
            </Note>
          )}
          {amendedBy.map((one) => (
            <Note>
              {t('regulations.amended_by')} <To change={one} />
            </Note>
          ))}
          <div lang={itsLanguage()}>
            {isEmpty(content.text) ? (
              <p>{t('regulations.text_in_pdf')}</p>
            ) : (
              <ActText html={content.text} label={title} />
            )}
          </div>
          {content.replaces.length > 0 && (
            <ul>
              {content.replaces.map((one) => (
                <li>
                  {t(`regulations.how.said.${one.how}`)}{' '}
                  <a href={postingCopies.path(one.slug)}>
                    {titles.get(one.slug) ?? t('regulations.withdrawn')}
                  </a>
                  {one.note && `, ${one.note}`}
                </li>
              ))}
            </ul>
          )}
        </Stack>
      </WithSide>
      <Proof publication={copy} />
    </Stack>
  )
}

const To = ({ change: { slug, title, note, holds_on } }: { change: Change }) => (
  <>
    <a href={postingCopies.path(slug)}>{title}</a>
    {holds_on && `, ${t('regulations.from_day', { day: formatDate(holds_on) })}`}
    {note && `, ${note}`}.
  </>
)

/** The texts that replaced one another, each with its day. */
function Line({ of, current }: { of: readonly Link[]; current: string }) {
  return (
    <SideSection title={t('regulations.line')}>
      <ol>
        {of.map(({ slug, title, published_on }) => (
          <li>
            <When text={formatDate(published_on, 'short')} datetime={published_on} />{' '}
            {slug === current ? (
              <strong aria-current="page">{title}</strong>
            ) : (
              <a href={postingCopies.path(slug)}>{title}</a>
            )}
          </li>
        ))}
      </ol>
    </SideSection>
  )
}

/** The PDF, and the proof of the instant: or that it is awaited. */
async function Stamp({ of: { slug, number, hash } }: { of: Published<PublicPosting> }) {
  const proof = await proofIn(hash)
  const at = `${postingCopies.path(slug)}/${number}`
  return (
    <SideSection title={t('regulations.proof')}>
      <Stack>
        {proof?.held_back_at && <Note tone="warn">{t('regulations.proof.held_back')}</Note>}
        {proof?.pdf && !proof.held_back_at && (
          <ButtonLink href={`${at}/text.pdf`} icon="download">
            {t('regulations.download_pdf')}
          </ButtonLink>
        )}
        {proof?.stamped_at && !proof.held_back_at ? (
          <>
            <p>
              {t('regulations.proof.stamped', {
                when: formatDateTime(proof.stamped_at),
                by: proof.stamped_by ?? '',
              })}
            </p>
            <ButtonLink href={`${at}/proof.asice`} icon="download">
              {t('regulations.proof.download')}
            </ButtonLink>
            <p class="small muted">{t('regulations.proof.what')}</p>
          </>
        ) : (
          <p>{t(proof?.wanted ? 'regulations.proof.pending' : 'regulations.proof.none')}</p>
        )}
      </Stack>
    </SideSection>
  )
}
