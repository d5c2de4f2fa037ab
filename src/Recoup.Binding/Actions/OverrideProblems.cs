using Recoup.Binding.Names;
using Recoup.Binding.Renaming;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Actions;

/// <summary>What a names file says about an action without effect.</summary>
internal static class OverrideProblems
{
    public static void Report(ActionDraft draft, SiblingNames names, List<Problem> problems)
    {
        if (draft.Named.Overrides is not { } overrides)
            return;
        var (slug, path) = (draft.Action.Slug, overrides.Path);
        var wireNames = draft.Members.Select(member => member.WireName).ToArray();
        foreach (var given in overrides.Parameters)
        {
            var pointer = OverridePlan.Pointer("actions", slug, "parameters", given.WireName);
            if (!wireNames.Contains(given.WireName, StringComparer.Ordinal))
                problems.Add(OverridePlan.Nothing(path, $"Action {slug} has no parameter '{given.WireName}'", given.WireName, wireNames, pointer));
            else if (names.Refused.Contains(given.WireName, StringComparer.Ordinal))
                problems.Add(OverridePlan.Unusable(path, given.Name, $"'{given.WireName}'", pointer));
        }

        foreach (var file in draft.UnusedFiles)
        {
            problems.Add(OverridePlan.Nothing(
                path, $"Action {slug} has no string at '{file}' that could be a file", file, wireNames.Where(name => name != file), OverridePlan.Pointer("actions", slug, "files")));
        }
    }
}
