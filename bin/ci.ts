// Everything that guards the house, in the order of what is quickest to say no. Stops at the first
// group that fails, and always ends with the plain line `N passed, N failed`.
import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const closing = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/

interface Step {
  readonly name: string
  /** Arguments of npm. */
  readonly run: readonly string[]
}

const steps: readonly Step[] = [
  { name: 'types', run: ['run', '--silent', 'types'] },
  { name: 'lint', run: ['run', '--silent', 'lint'] },
  { name: 'format', run: ['run', '--silent', 'format:check'] },
  { name: 'unused', run: ['run', '--silent', 'unused'] },
  { name: 'sbom', run: ['run', '--silent', 'sbom'] },
  { name: 'tests', run: ['test'] },
]

interface Outcome {
  readonly name: string
  readonly failed: boolean
  readonly seconds: number
  /** The closing line of the tests; a check has none. */
  readonly line: RegExpExecArray | null
}

const outcomes: Outcome[] = []
for (const step of steps) {
  console.log(`\n— ${step.name}`)
  const outcome = await perform(step)
  outcomes.push(outcome)
  if (outcome.failed) break
}
console.log('')
for (const { name, failed, seconds } of outcomes)
  console.log(
    `${name.padEnd(8)} ${failed ? 'failed' : 'passed'} ${seconds.toFixed(1).padStart(7)} s`,
  )
console.log(summary())
process.exitCode = outcomes.some(({ failed }) => failed) ? 1 : 0

async function perform({ name, run }: Step): Promise<Outcome> {
  const start = performance.now()
  const path = [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter)
  const npm = spawn('npm', [...run], {
    cwd: root,
    env: { ...process.env, PATH: path },
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  })
  let end = ''
  npm.stdout.setEncoding('utf8').on('data', (text: string) => {
    process.stdout.write(text)
    end = (end + text).slice(-1000)
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    npm.once('error', reject).once('close', resolve)
  })
  const seconds = (performance.now() - start) / 1000
  return {
    name,
    failed: code !== 0,
    seconds,
    line: closing.exec(end.trimEnd().split('\n').at(-1) ?? ''),
  }
}

/** The tests' own closing line; a check that failed before counts as one failure. */
function summary(): string {
  const line = outcomes.find((outcome) => outcome.line)?.line
  if (line) return line[0]
  return `0 passed, ${outcomes.some(({ failed }) => failed) ? 1 : 0} failed`
}
