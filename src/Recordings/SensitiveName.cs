namespace Recoup.Recordings;

/// <summary>What the name of a member says about its value.</summary>
/// <param name="Kind">The kind of the value.</param>
/// <param name="ReachesBelow">
/// Whether everything below an object is meant too. Otherwise, only a text or a list of texts is.
/// </param>
internal sealed record SensitiveName(string Kind, bool ReachesBelow = false)
{
    /// <summary>Whether a number is meant too. The default is <see cref="ReachesBelow"/>.</summary>
    public bool ReplacesNumbers { get; init; } = ReachesBelow;

    /// <summary>Whether a text below the name really is of the kind. The default is true.</summary>
    public Func<string, bool> Accepts { get; init; } = static _ => true;
}
