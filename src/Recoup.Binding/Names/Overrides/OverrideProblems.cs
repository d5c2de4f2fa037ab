using System.Globalization;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Names.Overrides;

/// <summary>Reports overrides without effect, and those that take a name from something else, in the names file.</summary>
internal static class OverrideProblems
{
    public const string Taken = "a sibling, the class itself or a member of every class already uses this name";

    /// <summary>Reports the methods that are named.</summary>
    public static void ReportMethods(IReadOnlyDictionary<string, ActionOverrides> overrides, SiblingNames names, List<Problem> problems)
    {
        Problem At(string slug, ProblemDescriptor descriptor, params string[] arguments) =>
            new(descriptor, arguments) { Path = overrides[slug].Path, Pointer = JsonPointer.Of("actions", slug, "method") };

        foreach (var slug in names.Refused)
            problems.Add(At(slug, NamesProblems.Unusable, overrides[slug].Method!, $"the method of {slug}", Taken));
        foreach (var (slug, by) in names.Displaced)
            problems.Add(At(by, NamesProblems.Displaces, names[by], $"the method of {by}", $"that of {slug}", names[slug]));
    }

    /// <summary>Reports the names of types that lead to no type.</summary>
    public static void ReportTypes(string slug, IReadOnlyList<TypeOverride> unused, List<Problem> problems) =>
        problems.AddRange(unused.Select(type => new Problem(
            NamesProblems.NamesNothing, $"Action {slug} declares no type at '{type.TypePath}', or it has a name already", "")
        {
            Path = type.Path,
            Pointer = type.Pointer,
        }));

    /// <summary>Reports the overrides of the parameters and files of an action.</summary>
    public static void ReportAction(
        ActionOverrides overrides, SiblingNames names, IReadOnlyList<string> wireNames, IReadOnlyList<string> unusedFiles,
         List<Problem> problems)
    {
        var slug = overrides.Slug;
        Problem At(string wireName, ProblemDescriptor descriptor, params string[] arguments) =>
            new(descriptor, arguments) { Path = overrides.Path, Pointer = JsonPointer.Of("actions", slug, "parameters", wireName) };

        foreach (var given in overrides.Parameters)
        {
            if (!wireNames.Contains(given.WireName, StringComparer.Ordinal))
                problems.Add(At(
                    given.WireName,
                    NamesProblems.NamesNothing,
                    $"Action {slug} has no parameter '{given.WireName}'",
                    Nearest.Question(given.WireName, wireNames)));
            else if (names.Refused.Contains(given.WireName, StringComparer.Ordinal))
                problems.Add(At(given.WireName, NamesProblems.Unusable, given.Name, $"'{given.WireName}'", Taken));
        }

        foreach (var (wireName, by) in names.Displaced)
            problems.Add(At(by, NamesProblems.Displaces, names[by], $"'{by}'", $"'{wireName}'", names[wireName]));
        foreach (var file in unusedFiles)
        {
            var index = overrides.Files.ToList().IndexOf(file).ToString(CultureInfo.InvariantCulture);
            problems.Add(new Problem(
                NamesProblems.NamesNothing,
                $"Action {slug} has no string at '{file}' that could be a file",
                Nearest.Question(file, wireNames.Where(name => name != file)))
            {
                Path = overrides.Path,
                Pointer = JsonPointer.Of("actions", slug, "files", index),
            });
        }
    }
}
