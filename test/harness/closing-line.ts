import type { Reporter, SerializedError, TestModule } from 'vitest/node'

/**
 * Ends a run with a plain line, `N passed, N failed`, whatever happens: also where a file does not
 * load or the database does not start. Tests that were skipped are named, with their reason.
 */
export class ClosingLine implements Reporter {
  private passed = 0
  private failed = 0
  private skipped: string[] = []

  onInit(): void {
    process.once('exit', (code) => this.close(code))
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const tests = modules.flatMap((one) => [...one.children.allTests()])
    const results = tests.map((one) => ({ name: one.fullName, result: one.result() }))
    this.passed = results.filter(({ result }) => result.state === 'passed').length
    this.failed = results.filter(({ result }) => result.state === 'failed').length
    this.failed += modules.filter((one) => one.errors().length > 0).length + errors.length
    this.skipped = results.flatMap(({ name, result }) =>
      result.state === 'skipped' ? [`${name}: ${result.note ?? 'no reason was given'}`] : [],
    )
  }

  private close(code: number): void {
    // Something that is no test went wrong: the start, or the end.
    if (code !== 0 && this.failed === 0) this.failed = 1
    for (const test of this.skipped) console.log(`skipped: ${test}`)
    const skipped = this.skipped.length > 0 ? `, ${this.skipped.length} skipped` : ''
    console.log(`${this.passed} passed, ${this.failed} failed${skipped}`)
  }
}
