import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes, flag, id } from '#kernel/http'
import { askedOf, comings, Narrowing } from '#commons/people'
import {
  foreseeInvitations,
  inviteMany,
  lastRounds,
  leftInWords,
  mostInvited,
  roundOf,
  type Whom,
} from './round.ts'

export const api = new ApiRoutes('')
const keeps = permission('people.keep')

const Round = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  by: z.string(),
  sent: z.int(),
  left: z.int(),
  later: z.int().describe('How many could have been invited besides, past the most at once.'),
})

const Asked = z.object({
  ids: z.array(id()).max(mostInvited).optional().describe('These; or else all who are `asked`.'),
  asked: Narrowing.optional().describe('As the list of people is narrowed.'),
  again: flag().describe('Also those whose invitation is still good.'),
  effect_only: z.boolean().default(false).describe('Nothing is written: only what would be.'),
})

const whomOf = ({ ids, asked }: z.output<typeof Asked>): Whom =>
  ids ? { ids } : { asked: askedOf(asked ?? Narrowing.parse({ access: 'never' })) }

api.on(
  'post',
  '/invitations',
  keeps,
  {
    summary: 'Invite many people by mail, or tell who would be; those never invited unless told',
    body: Asked,
    answer: z.object({
      round: z.uuid().nullable().describe('Where its report is; null where nothing was written.'),
      invited: z.array(z.object({ id: z.uuid(), name: z.string(), address: z.string() })),
      left: z.array(z.object({ id: z.uuid(), name: z.string(), why: z.string() })),
      later: z.int(),
    }),
  },
  async (_c, sent) => {
    const whom = whomOf(sent)
    const { people, later } = await foreseeInvitations(whom, sent)
    const round = sent.effect_only ? null : await inviteMany(whom, sent)
    return {
      ...{ round, later },
      invited: people.filter(({ left }) => left === null),
      left: people.flatMap(({ left, name, id: one }) =>
        left === null ? [] : { id: one, name, why: leftInWords(name, left) },
      ),
    }
  },
)

api.on(
  'get',
  '/invitations',
  keeps,
  { summary: 'The last rounds of invitations', answer: z.array(Round) },
  async () => (await lastRounds(100)).rows.map(({ at, ...one }) => ({ ...one, at: at.toString() })),
)

api.on(
  'get',
  '/invitations/rounds/:id',
  keeps,
  {
    summary: 'What became of a round of invitations',
    answer: Round.extend({
      people: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          mail: z.enum(['waiting', 'sent', 'refused', 'kept', 'returned']).nullable(),
          access: z.enum(comings),
          why: z.string().nullable().describe('Why they were left out.'),
        }),
      ),
    }),
  },
  async (c) => {
    const { round, people } = await roundOf(c.req.param('id'))
    return {
      ...round,
      at: round.at.toString(),
      people: people.map(({ left, comes_in, ...one }) => ({
        ...{ ...one, access: comes_in, why: left && leftInWords(one.name, left) },
      })),
    }
  },
)
