using System.Diagnostics.CodeAnalysis;

namespace Recoup.Contracts.Learning.Merging;

/// <summary>A schema cannot be widened in its place.</summary>
/// <param name="pointer">The pointer of the keyword in the schema.</param>
/// <param name="reason">Why, as the end of a sentence.</param>
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "The merge catches it; no caller sees it.")]
internal sealed class WideningException(string pointer, string reason) : Exception(reason)
{
    public string Pointer => pointer;
}
