namespace Recoup.Recordings;

/// <summary>What is known of the name of a member.</summary>
/// <param name="IsPlain">Whether the name itself contains nothing sensitive, apart from credentials.</param>
/// <param name="OfValue">What it says about its value; null if nothing.</param>
/// <param name="OfNumber">What it says about its value if that is a number, which may be a count; null if nothing.</param>
internal sealed record NameSense(bool IsPlain, SensitiveName? OfValue, SensitiveName? OfNumber)
{
    /// <summary>Whether the value may be the label of another member.</summary>
    public bool IsLabel { get; init; }

    /// <summary>Whether another member may be the label of the value.</summary>
    public bool IsValue { get; init; }
}
