namespace Recoup.Cli.Commands;

/// <summary>The shells that can complete the tool's command line.</summary>
internal static class CompletionTable
{
    public static IReadOnlyList<CompletionScript> Rows { get; } =
    [
        // Not compgen -W, because it would run what a slug contains.
        new("bash", """
            _recoup() {
              local word="${COMP_WORDS[COMP_CWORD]}" line
              COMPREPLY=()
              while IFS= read -r line; do
                [[ $line == "$word"* ]] && COMPREPLY+=("$line")
              done < <(recoup "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)
            }
            complete -o default -F _recoup recoup
            """),
        new("zsh", """
            _recoup() {
              local -a found
              found=("${(@f)$(recoup "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
              compadd -- $found || _files
            }
            compdef _recoup recoup
            """),
        new("fish", """
            complete -c recoup -a '(recoup "[suggest:"(commandline -C)"]" (commandline) 2>/dev/null)'
            """),
        new("powershell", """
            Register-ArgumentCompleter -Native -CommandName recoup -ScriptBlock {
              param($word, $line, $position)
              recoup "[suggest:$position]" "$line" 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
              }
            }
            """),
    ];
}
