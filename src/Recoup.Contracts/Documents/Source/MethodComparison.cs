using Recoup.Binding.Types;
using Recoup.Contracts.Findings.Rules;

namespace Recoup.Contracts.Documents.Source;

/// <summary>Compares a generated method before and after: name, parameters, their types and order, and the result.</summary>
internal static class MethodComparison
{
    public static IEnumerable<Finding> Compare(BoundMethod before, BoundMethod after, SourceSite site)
    {
        if (before.Class.Name != after.Class.Name)
        {
            yield return site.Finding(SourceRules.Class, Change.Changed, $"the class {before.Class.Name} was renamed to {after.Class.Name}",
                SourceImpact.OfCalls(before.Name, "CS0103"), before.Class.Name, after.Class.Name);
        }
        else if (before.MethodName != after.MethodName)
        {
            yield return site.Finding(SourceRules.Method, Change.Changed, $"the method {before.Name} was renamed to {after.Name}",
                SourceImpact.OfCalls(before.Name, before.Class.NoMethod), before.MethodName, after.MethodName);
        }

        foreach (var parameter in before.Parameters)
        {
            if (Parameter(before, after, parameter, site) is { } finding)
                yield return finding;
        }

        foreach (var parameter in after.Parameters.Where(parameter => parameter.Presence == MemberPresence.Required))
        {
            if (Required(before, after, parameter, site) is { } finding)
                yield return finding;
        }

        if (Order(before, after, site) is { } order)
            yield return order;
        if (Result(before, after, site) is { } result)
            yield return result;
    }

    /// <summary>Whether both methods have the same result type, so that its members can be compared.</summary>
    public static bool HasSameResult(BoundMethod before, BoundMethod after) =>
        before.Result is not { } was || (after.Result is { } now && after.Class.Read.IsSame(was, now));

    private static Finding? Parameter(BoundMethod before, BoundMethod after, MemberModel was, SourceSite site)
    {
        var now = after.Parameter(was.WireName);
        if (now is null)
        {
            return site.Finding(SourceRules.Parameter, Change.Removed, $"the parameter '{was.Name}' was removed",
                Impact(before, after, "CS1739", was), Declare(before, was), "", site.Parameter(was));
        }

        if (now.Name != was.Name)
            return Renamed(before, after, was, now, site);

        // A parameter that became required has its own finding.
        if (after.Class.Written.Fits(was, now)
            || (IsNowRequired(was, now) && after.Class.Written.FitsValue(was, now)))
            return null;
        return site.Finding(SourceRules.Type, Change.Changed, $"the parameter '{was.Name}' was {before.Class.Written.Of(was)} and is now "
            + $"{after.Class.Written.Of(now)}",
            Impact(before, after, after.Class.Written.ErrorOfName(was.Type.Type) ?? "CS1503", was), Declare(before, was),
             Declare(after, now), site.Parameter(was)) with
        {
            Reason = ReasonOf(was, now, after.Class.Written),
        };
    }

    private static bool IsNowRequired(MemberModel? was, MemberModel now) =>
        was is not { Presence: MemberPresence.Required } && now.Presence == MemberPresence.Required;

    private static string? ReasonOf(MemberModel was, MemberModel now, CSharpTypes types) =>
        !types.Fits(was, now) && types.FitsValue(was, now) ? $"calls that pass {types.Of(was.Type.Type)} still compile" : null;

    private static Finding Renamed(BoundMethod before, BoundMethod after, MemberModel was, MemberModel now, SourceSite site)
    {
        // The name may now belong to another parameter; then a call by name still compiles.
        var namesake = after.Parameters.FirstOrDefault(other => other.Name == was.Name);
        var code = namesake is null ? "CS1739" : after.Class.Written.Fits(was, namesake) ? null : "CS1503";
        return site.Finding(SourceRules.Parameter, Change.Changed,
            $"the parameter '{was.Name}' was renamed to '{now.Name}'{(namesake is null ? "" : $", and '{was.Name}' is another parameter")}",
            Impact(before, after, code, was), Declare(before, was), Declare(after, now), site.Parameter(was)) with
        {
            Reason = namesake is null
                ? "a new name in C# does not change requests"
                : "a call by name passes the value to another parameter",
        };
    }

    private static SourceImpact Impact(BoundMethod before, BoundMethod after, string? code, MemberModel was) =>
        new(
            before.Name,
            code,
            Positional(before, after),
            MeansAnother(before, after))
        { ShortestCalls = was.Presence == MemberPresence.Required ? code : null };

    private static Finding? Required(BoundMethod before, BoundMethod after, MemberModel now, SourceSite site)
    {
        var was = before.Parameter(now.WireName);
        if (!IsNowRequired(was, now))
            return null;
        var named = was is null ? "CS7036" : after.Class.Written.Fits(was, now) || was.Name != now.Name ? null : "CS1503";
        return site.Finding(SourceRules.Required, was is null ? Change.Added : Change.Tightened,
            was is null ? $"the parameter '{now.Name}' is new and required" : $"the parameter '{now.Name}' is now required",
            new SourceImpact(before.Name, named, Positional(before, after), MeansAnother(before, after)) { ShortestCalls = "CS7036" },
            was is null ? "" : Declare(before, was), Declare(after, now), site.Parameter(now)) with
        {
            Reason = was is null ? null : ReasonOf(was, now, after.Class.Written),
        };
    }

