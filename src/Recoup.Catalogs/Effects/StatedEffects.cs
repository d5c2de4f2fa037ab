using System.Text.Json;
using Recoup.Catalogs.Files;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;

namespace Recoup.Catalogs.Effects;

/// <summary>The effects of a names file (<c>{"actions": {"SLUG": {"effect": "read"}}}</c>), and what is wrong with them.</summary>
/// <param name="Effects">The effects, in the order of the file; each slug once.</param>
/// <param name="Problems">The problems, each with its position.</param>
internal sealed record StatedEffects(EquatableArray<StatedEffect> Effects, IReadOnlyList<Problem> Problems)
{
    /// <summary>Reads the effects. The other members of the file are not looked at.</summary>
    /// <param name="root">The names file.</param>
    /// <param name="path">The file that problems name.</param>
    public static StatedEffects Of(PositionedElement root, string path)
    {
        var (effects, problems) = (new List<StatedEffect>(), new List<Problem>());
        var slugs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var action in root["actions"].EnumerateObject())
        {
            var slug = action.Name;
            var value = action.Value[StatedEffect.Member];
            if (!slugs.Add(slug) || value.ValueKind == JsonValueKind.Undefined)
                continue;
            if (StatedEffect.Parse(value.AsString()) is not { } effect)
            {
                // An effect that was to be said is not inferred.
                effect = ActionEffect.Unknown;
                problems.Add(new Problem(
                    NamesProblems.Unexpected,
                    $"the effect of {slug}, 'read', 'write' or 'destroy' (until then it is unknown)",
                    ValueDescription.Of(value))
                { Path = path, Range = value.Range });
            }

            effects.Add(new StatedEffect(slug, effect));
        }

        return new StatedEffects(new(effects), problems);
    }

    /// <summary>Reads the effects of the names file beside a catalog; none if there is no such file.</summary>
    /// <param name="catalog">The file of the catalog.</param>
    /// <exception cref="CatalogException">The names file cannot be read as text.</exception>
    public static StatedEffects Beside(string catalog)
    {
        if (NamesDocument.Beside([catalog]).FirstOrDefault() is not { } path)
            return new StatedEffects(default, []);
        var document = NamesDocument.Parse(TextFile.ReadUtf8(path, "a names file"), path, out var problem);
        return problem is null ? Of(document!.Root, path) : new StatedEffects(default, [problem]);
    }
}
