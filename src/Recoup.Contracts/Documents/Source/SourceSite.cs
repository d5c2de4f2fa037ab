using Recoup.Binding.Types;
using Recoup.Contracts.Findings;

namespace Recoup.Contracts.Documents.Source;

/// <summary>An action or operation of both documents, as findings about its C# name it.</summary>
internal abstract class SourceSite
{
    /// <summary>What findings call it; null for the document as a whole.</summary>
    protected abstract string? Subject { get; }

    /// <summary>The place of the action or operation.</summary>
    public abstract SourcePlace Whole { get; }

    /// <summary>The place of what it answers.</summary>
    public abstract SourcePlace Result { get; }

    /// <summary>The place of one of its parameters.</summary>
    public abstract SourcePlace Parameter(MemberModel parameter);

    public Finding Finding(
        Rule rule, Change change, string message, SourceImpact impact, string before, string after, SourcePlace? place = null, Verdict verdict = Verdict.Breaking)
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
            ContentHash = ContentHash.Of(before, after),
        };
    }
}