    private static Finding? Order(BoundMethod before, BoundMethod after, SourceSite site)
    {
        // Removed parameters have their own findings; this one is about the positions of the remaining parameters.
        var moved = before.Parameters.Select((parameter, at) => (parameter, at))
            .Where(pair =>
                after.Parameter(pair.parameter.WireName) is not null
                    && (pair.at >= after.Parameters.Count || after.Parameters[pair.at].WireName != pair.parameter.WireName)).ToList();
        if (moved.Count == 0 || IsExplained(before, after))
            return null;
        var first = moved[0];
        var positional = Positional(before, after);
        return site.Finding(SourceRules.Order, Change.Changed,
            $"the order of the parameters changed: '{first.parameter.Name}' is no longer the {Ordinal(first.at + 1)}",
            new SourceImpact(before.Name, null, positional, positional is null), Names(before), Names(after), null,
            first.at < SafeByPosition(before) ? Verdict.Breaking : Verdict.Behavior);
    }

    /// <summary>
    /// Whether the remaining parameters moved only because others were removed or became required. Those have findings of their own, which
    /// describe calls by position.
    /// </summary>
    private static bool IsExplained(BoundMethod before, BoundMethod after)
    {
        var kept = before.Parameters.Select(parameter => parameter.WireName).Where(name => after.Parameter(name) is not null).ToList();
        var now = after.Parameters.Where(parameter =>
            before.Parameter(parameter.WireName) is not null || parameter.Presence != MemberPresence.Required)
                .Select(parameter => parameter.WireName);
        return now.Take(kept.Count).SequenceEqual(kept, StringComparer.Ordinal);
    }

    private static Finding? Result(BoundMethod before, BoundMethod after, SourceSite site)
    {
        if (HasSameResult(before, after))
            return null;
        var was = before.Result!.Value;
        var (typeBefore, typeAfter) = (before.Class.Read.Of(was), after.Result is { } now ? after.Class.Read.Of(now) : "");

        // Task<T> derives from Task, so an explicit conversion exists.
        var code = after.Class.Read.ErrorOfName(was.Type) ?? (typeAfter.Length == 0 ? "CS0266" : "CS0029");
        var change = was.Type is JsonTypeModel
            ? Change.Added
            : after.Result?.Type is null or JsonTypeModel ? Change.Removed : Change.Changed;
        return site.Finding(SourceRules.Result, change, $"the result was {typeBefore} and is now "
            + $"{(typeAfter.Length == 0 ? "nothing" : typeAfter)}",
            SourceImpact.OfUses(before.Name, code), typeBefore, typeAfter, site.Result);
    }

    /// <summary>
    /// The number of leading arguments that the analyzers allow by position (RCP0041): required ones that cannot be confused with another
    /// required one. Calls with more arguments by position have a warning.
    /// </summary>
    private static int SafeByPosition(BoundMethod method)
    {
        var required = method.Parameters.Where(parameter => parameter.Presence == MemberPresence.Required).ToList();
        var safe = required.TakeWhile(parameter =>
            required.TrueForAll(other => other == parameter || !Swaps(parameter, other, method.Class.Written)));
        return safe.Count();
    }

    private static bool Swaps(MemberModel one, MemberModel other, CSharpTypes types) =>
        types.IsSame(one.Type.Type, other.Type.Type)
        || (types.ErrorOfAssignment(one.Type.Type, other.Type.Type) is null
            && types.ErrorOfAssignment(other.Type.Type, one.Type.Type) is null);

    /// <summary>The compiler's error for a call with all arguments of the earlier method by position.</summary>
    private static string? Positional(BoundMethod before, BoundMethod after)
    {
        if (before.Parameters.Select(parameter => after.Class.Written.ErrorOfName(parameter.Type.Type))
            .FirstOrDefault(code => code is not null) is { } gone)
            return gone;
        if (before.Parameters.Count > after.Parameters.Count + after.Trailing)
            return "CS1501";
        if (after.Parameters.Skip(before.Parameters.Count).Any(parameter => parameter.Presence == MemberPresence.Required))
            return "CS7036";
        return before.Parameters.Count <= after.Parameters.Count
            && before.Parameters.Zip(after.Parameters).All(pair => after.Class.Written.Fits(pair.First, pair.Second)) ? null : "CS1503";
    }

    private static bool MeansAnother(BoundMethod before, BoundMethod after) =>
        Positional(before, after) is null
            && before.Parameters.Zip(after.Parameters).Any(pair => pair.First.WireName != pair.Second.WireName);

    private static string Declare(BoundMethod method, MemberModel parameter) => $"{method.Class.Written.Of(parameter)} {parameter.Name}";

    private static string Names(BoundMethod method) => string.Join(", ", method.Parameters.Select(parameter => parameter.Name));

    private static string Ordinal(int number) =>
        FormattableString.Invariant($"{number}{(number % 100 is >= 11 and <= 13 ? "th" : (number % 10) switch
        {
            1 =>
            "st",
            2 => "nd",
            3 => "rd",
            _ => "th"
        })}");
}
