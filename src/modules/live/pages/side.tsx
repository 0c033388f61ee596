import { t } from '#kernel/i18n'
import { kept } from '#kernel/jsx'
import {
  Badge,
  Button,
  FoldedForm,
  FormActions,
  List,
  PostButton,
  Select,
  SideSection,
} from '#kernel/ui'
import { fullName } from '#commons/directory'
import { LegalTimeline, printed } from '#commons/law'
import { stateName } from '#commons/workflow'
import type { AgendaLine } from '#modules/deliberations'
import { everybodyIn, isNoted, presenceAt } from '#modules/sittings'
import type { Live } from '../state.ts'
import { livePath } from './routes.ts'

/** Whether enough are there for the point before the room. */
export function QuorumSide({ live: { quorum: check } }: { live: Live }) {
  return (
    <SideSection title={t('live.quorum')}>
      <p>{check ? quorumSaid(check) : t('live.quorum.unknown')}</p>
      {check && <p class="small muted">{printed(check.article)}</p>}
    </SideSection>
  )
}

export function quorumSaid({ present, inOffice, quorum }: NonNullable<Live['quorum']>): string {
  const params = { present, inOffice, required: quorum.required }
  return t(quorum.met ? 'live.quorum.said' : 'live.quorum.missed', params)
}

/** The points around the one before the room; whoever leads calls one from here. */
export function Following({ live }: { live: Live }) {
  const { lines, item, leads, open } = live
  if (lines.length === 0) return null
  const here = item?.position ?? 0
  const at = lines.findIndex(({ position }) => position >= here)
  const shown = lines.slice(Math.max(0, at - 2), Math.max(0, at) + 6)
  return (
    <SideSection title={t('live.following')}>
      <LegalTimeline
        dates={shown.map((line) => ({
          what: `${line.number}. ${line.title}`,
          cite: <Called live={live} line={line} />,
          state: line.id === item?.id ? 'next' : line.state === 'frozen' ? 'later' : 'done',
        }))}
      />
      {leads && !open && lines.length > shown.length && <AnyPoint live={live} />}
    </SideSection>
  )
}

/** Another than those around it. */
function AnyPoint({ live: { meeting, lines } }: { live: Live }) {
  return (
    <FoldedForm
      label={t('live.point.go')}
      action={`${livePath(meeting)}/point`}
      id="any-point"
      unkept
    >
      <Select
        name="item_id"
        label={t('live.point.which')}
        prompt={t('live.point.choose')}
        options={lines.map(({ id, number, title }) => ({
          value: id,
          label: `${number}. ${title}`,
        }))}
        required
      />
      <FormActions>
        <Button>{t('live.point.call')}</Button>
      </FormActions>
    </FoldedForm>
  )
}

function Called({ live, line }: { live: Live; line: AgendaLine }) {
  const { leads, item, open, meeting } = live
  if (line.state !== 'frozen' || !leads || open || line.id === item?.id)
    return <>{stateName('deliberations.item', line.state)}</>
  return (
    <PostButton
      action={`${livePath(meeting)}/point`}
      fields={{ item_id: line.id }}
      tone="quiet"
      small
    >
      {t('live.point.call')}
    </PostButton>
  )
}

/** How each of the organ is at the point before the room: written once for all who look. */
export function Attended({ live: { sitting, item } }: { live: Live }) {
  if (!isNoted(sitting)) return null
  const rows = everybodyIn(sitting).map((seat) => {
    const at = presenceAt(seat, sitting, item?.position ?? 0)
    const how = at === 'away' && seat.presence === 'excused' ? ('excused' as const) : at
    return { name: fullName(seat), how, civility: seat.civility || 'none' }
  })
  return kept(`live.present ${JSON.stringify(rows)}`, () => (
    <SideSection title={t('live.present')}>
      <List
        label={t('live.present')}
        items={rows.map(({ name, how, civility }) => ({
          title: name,
          due: (
            <Badge tone={how === 'there' ? 'good' : 'neutral'}>
              {t(`live.present.${how}`, { civility })}
            </Badge>
          ),
        }))}
      />
    </SideSection>
  ))
}
