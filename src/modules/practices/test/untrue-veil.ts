import { sql } from 'kysely'
import { db } from '#kernel/db'
import { change } from '#commons/workflow'
import { decidedStates } from '#modules/deliberations'
import type { TestAuthority, TestPerson } from '#test/harness'
import { practiceRecord, practicesOf, practiceWorkflow } from '../practice.ts'

interface Sat {
  authority: TestAuthority
  secretariat: TestPerson
  /** Who writes nothing of what is decided, and reads it otherwise. */
  mayor: TestPerson
  agent: TestPerson
}

/** How an organ does things from now on, as who keeps that says it. */
export async function practised(
  organ_id: string,
  { ended, ...said }: { hides: boolean; goes_on: 'no' | 'year'; ended: boolean },
): Promise<unknown> {
  const [known] = await practicesOf(organ_id, { all: true })
  if (!known)
    return practiceRecord.write({
      ...{ title: 'Usages', organ_id, since: null, categories: [] },
      ...said,
    })
  if (ended) return change(practiceRecord.kind, practiceWorkflow, known, 'end')
  const used =
    known.state === 'used'
      ? known
      : await change(practiceRecord.kind, practiceWorkflow, known, 'resume')
  return practiceRecord.rewrite(used, said)
}

interface Row {
  id: string
  meeting: string
  veiled: boolean
  due: boolean
  motivation: string
}

/** What is hidden and should not be, or should be and is not, or is read all the same: by what of these points is theirs alone (`Zizanie…`). */
export async function untrueVeil(of: Sat): Promise<string[]> {
  const rows = await of.authority.asSystem(async () => {
    const found = await sql<Row>`
      select i.id, m.id as meeting, i.veiled, i.motivation, m.state = 'decided' and d.state = any(${[...decidedStates]}::text[])
        and exists (select from practices.practice p join commons.dossier r using (tenant_id, id)
          where p.organ_id = i.organ_id and p.hides and r.state = 'used') as due
      from deliberations.item i join commons.dossier d using (tenant_id, id)
      join commons.dossier m on (m.tenant_id, m.id) = (i.tenant_id, i.meeting_id)`.execute(db())
    return found.rows
  })
  const wrong = rows.flatMap(({ id, veiled, due }) =>
    veiled === due ? [] : [`${id} is ${veiled ? '' : 'not '}hidden`],
  )
  for (const row of rows.filter(({ veiled }) => veiled).slice(0, 2))
    wrong.push(...(await readAllTheSame(of, row)))
  return wrong
}

async function readAllTheSame({ secretariat, mayor, agent }: Sat, row: Row): Promise<string[]> {
  const [word] = /Zizanie\d/.exec(row.motivation) ?? []
  if (!word) return []
  const path = `/deliberations/items/${row.id}`
  const own = (await secretariat.visitor.api('GET', path)).text
  const wrong = own.includes(word) ? [] : [`who writes ${row.id} does not read it`]
  for (const { visitor } of [mayor, agent]) {
    const read = [
      await visitor.api('GET', path),
      await visitor.api('GET', `${path}/history`),
      await visitor.api('GET', `/deliberations/meetings/${row.meeting}/agenda`),
    ]
    for (const page of [path, `${path}/session`, `${path}/history`])
      read.push(await visitor.get(page))
    const record = await visitor.api('GET', `/deliberations/meetings/${row.meeting}/minutes`)
    // What was put at the disposal of the members stays theirs, where the meeting is opened again.
    const { id, state } = record.json<{ id?: string; state?: string }>()
    if (record.status === 200 && state === 'draft')
      read.push(await visitor.get(`/deliberations/minutes/${id}`))
    for (const part of ['', '/minutes', '/documents', '/live'])
      read.push(await visitor.get(`/deliberations/meetings/${row.meeting}${part}`))
    read.forEach(({ text }, at) => text.includes(word) && wrong.push(`hidden, and read (${at})`))
  }
  return wrong
}
