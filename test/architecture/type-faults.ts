import { join } from 'node:path'
import { API } from 'typescript/unstable/async'

/**
 * What the types of these files of a project say is wrong, each with its file. The compiler looks at what they make use of and at
 * nothing else: at all files of the house, as for what is wrong of none in particular, it takes ten times as long.
 */
export async function typeFaults(
  root: string,
  config: string,
  files: readonly string[],
): Promise<string[]> {
  const compiler = new API({ cwd: root })
  try {
    const path = join(root, config)
    const snapshot = await compiler.updateSnapshot({ openProjects: [path] })
    const program = snapshot.getProject(path)?.program
    if (!program) throw new Error(`${path} is no project`)
    const all = [...(await program.getConfigFileParsingDiagnostics())]
    for (const file of files) {
      all.push(...(await program.getSyntacticDiagnostics(join(root, file))))
      all.push(...(await program.getSemanticDiagnostics(join(root, file))))
    }
    return all.map(({ fileName = config, text }) => `${fileName.replace(root, '')}: ${text}`)
  } finally {
    await compiler.close()
  }
}
