import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes, optionalLine } from '#kernel/http'
import { load } from '#commons/dossiers'
import { meetings } from '#modules/deliberations'
import { type Extract, extracts } from './extract.ts'
import { askExtract, drafted, issue } from './issue.ts'
import { extractsNamed, issuedOf, listExtracts } from './issued.ts'
import { wordsOf } from './paper.ts'
import { Delegating, Issuing, Made } from './schema.ts'
import { type Delegation, delegate, delegations, endDelegation } from './signatory.ts'

/** Certified extracts in JSON; the same functions and schemas as the pages. */
export const api = new ApiRoutes('/deliberations')

const reads = permission('extracts.read')
const issues = permission('extracts.issue')
const delegates = permission('extracts.delegate')

const ExtractAnswer = z.object({
  id: z.uuid(),
  reference: z.string(),
  title: z.string(),
  meeting_id: z.uuid(),
  item_ids: z.array(z.uuid()),
  recipient: z.string(),
  issued_on: z.iso.date(),
  issued_by: z.string(),
  hash: z.string(),
})

function told(one: Extract): z.input<typeof ExtractAnswer> {
  const { id, reference, title, meeting_id, item_ids, recipient, issued_by, hash } = one
  const issued_on = one.issued_on.toString()
  return { id, reference, title, meeting_id, item_ids, recipient, issued_on, issued_by, hash }
}

const Signers = z.array(
  z.object({ mention: z.string().nullable(), role: z.string(), name: z.string() }),
)

api.on(
  'get',
  '/extracts',
  reads,
  {
    summary: 'The extracts that one may read, the last issued first',
    query: z.object({ after: optionalLine(1000) }),
    answer: z.object({ items: z.array(ExtractAnswer), next: z.string().nullable() }),
  },
  async (_c, { after }) => {
    const { items, next } = await listExtracts(after)
    return { items: (await extractsNamed(items)).map(told), next }
  },
)
api.on(
  'get',
  '/meetings/:id/extracts',
  reads,
  { summary: 'The extracts that were issued of a meeting', answer: z.array(ExtractAnswer) },
  async (c) => (await issuedOf(await load(c, meetings))).map(told),
)
api.on(
  'post',
  '/meetings/:id/extracts/preview',
  issues,
  {
    summary: 'The extracts that would be issued, and who would certify each',
    body: Issuing,
    answer: z.array(z.object({ item_ids: z.array(z.uuid()), signatories: Signers })),
  },
  async (c, issuing) =>
    (await drafted(await load(c, meetings), issuing)).map(({ points, data }) => ({
      item_ids: points.map(({ id }) => id),
      signatories: data.signing.signatories,
    })),
)
api.on(
  'post',
  '/meetings/:id/extracts',
  issues,
  {
    summary: 'Issue certified extracts of points of a meeting',
    body: Issuing,
    answer: z.array(ExtractAnswer),
    status: 201,
  },
  async (c, issuing) => (await issue(await load(c, meetings), issuing)).map(told),
)
api.on(
  'get',
  '/extracts/:id',
  reads,
  {
    summary: 'An extract, with who certifies it',
    answer: ExtractAnswer.extend({ signatories: Signers }),
  },
  async (c) => {
    const extract = await load(c, extracts)
    return { ...told(extract), signatories: wordsOf(extract).signing.signatories }
  },
)
api.on(
  'post',
  '/extracts/:id/documents',
  issues,
  {
    summary: 'Have the file of an extract made; GET /documents/{id} is the file',
    body: Made,
    answer: z.object({ id: z.uuid() }),
    status: 202,
  },
  async (c, { format }) => {
    const { id } = await askExtract(await load(c, extracts), format)
    return { id }
  },
)

const DelegationAnswer = z.object({
  id: z.uuid(),
  organ_id: z.uuid(),
  service_id: z.uuid().nullable(),
  office: z.enum(['keeps', 'presides']),
  person_id: z.uuid(),
  title: z.string(),
  mention: z.string(),
  valid_from: z.iso.date().nullable(),
  valid_to: z.iso.date().nullable(),
})

const toldOf = (one: Delegation): z.input<typeof DelegationAnswer> => ({
  ...one,
  valid_from: one.valid_from?.toString() ?? null,
  valid_to: one.valid_to?.toString() ?? null,
})

api.on(
  'get',
  '/signatories',
  delegates,
  { summary: 'Who signs extracts by delegation', answer: z.array(DelegationAnswer) },
  async () => (await delegations()).map(toldOf),
)
api.on(
  'post',
  '/signatories',
  delegates,
  {
    summary: 'Let somebody sign extracts by delegation',
    body: Delegating,
    answer: z.array(DelegationAnswer),
    status: 201,
  },
  async (_c, fresh) => {
    await delegate(fresh)
    return (await delegations()).map(toldOf)
  },
)
api.on(
  'post',
  '/signatories/:id/end',
  delegates,
  { summary: 'End a delegation of signature', answer: z.array(DelegationAnswer) },
  async (c) => {
    await endDelegation(c.req.param('id') ?? '')
    return (await delegations()).map(toldOf)
  },
)
