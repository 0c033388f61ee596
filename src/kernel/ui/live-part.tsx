import type { Child } from 'hono/jsx'
import { t } from '#kernel/i18n'

interface LivePartProps {
  /** Where it is told, as server-sent events, that something changed. */
  signals: string
  /** Of the page. */
  address: string
  /** The id of who looks: what they could not send waits for them alone, whoever signs in here next. */
  me: string
  /** One element with the id `live`: it is asked for anew, and the page holds it as it is then. */
  children?: Child
}

/**
 * A part of a page that follows what others do: where scripts run it is asked for again within a moment of each change, and what
 * was sent while the line was down is sent once it is back. Without them a link shows it anew.
 */
export function LivePart({ signals, address, me, children }: LivePartProps) {
  return (
    <live-part data-signals={signals} data-me={me}>
      <noscript>
        <p>
          <a class="button normal" href={address}>
            {t('ui.live.refresh')}
          </a>
        </p>
      </noscript>
      <output class="live-line">
        <span class="note warn" data-live="away" hidden>
          {t('ui.live.away')}
        </span>
        <span class="note warn" data-live="kept" hidden>
          {t('ui.live.kept')}
        </span>
      </output>
      {children}
    </live-part>
  )
}
