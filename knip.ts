import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  entry: [
    'src/{main,command}.ts',
    'src/{kernel,commons,modules}/*/islands/index.ts',
    // Begun by its path, in a process of its own.
    'src/commons/annexes/reader.ts',
    'src/kernel/ui/css/{index,drawn}.css',
    'src/{commons,modules}/*/{style,drawn}.css',
    'bin/*.{js,ts}',
    'bench/*.{js,ts}',
    // Run by their path, in a process of their own.
    'src/commons/annexes/reader.ts',
    'src/commons/exports/workbook.ts',
    'src/commons/imports/workbook-rows.ts',
    'src/commons/stationery/reading.ts',
    'src/kernel/aside/pulse-watcher.ts',
    'src/kernel/aside/test/stuck.ts',
    'src/kernel/aside/test/work.ts',
    'src/kernel/aside/worker.ts',
    'src/kernel/auth/common.ts',
    'src/kernel/xml/parse.ts',
    'src/commons/pseudonymisation/pdf/besides.ts',
    'src/commons/pseudonymisation/pdf/pdf.ts',
    // Begun by hand: what the corpus holds.
    'src/commons/pseudonymisation/test/corpus/count.ts',
    'src/commons/pseudonymisation/test/corpus/measure.ts',
    'test/example/*/index.ts',
    'test/example/*/test/*.test.ts',
    'src/command/test/series.ts',
    'test/faults/{clock,drill,run}.ts',
    'test/harness/sweep.ts',
  ],
  project: ['{src,test,bin,bench}/**/*.{js,ts,tsx,css}'],
  // A type that a function takes or gives may be exported with it; a dead value may not.
  ignoreExportsUsedInFile: { interface: true, type: true },
  // Asked whether it is there, or works, by what says where it does not.
  ignoreBinaries: ['nginx', 'openssl', 'soffice', 'mount', 'umount'],
  // Read by their path: the fonts of documents and the icons.
  ignoreDependencies: ['@embedpdf/fonts-.+', '@expo-google-fonts/.+', 'lucide-static'],
  compilers: {
    css: (text) =>
      [...text.matchAll(/(?:@import |url\()'([^']+)'/g)]
        .map(([, path]) => `import '${path}'`)
        .join('\n'),
  },
}

export default config
