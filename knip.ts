import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  entry: [
    'src/{main,command}.ts',
    'src/{kernel,commons,modules}/*/islands/index.ts',
    'src/kernel/ui/css/index.css',
    'bin/*.{js,ts}',
    'bench/*.{js,ts}',
  ],
  project: ['{src,test,bin,bench}/**/*.{js,ts,tsx,css}'],
  // A type that a function takes or gives may be exported with it; a dead value may not.
  ignoreExportsUsedInFile: { interface: true, type: true },
  // Read by their path: the fonts of documents and the icons.
  ignoreDependencies: ['@expo-google-fonts/.+', 'lucide-static'],
  compilers: {
    css: (text) =>
      [...text.matchAll(/(?:@import |url\()'([^']+)'/g)]
        .map(([, path]) => `import '${path}'`)
        .join('\n'),
  },
}

export default config
