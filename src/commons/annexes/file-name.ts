/** Endings that say what a file is: « Plan 1.2 » has none, and keeps its figure. */
const known = new Set(
  [
    'pdf doc docx docm odt rtf txt md csv xls xlsx xlsm ods ppt pptx odp xml json html htm eml msg ics',
    'jpg jpeg png gif tif tiff bmp webp svg heic mp3 mp4 m4a wav avi mov mkv',
    'zip 7z rar gz dwg dxf dgn shp kml gpx ifc p7m asice',
  ].flatMap((line) => line.split(' ')),
)

/** The ending of the name of a file, where it says what the file is: `pdf`. */
export function extensionOf(name: string): string | undefined {
  const ending = /[^.]\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase()
  return ending !== undefined && known.has(ending) ? ending : undefined
}

/** What a file is called where nobody gave it a title: its name, without what it is. */
export function titleOf(name: string): string {
  const ending = extensionOf(name)
  return ending ? name.slice(0, -ending.length - 1) : name
}
