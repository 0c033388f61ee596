import { t } from '#kernel/i18n'

interface VoteCounts {
  yes: number
  no: number
  abstain: number
}

interface VoteBarProps extends VoteCounts {
  /** Votes of « pour » that carry the decision: drawn as a line across the bar. */
  majority?: number | undefined
}

const kinds = ['yes', 'no', 'abstain'] as const

/** A vote as a bar whose parts are labelled; the sentence below says the same in words. */
export function VoteBar({ majority, ...counts }: VoteBarProps) {
  const total = counts.yes + counts.no + counts.abstain
  const share = (votes: number) => (total > 0 ? (100 * votes) / total : 0)
  const parts = kinds.filter((kind) => counts[kind] > 0)
  const start = { yes: 0, no: share(counts.yes), abstain: share(counts.yes + counts.no) }
  return (
    <figure class="votes">
      <svg width="100%" height="40" aria-hidden="true" focusable="false">
        <rect class="track" y="4" width="100%" height="32" rx="5" />
        {parts.map((kind) => (
          <VotePart
            kind={kind}
            start={start[kind]}
            width={share(counts[kind])}
            votes={counts[kind]}
          />
        ))}
        {majority !== undefined && majority <= total && (
          <rect class="majority" x={`${share(majority)}%`} width="3" height="40" rx="1.5" />
        )}
      </svg>
      <figcaption>
        {kinds.map((kind) => (
          <span class={kind}>
            {kind === 'yes' && t('votes.vote.bar.yes', { count: counts.yes })}
            {kind === 'no' && t('votes.vote.bar.no', { count: counts.no })}
            {kind === 'abstain' && t('votes.vote.bar.abstain', { count: counts.abstain })}
          </span>
        ))}
        {majority !== undefined && (
          <span class="majority">{t('votes.vote.bar.majority', { count: majority })}</span>
        )}
      </figcaption>
    </figure>
  )
}

interface VotePartProps {
  kind: (typeof kinds)[number]
  /** Per cent of the bar. */
  start: number
  width: number
  votes: number
}

function VotePart({ kind, start, width, votes }: VotePartProps) {
  return (
    <>
      <rect class={kind} x={`${start}%`} y="4" width={`${width}%`} height="32" />
      {width >= 6 && (
        <text class={kind} x={`${start + width / 2}%`} y="25">
          {votes}
        </text>
      )}
      {start > 0 && <rect class="gap" x={`${start}%`} y="4" width="2" height="32" />}
    </>
  )
}
