using Recoup.Binding.Types;
using Recoup.Contracts.Findings;

namespace Recoup.Contracts.Documents.Source;

/// <summary>An action or operation in both documents, and the findings about its C#.</summary>
internal abstract class SourceSite
{
    /// <summary>The name of the action or operation; null for the document as a whole.</summary>
    protected abstract string? Subject { get; }

    /// <summary>The locations of the action or operation.</summary>
    public abstract SourcePlace Whole { get; }

    /// <summary>The locations of the result.</summary>
    public abstract SourcePlace Result { get; }

    /// <summary>The locations of a parameter.</summary>
    public abstract SourcePlace Parameter(MemberModel parameter);

    public Finding Finding(
        Rule rule, Change change, string message, SourceImpact impact, string before, string after, SourcePlace? place = null,
         Verdict verdict = Verdict.Breaking)
    {
        var at = place ?? Whole;
        return new Finding
        {
            Rule = rule,
            Verdict = verdict,
            Change = change,
            Message = message,
            Action = Subject,
            Pointer = at.Pointer,
            Before = before.Length == 0 ? null : before,
            After = after.Length == 0 ? null : after,
            BeforeLocation = at.Before,
            AfterLocation = at.After,
            Source = impact,
            Values = at.Values,
            ContentHash = ContentHash.Of(before, after),
        };
    }
}
