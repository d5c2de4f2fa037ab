namespace Recoup.Contracts.Live.Observations;

/// <summary>A step of a probe.</summary>
/// <param name="Probe">The id of the probe.</param>
/// <param name="Subject">What the step is about, in a few words; null for the probe as a whole.</param>
internal sealed record ProbeStep(string Probe, string? Subject = null)
{
    /// <summary>The step as part of a finding's pointer.</summary>
    public string Path => Subject is null ? Probe : $"{Probe}/{Subject}";

    /// <summary>The step as reports name it.</summary>
    public override string ToString() => Subject is null ? Probe : $"{Probe} ({Subject})";
}
