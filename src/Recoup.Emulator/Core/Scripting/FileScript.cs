using System.Collections.Concurrent;

namespace Recoup.Emulator.Core.Scripting;

/// <summary>What stands at which address, as far as a test has said so.</summary>
internal sealed class FileScript
{
    private readonly ConcurrentDictionary<string, FileOutcome> _outcomes = new(StringComparer.Ordinal);

    public void Set(string url, FileOutcome outcome) => _outcomes[url] = outcome;

    public FileOutcome Take(string url) => _outcomes.GetValueOrDefault(url, FileOutcome.Unscripted);
}
