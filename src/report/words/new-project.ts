/** What a new project is introduced with in Chinese, before a language is chosen. */

/** Where the Chinese guide to the data folder is, and how to get Chinese output; ends with a line break. */
export function chineseGuide(file: string): string {
  return `中文说明：${file}；在 run、explain、reach 等命令后加 --lang zh 即以中文输出。\n`
}
