import type { Child } from 'hono/jsx'
import { formatDate, t, timeZone } from '#kernel/i18n'
import { ActText } from '#kernel/pages'
import { Badge, Note, PublicSection, Row, SideSection, Tag, WithSide } from '#kernel/ui'
import { escape } from '#kernel/richtext'
import { itsLanguage } from '#kernel/tenancy'
import { printed } from '#commons/law'
import { VoteBar } from '#modules/votes'
import { Files } from './files.tsx'
import type { PublicPoint, PublicVote } from './content.ts'

const outcomes = [
  'accepted',
  'accepted_modified',
  'refused',
  'treated',
  'delayed',
  'removed',
  'cancelled',
] as const

/** « Adopté »; nothing of what this version does not know. */
export function outcomeInWords(outcome: string | null): string {
  const known = outcomes.find((one) => one === outcome)
  return known ? t(`publications.outcome.${known}`) : ''
}

/** The day of a meeting, in the time of its authority. */
const dayOfMeeting = ({ starts_at }: { starts_at: string }) =>
  Temporal.Instant.from(starts_at).toZonedDateTimeISO(timeZone).toPlainDate()

interface PointWordsProps {
  point: PublicPoint
  title: string
  /** What else is said of it below its state. */
  children?: Child
}

/** A point as everybody reads it: its state, its words, then votes and files. */
export function PointWords({ point, title, children }: PointWordsProps) {
  const { stage, subject, votes, annexes, places, in_charge } = point
  const day = formatDate(dayOfMeeting(point))
  // Beside the outcome too: on a telephone its section comes after the whole text.
  const whole = votes.find(({ about }) => about === null)
  return (
    <WithSide
      side={
        <>
          {votes.map((vote) => (
            <Vote of={vote} />
          ))}
          <Files of={annexes} />
          {in_charge.length > 0 && (
            <SideSection title={t('publications.in_charge')}>
              <p>{in_charge.join(' · ')}</p>
            </SideSection>
          )}
          {places.length > 0 && (
            <SideSection title={t('publications.places')}>
              <p>{places.join(' · ')}</p>
            </SideSection>
          )}
        </>
      }
    >
      <Row>
        {stage === 'project' ? (
          <>
            <Badge tone="warn">{t('publications.stage.project')}</Badge>
            {point.outcome && <Badge tone="neutral">{outcomeInWords(point.outcome)}</Badge>}
          </>
        ) : (
          <Badge tone={point.outcome === 'refused' ? 'bad' : 'good'}>
            {outcomeInWords(point.outcome)}
          </Badge>
        )}
        {whole && <span>{t('publications.vote.counts', countsOf(whole))}</span>}
        {subject && <Tag>{subject}</Tag>}
        <span>{t('publications.of_meeting', { organ: point.organ.name, day })}</span>
      </Row>
      {children}
      {stage === 'project' && (
        <Note>{t(point.outcome ? 'publications.put_off.note' : 'publications.project.note')}</Note>
      )}
      {point.note && (
        <PublicSection title={t('publications.note')} aside>
          <div class="act" lang={itsLanguage()}>
            <ActText html={explained(point.note, point)} label={t('publications.note')} />
          </div>
        </PublicSection>
      )}
      <div class="act" lang={itsLanguage()}>
        {point.organ_speaks && <p>{point.organ_speaks}</p>}
        {point.motivation && <ActText html={explained(point.motivation, point)} label={title} />}
        {point.sentences.map((sentence) => (
          <p>{sentence}</p>
        ))}
        {point.verb && (
          <p>
            <strong>{point.verb}</strong>
          </p>
        )}
        {point.decision && <ActText html={explained(point.decision, point)} label={title} />}
      </div>
    </WithSide>
  )
}

/** A text whose masked words lead to where the authority explains them (H08). */
function explained(html: string, { masked_link: link }: PublicPoint): string {
  if (!link) return html
  const tag = `<a class="mask" href="${escape(link)}">${escape(t('publications.masked_why'))}</a>`
  return html.replaceAll(/<mark class="masked">[^<]*<\/mark>/g, tag)
}

function Vote({ of: vote }: { of: PublicVote }) {
  const { about, yes, no, abstain, article, voters, secret } = vote
  return (
    <SideSection title={about ?? t('publications.vote')}>
      <VoteBar {...{ yes, no, abstain }} />
      <p class="small muted">
        {secret && `${t('publications.vote.secret')}. `}
        {article && t('publications.vote.rule', { article: printed(article) })}
      </p>
      {voters.length > 0 && (
        <details>
          <summary>{t('publications.vote.who')}</summary>
          <ul>
            {voters.map(({ name, choice }) => (
              <li>
                {name}, {choiceInWords(choice)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </SideSection>
  )
}

const countsOf = ({ yes, no, abstain }: PublicVote) => ({ yes, no, abstain })

function choiceInWords(choice: string): string {
  const known = (['yes', 'no', 'abstain'] as const).find((one) => one === choice)
  return known ? t(`publications.vote.choice.${known}`) : choice
}
