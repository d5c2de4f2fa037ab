namespace Recoup.Contracts.Documents.Source;

/// <summary>A finding about generated C#.</summary>
/// <param name="Class">The generated class, as the earlier document names it.</param>
/// <param name="Finding">The finding.</param>
internal sealed record SourceFinding(string Class, Finding Finding)
{
    public SourceImpact Impact => Finding.Source!;
}
