using Recoup.Catalogs.Json;

namespace Recoup.Contracts.Live.Observations;

/// <summary>A step of a probe.</summary>
/// <param name="Probe">The id of the probe.</param>
internal sealed record ProbeStep(string Probe)
{
    /// <summary>Which request the step is; null if the probe has only one.</summary>
    public ProbeCase? Case { get; init; }

    /// <summary>What the request is about, in a few words; null for the probe as a whole.</summary>
    public string? Name { get; init; }

    /// <summary>The called action, if it may exist; otherwise null.</summary>
    public string? Slug { get; init; }

    /// <summary>The step as part of a finding's pointer: ids, so that another wording does not change it.</summary>
    public string Path => string.Join('/', ((string?[])[Probe, Case?.ToString(), Slug]).OfType<string>().Select(JsonPointer.Escape));

    /// <summary>The step as reports name it.</summary>
    public override string ToString()
    {
        var subject = string.Join(": ", ((string?[])[Name, Slug]).OfType<string>());
        return subject.Length == 0 ? Probe : $"{Probe} ({subject})";
    }
}
