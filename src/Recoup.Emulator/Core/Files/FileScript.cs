using System.Collections.Concurrent;

namespace Recoup.Emulator.Core.Files;

/// <summary>The scripted outcomes of staging files, by URL.</summary>
internal sealed class FileScript
{
    private readonly ConcurrentDictionary<string, FileOutcome> _outcomes = new(StringComparer.Ordinal);

    /// <summary>The scripted outcomes, by URL in ordinal order.</summary>
    public IReadOnlyList<(string Url, FileOutcome Outcome)> All =>
        [.. _outcomes.Select(entry => (entry.Key, entry.Value)).OrderBy(entry => entry.Key, StringComparer.Ordinal)];

    public void Set(string url, FileOutcome outcome) => _outcomes[url] = outcome;

    public FileOutcome Find(string url) => _outcomes.GetValueOrDefault(url, FileOutcome.Unscripted);
}
