import { actor, permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { asksPart, part, plainPage } from '#kernel/pages'
import { ButtonLink, LivePart } from '#kernel/ui'
import { load } from '#commons/dossiers'
import { meetings } from '#modules/deliberations'
import { VoteResult } from '#modules/votes'
import { type Live, liveOf, phaseOf } from '../state.ts'
import { AskedOf, WhoVoted } from './ballots.tsx'
import { PhaseBadge, pointTitle, progressOf, Said } from './live.tsx'
import { livePath, pages } from './routes.ts'
import { PapersGiven, secretIn, VoteMark } from './secret.tsx'
import { quorumSaid } from './side.tsx'

/** What is projected for all who are there: of a point of the closed session, its number and no more. */
pages.get('/meetings/:id/live/room', permission('live.follow'), async (c) => {
  const meeting = await load(c, meetings)
  const body = <Room live={await liveOf(meeting)} />
  if (asksPart(c)) return part(c, body)
  const title = t('live.room.title', { meeting: meeting.title })
  return plainPage(
    c,
    { title, path: c.req.path, wide: true },
    <>
      <LivePart signals={`${livePath(meeting)}/signals`} address={c.req.path} me={actor().id ?? ''}>
        {body}
      </LivePart>
      <p>
        <ButtonLink href={livePath(meeting)} icon="arrow-left" tone="quiet">
          {t('live.room.back')}
        </ButtonLink>
      </p>
    </>,
  )
})

function Room({ live }: { live: Live }) {
  const { item, meeting, votes, quorum, line, isPublic } = live
  const shows = isPublic && line !== undefined
  const secret = secretIn(live)
  return (
    <div id="live" class="live-room">
      <Said live={live} shown={shows} />
      <p class="live-room-state">
        <PhaseBadge phase={phaseOf(live)} /> {shows && progressOf(live)}
      </p>
      {shows || !item ? (
        <h2>{pointTitle(live)}</h2>
      ) : (
        <>
          <h2>{t('live.room.closed')}</h2>
          <p>{t('live.room.closed_help')}</p>
        </>
      )}
      {shows && <AskedOf live={live} brief />}
      {shows && (votes.length > 0 || live.elects) && (
        <VoteResult itemId={line.id} votes={[...votes]} meeting={meeting} />
      )}
      {shows && secret && <PapersGiven live={live} open={secret} />}
      {secret && <VoteMark open={secret} />}
      {shows && !secret && live.open?.item.id === line.id && <WhoVoted live={live} />}
      {quorum && <p class="muted">{quorumSaid(quorum)}</p>}
    </div>
  )
}
