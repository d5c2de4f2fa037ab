using Recoup.Schemas;

namespace Recoup.Contracts.Verdicts;

/// <summary>Lengths and patterns.</summary>
internal static class StringEdits
{
    public static void Find(EditSite here)
    {
        var (old, @new) = (here.Old, here.New);
        here.Count("minLength", old.MinLength, @new.MinLength, 0, "minimum length", isLower: true, static (source, to) => source with { MinLength = to.MinLength });
        here.Count("maxLength", old.MaxLength, @new.MaxLength, null, "maximum length", isLower: false, static (source, to) => source with { MaxLength = to.MaxLength });
        if (old.Pattern == @new.Pattern)
            return;
        var change = old.Pattern is null ? Change.Added : @new.Pattern is null ? Change.Removed
            : SchemaPattern.Compare(@new.Pattern, old.Pattern).IsSubset == true ? Change.Tightened
            : SchemaPattern.Compare(old.Pattern, @new.Pattern).IsSubset == true ? Change.Loosened
            : Change.Changed;
        here.Add("pattern", change, $"{Word(old.Pattern)} before, {Word(@new.Pattern)} now", static (source, to) => source with { Pattern = to.Pattern });
    }

    private static string Word(string? pattern) => pattern is null ? "any text" : $"text that matches {Excerpt.Shorten(pattern, 80)}";
}
