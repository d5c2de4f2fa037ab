using Recoup.Catalogs;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Verdicts;

namespace Recoup.Contracts.Levels;

/// <summary>An action of both catalogs, as findings about its C# name it.</summary>
internal sealed record SourceSite(CatalogAction Old, CatalogAction New, Sides Sides)
{
    public Finding Finding(Rule rule, Change change, string message, SourceImpact impact, string before, string after, string? parameter = null, Verdict verdict = Verdict.Breaking)
    {
        var pointer = parameter is null ? "" : "/parameters/properties/" + Normalisation.Place.Escape(parameter);
        return new Finding
        {
            Rule = rule,
            Verdict = verdict,
            Change = change,
            Message = message,
            Action = Old.Slug,
            Pointer = pointer,
            Before = before.Length == 0 ? null : before,
            After = after.Length == 0 ? null : after,
            OldLocation = Locate(Old, pointer, Sides.Old),
            NewLocation = Locate(New, pointer, Sides.New),
            Source = impact,
            ContentHash = ContentHash.Of(before, after),
        };
    }

    private static Location Locate(CatalogAction action, string pointer, ContractDocument document)
    {
        PositionedElement at = action.Source["slug"];
        var found = "/slug";
        if (pointer.Length > 0 && action.Source.TryResolve(pointer, out var parameter))
            (at, found) = (parameter, pointer);
        return new Location(document.Path ?? document.Name, DocumentPointer.Of(document, action) + found, at.Range);
    }
}
