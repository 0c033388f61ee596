import { bears, may, permission } from '#kernel/access'
import { formatDate, formatDateTime, t } from '#kernel/i18n'
import { reasonInWords } from '#kernel/jobs'
import { ButtonLink, Card, Facts, Note, PostButton, Row, SideSection, Stack } from '#kernel/ui'
import { today } from '#commons/clock'
import type { Dossier } from '#commons/dossiers'
import { Citation } from '#commons/law'
import { type Item, itemPath, items } from '#modules/deliberations'
import { postingCopies } from '../copies.ts'
import type { Posting } from '../fields.ts'
import { inForceOf } from '../in-force.ts'
import { postings } from '../posting.ts'
import { latestProof } from '../proof.ts'
import { mayComeOf } from '../adopted.ts'
import { isKeptBack, otherThanDecided } from '../take-over.ts'
import { publishing } from '../workflow.ts'
import { Looking } from './looking.tsx'

const stamps = permission('regulations.stamp')
const begins = permission('regulations.write')

/** At the side of a text: from when on it binds, how its publication and its proof stand, its poster. */
export async function Standing(posting: Posting) {
  const { state, id } = posting
  const path = postings.path(id)
  const proof = await latestProof(id)
  const shown = proof && proof.withdrawn_at === null
  return (
    <>
      <OtherWords of={posting} />
      <Looking of={posting} />
      <InForce of={posting} />
      <Card title={t('regulations.publication')} acts={`${path}/poster`}>
        <Stack>
          {shown ? <ProofFacts of={proof} /> : <p>{t('regulations.publication.none')}</p>}
          <Row>
            {shown && (
              <ButtonLink href={postingCopies.path(proof.slug)} icon="eye">
                {t('regulations.publication.see')}
              </ButtonLink>
            )}
            {state === 'published' && (
              <PostButton action={`${path}/poster`} icon="file-text">
                {t('regulations.poster.make')}
              </PostButton>
            )}
            {shown && proof.wanted && !proof.stamped_at && may(stamps) && (
              <PostButton action={`${path}/stamping`} icon="refresh-cw">
                {t('regulations.stamp.again')}
              </PostButton>
            )}
          </Row>
        </Stack>
      </Card>
    </>
  )
}

/** That a text is not that of the decision which is linked: whoever publishes knows before. */
async function OtherWords({ of: posting }: { of: Posting }) {
  const decided = await otherThanDecided(posting)
  if (!decided) return null
  return (
    <Note tone="warn">
      {t('regulations.other_words')} <a href={itemPath(decided)}>{decided.title}</a>
    </Note>
  )
}

/** From which day it binds, or would if it were published on the day that is planned, or today. */
async function InForce({ of }: { of: Posting }) {
  const isPublic = of.state === 'published' || of.state === 'archived'
  const day = of.publish_on ?? today()
  const force = await inForceOf(of, day)
  if (of.nature === 'notice') return null
  return (
    <SideSection title={t('regulations.in_force')}>
      {force ? (
        <>
          <p>
            {t(isPublic ? 'regulations.in_force.day' : 'regulations.in_force.if', {
              day: formatDate(force.on),
              published: formatDate(day),
            })}
          </p>
          {force.stated ? (
            <p>{t('regulations.in_force.by_text')}</p>
          ) : (
            <Citation rule={force.rule} reckoning={force.reckoning} />
          )}
        </>
      ) : (
        <p>{t('regulations.in_force.unknown')}</p>
      )}
    </SideSection>
  )
}

type Known = NonNullable<Awaited<ReturnType<typeof latestProof>>>

function ProofFacts({ of: proof }: { of: Known }) {
  const { stamped_at, stamped_by, wanted, tries, last_failure, next_try_at } = proof
  if (stamped_at)
    return (
      <Facts
        facts={[
          { label: t('regulations.stamp.at'), value: formatDateTime(stamped_at) },
          { label: t('regulations.stamp.by'), value: stamped_by ?? '' },
        ]}
      />
    )
  if (!wanted) return <p>{t('regulations.proof.none')}</p>
  return (
    <>
      <p>{t('regulations.proof.pending')}</p>
      {last_failure && (
        <p>
          {t('regulations.stamp.failed', {
            count: tries,
            why: reasonInWords(last_failure),
            next: formatDateTime(next_try_at),
          })}
        </p>
      )}
    </>
  )
}

/** At the side of a point that was decided in public: the way to publish it as a text for all. */
export async function FromPoint({ dossier }: { dossier: Dossier }) {
  if (dossier.kind !== items.name) return null
  const writes =
    may(begins) &&
    (publishing.some(({ principal }) => bears(principal)) ||
      ['editor', 'head'].some((as) => bears(`service:${dossier.service_id}:${as}`)))
  // A dossier of this kind is a point.
  if (!writes || !mayComeOf(dossier as Item)) return null
  if (await isKeptBack(dossier))
    return (
      <SideSection title={t('regulations.title')}>
        <p>{t('regulations.kept_back')}</p>
      </SideSection>
    )
  return (
    <SideSection title={t('regulations.title')}>
      <PostButton action={`/regulations/of/${dossier.id}`} icon="scale">
        {t('regulations.take_over')}
      </PostButton>
    </SideSection>
  )
}
