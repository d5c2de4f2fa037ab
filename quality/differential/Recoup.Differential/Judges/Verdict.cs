namespace Recoup.Differential.Judges;

/// <summary>What a validator says about a pair: valid, invalid, or why it does not take the schema.</summary>
/// <param name="Text"><c>valid</c>, <c>invalid</c> or <c>refused</c>.</param>
/// <param name="Reason">Why the schema is refused; empty otherwise.</param>
internal sealed record Verdict(string Text, string Reason = "")
{
    private const int LongestReason = 25;

    public static readonly Verdict Valid = new("valid");
    public static readonly Verdict Invalid = new("invalid");

    public bool IsRefused => Text == "refused";

    /// <summary>A verdict about an instance.</summary>
    public static Verdict Of(bool isValid) => isValid ? Valid : Invalid;

    /// <summary>A refusal. The beginning of its message says which kind it is.</summary>
    public static Verdict Refused(string message) => new("refused", message[..Math.Min(message.Length, LongestReason)]);
}
