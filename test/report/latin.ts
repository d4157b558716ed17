/** What of a Chinese text is English: Latin words outside names, codes, paths, commands and options. */

/** Words of formats and systems that Chinese texts have as they are, and words of data and of the fixtures. */
const KNOWN = new Set(
  `CSV JSON YAML HTML SVG PNG UTF ANSI GBK Excel Parquet DuckDB SQL SELECT Slurm Kubernetes Markdown Node Ctrl SIGTERM CART PRIM
  Sobol Shapley NSGA PASFR GB TB MB KB Schema Debian Ubuntu Noto Sans CJK SC Redis Valkey TLS cityward npm docs README NULL AAAA
  LC ALL LANG MESSAGES Delta PAWN PRCC Infinity English Alpha Beta Tinyland Region help auto
  outcomes long columns failures compinit fpath lenient sampled`.split(/\s+/),
)

/** Where Latin letters are no words of a sentence. */
const CODES = [
  /`[^`]*`/g, // commands and code
  /(?<!\w)[0-9a-f]{8}(?:[0-9a-f]{8}|[0-9a-f]{56})?(?!\w)/g, // fingerprints
  /\$ cityward .*?(?= {2,}|$)/g, // examples of commands
  /“[^”]*”|"[^"]*"/g, // quoted from a file, or by another program
  /\[[a-z-]+(?:，警告)?\]/g, // codes of problems
  /<[^<>\s]+>|\[[a-z]+\]/g, // arguments in a usage
  /(?:[\w.@~-]*\/)+[\w.@~*-]*|[\w-]+\.(?:csv|yaml|json|md|html|xlsx|png|zip|parquet)\b/g, // paths and files
  /(?<![\w])--?[a-z][\w-]*/gi, // options
  /\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b/g, // variables of the environment
  /\b[a-z0-9]+(?:[-_.][a-z0-9]+)+\b/gi, // names of fields, indicators and formulas
  /\b[a-z_]+(?:\([^()]*\)|:)/g, // calls of formulas, fields with their colon
]

/** The English words of a text, by line; empty where there are none. */
export function englishIn(text: string, names: Iterable<string> = []): string[] {
  const known = new Set([...KNOWN, ...names])
  return text.split('\n').flatMap((line) => {
    const rest = CODES.reduce((left, code) => left.replaceAll(code, ' '), line)
    const words = rest.match(/[A-Za-z]{2,}/g)?.filter((word) => !known.has(word)) ?? []
    return words.length > 0 ? [`${words.join(' ')}  |  ${line}`] : []
  })
}
