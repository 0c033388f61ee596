import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { inLanguage } from '#kernel/i18n'
import { exportAnswer, type ExportColumn } from '../index.ts'

interface Action {
  title: string
  done: number
  price: { cents: number }
  until: Temporal.PlainDate
  at: Temporal.Instant
}

const columns: ExportColumn<Action>[] = [
  { header: 'Titre', value: ({ title }) => title },
  { header: 'Avancement', value: ({ done }) => done, percent: true },
  { header: 'Montant', value: ({ price }) => price },
  { header: 'Échéance', value: ({ until }) => until },
  { header: 'Ouverture', value: ({ at }) => at },
]
const until = Temporal.PlainDate.from('2026-06-25')
const at = Temporal.Instant.from('2026-06-25T11:30:00Z')
const rows = [54, 100, 62.5].map((done) => ({
  ...{ title: 'Été', done, price: { cents: 123_450 }, until, at },
}))

const made = (format: 'ods' | 'xlsx') =>
  inLanguage('fr', async () => {
    const answer = await exportAnswer(format, 'Liste', columns, rows)
    return new Uint8Array(await answer.arrayBuffer())
  })
const partOf = async (format: 'ods' | 'xlsx', name: string) =>
  new TextDecoder().decode(unzipSync(await made(format))[name])

test('a share in an ODS is a style of percentages, not a number with a sign behind it (I3)', async () => {
  const content = await partOf('ods', 'content.xml')
  expect(content).toMatch(/<number:percentage-style style:name="Nnum-pct1">/)
  expect(content).not.toMatch(/<number:number-style style:name="Nnum-pct1">/)
  expect(content).toMatch(/office:value-type="percentage" office:value="0.54"/)
})

test('a list prints as wide as one page, and as XLSX with its heads on each (I3)', async () => {
  expect(await partOf('ods', 'styles.xml')).toMatch(/landscape[^>]*style:scale-to-X="1"/)
  expect(await partOf('xlsx', 'xl/worksheets/sheet1.xml')).toMatch(
    /<pageSetUpPr fitToPage="1"\/>[^]*<pageSetup paperSize="9" orientation="landscape" fitToWidth="1"/,
  )
  expect(await partOf('xlsx', 'xl/workbook.xml')).toContain(
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">'Liste'!$1:$1</definedName>`,
  )
})

const office = spawnSync('soffice', ['--version']).status === 0
const absent = office ? '' : ' [not tried: LibreOffice is not installed here]'

test.runIf(office)(
  `opened in LibreOffice, 54 % reads 54 %, days are days and accents are kept (I3)${absent}`,
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'beffroi-office-'))
    try {
      const files = (['ods', 'xlsx'] as const).map((format) => join(folder, `${format}.${format}`))
      await writeFile(join(folder, 'ods.ods'), await made('ods'))
      await writeFile(join(folder, 'xlsx.xlsx'), await made('xlsx'))
      // Field and text signs, UTF-8, from the first line, cells as they are shown (token 8).
      const as = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false'
      const own = `-env:UserInstallation=file://${folder}/profile`
      const asked = ['--headless', own, '--convert-to', as, '--outdir', folder, ...files]
      await promisify(execFile)('soffice', asked)
      for (const name of ['ods.csv', 'xlsx.csv']) {
        const [, ...lines] = (await readFile(join(folder, name), 'utf8')).trim().split(/\r?\n/)
        const cells = lines.map((line) => line.split(';'))
        expect(
          cells.map((row) => row[1]),
          name,
        ).toEqual(['54%', '100%', '62.5%'].map((share) => expect.stringMatching(inSame(share))))
        for (const [title, , amount, day, time] of cells) {
          expect([title, Number(amount?.replace(',', '.'))]).toEqual(['Été', 1234.5])
          expect([day, time?.slice(-8)]).toEqual(['06/25/2026', '13:30:00'])
        }
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
  120_000,
)

/** The same share with as many noughts as a style writes. */
const inSame = (share: string) => new RegExp(`^${share.replace('.', '[.]').replace('%', '0*%')}$`)
