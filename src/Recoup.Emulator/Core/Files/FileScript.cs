using System.Collections.Concurrent;

namespace Recoup.Emulator.Core.Files;

/// <summary>The scripted outcomes of staging files, by URL.</summary>
internal sealed class FileScript
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, FileOutcome> _outcomes = new(StringComparer.Ordinal);

    /// <summary>The scripted outcomes, by URL in ordinal order.</summary>
    public IReadOnlyList<(string Url, FileOutcome Outcome)> All =>
        [.. _outcomes.Select(entry => (entry.Key, entry.Value)).OrderBy(entry => entry.Key, StringComparer.Ordinal)];

    /// <exception cref="RecoupEmulatorException">There are too many scripts.</exception>
    public void Set(string url, FileOutcome outcome)
    {
        if (_outcomes.Count >= Most && !_outcomes.ContainsKey(url))
            throw new RecoupEmulatorException($"The emulator has scripts for {Most:N0} files, and cannot take more. Reset it first.");
        _outcomes[url] = outcome;
    }

    public FileOutcome Find(string url) => _outcomes.GetValueOrDefault(url, FileOutcome.Unscripted);
}
