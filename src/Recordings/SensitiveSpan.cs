namespace Recoup.Recordings;

/// <summary>A part of a text that a recording must not contain.</summary>
/// <param name="Start">The index of its first character.</param>
/// <param name="Length">The number of its characters.</param>
/// <param name="Kind">The kind, as in the header of a recording.</param>
/// <param name="StandIn">Creates what replaces the part.</param>
internal readonly record struct SensitiveSpan(int Start, int Length, string Kind, Func<StandIns, string, string> StandIn)
{
    public int End => Start + Length;
}
