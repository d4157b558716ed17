/** `cityward completion`: a script for a shell, which hands the words of the line to `cityward complete`. */
import { print } from '../terminal.js'

/** Prints the script of a shell. */
export function completion(shell: keyof typeof SHELL_SCRIPTS): void {
  print(SHELL_SCRIPTS[shell])
}

export const SHELL_SCRIPTS: Readonly<Record<'bash' | 'zsh' | 'fish', string>> = {
  bash: `_cityward() {
  local IFS=$'\\n' word
  COMPREPLY=()
  while read -r word; do
    COMPREPLY+=("$(printf '%q' "$word")")
  done < <(cityward complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  if [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == */ ]]; then compopt -o nospace; fi
}
complete -o default -F _cityward cityward
`,
  zsh: `#compdef cityward
_cityward() {
  local -a found
  found=("\${(@f)$(cityward complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  compadd -S '' -- \${(M)found:#*/}
  compadd -- \${found:#*/}
}
if [ "$funcstack[1]" = "_cityward" ]; then _cityward "$@"; else compdef _cityward cityward; fi
`,
  fish: `function __cityward_complete
  set -l words (commandline -opc) (commandline -ct)
  cityward complete -- $words[2..-1] 2>/dev/null
end
complete -c cityward -f -a '(__cityward_complete)'
`,
}
