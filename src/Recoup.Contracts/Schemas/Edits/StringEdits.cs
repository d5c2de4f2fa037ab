using Recoup.Contracts.Json;
using Recoup.Schemas;

namespace Recoup.Contracts.Schemas.Edits;

/// <summary>Compares lengths and patterns of strings.</summary>
internal static class StringEdits
{
    public static void Find(EditSite here)
    {
        var (before, after) = (here.Before, here.After);
        here.Count(
            "minLength",
            before.MinLength,
            after.MinLength,
            0,
            "minimum length",
            isLower: true,
            static (source, to) => source with { MinLength = to.MinLength });
        here.Count(
            "maxLength",
            before.MaxLength,
            after.MaxLength,
            null,
            "maximum length",
            isLower: false,
            static (source, to) => source with { MaxLength = to.MaxLength });
        if (before.Pattern == after.Pattern)
            return;
        var change = before.Pattern is null ? Change.Added : after.Pattern is null ? Change.Removed
            : SchemaPattern.Compare(after.Pattern, before.Pattern).IsSubset == true ? Change.Tightened
            : SchemaPattern.Compare(before.Pattern, after.Pattern).IsSubset == true ? Change.Loosened
            : Change.Changed;
        here.Add(
            "pattern",
            change,
            $"{Word(before.Pattern)} before, {Word(after.Pattern)} now",
            static (source, to) => source with { Pattern = to.Pattern });
    }

    private static string Word(string? pattern) => pattern is null ? "any text" : $"text that matches {Excerpt.Shorten(pattern, 80)}";
}
