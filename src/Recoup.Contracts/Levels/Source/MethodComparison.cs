using Recoup.Binding.Types;
using Recoup.Contracts.Rules;

namespace Recoup.Contracts.Levels.Source;

/// <summary>A generated method before and after: name, parameters, their types and their order, and what a call gives.</summary>
internal static class MethodComparison
{
    public static IEnumerable<Finding> Compare(BoundMethod old, BoundMethod @new, SourceSite site)
    {
        if (old.Class.Name != @new.Class.Name)
        {
            yield return site.Finding(SourceRules.Class, Change.Changed, $"the class {old.Class.Name} was renamed to {@new.Class.Name}",
                SourceImpact.OfCalls(old.Name, "CS0103"), old.Class.Name, @new.Class.Name);
        }
        else if (old.MethodName != @new.MethodName)
        {
            yield return site.Finding(SourceRules.Method, Change.Changed, $"the method {old.Name} was renamed to {@new.Name}",
                SourceImpact.OfCalls(old.Name, old.Class.NoMethod), old.MethodName, @new.MethodName);
        }

        foreach (var parameter in old.Parameters)
        {
            if (Parameter(old, @new, parameter, site) is { } finding)
                yield return finding;
        }

        foreach (var parameter in @new.Parameters.Where(parameter => parameter.Presence == MemberPresence.Required))
        {
            if (Required(old, @new, parameter, site) is { } finding)
                yield return finding;
        }

        if (Order(old, @new, site) is { } order)
            yield return order;
        if (Result(old, @new, site) is { } result)
            yield return result;
    }

    /// <summary>Whether both give the same, so that what it is made of can be compared.</summary>
    public static bool HasSameResult(BoundMethod old, BoundMethod @new) =>
        old.Result is not { } was || (@new.Result is { } now && @new.Class.Read.IsSame(was, now));

    private static Finding? Parameter(BoundMethod old, BoundMethod @new, MemberModel was, SourceSite site)
    {
        var now = @new.Parameter(was.WireName);
        if (now is null)
        {
            return site.Finding(SourceRules.Parameter, Change.Removed, $"the parameter '{was.Name}' was removed",
                Impact(old, @new, "CS1739", was), Declare(old, was), "", site.Parameter(was));
        }

        if (now.Name != was.Name)
        {
            return site.Finding(SourceRules.Parameter, Change.Changed, $"the parameter '{was.Name}' was renamed to '{now.Name}'",
                Impact(old, @new, "CS1739", was), Declare(old, was), Declare(@new, now), site.Parameter(was));
        }

        return @new.Class.Written.Fits(was, now)
            ? null
            : site.Finding(SourceRules.Type, Change.Changed, $"the parameter '{was.Name}' was {old.Class.Written.Of(was)} and is now {@new.Class.Written.Of(now)}",
                Impact(old, @new, @new.Class.Written.ErrorOfName(was.Type.Type) ?? "CS1503", was), Declare(old, was), Declare(@new, now), site.Parameter(was));
    }

    private static SourceImpact Impact(BoundMethod old, BoundMethod @new, string code, MemberModel was) =>
        new(old.Name, code, Positional(old, @new), MeansAnother(old, @new)) { ShortestCalls = was.Presence == MemberPresence.Required ? code : null };

    private static Finding? Required(BoundMethod old, BoundMethod @new, MemberModel now, SourceSite site)
    {
        var was = old.Parameter(now.WireName);
        if (was is { Presence: MemberPresence.Required })
            return null;
        return site.Finding(SourceRules.Required, was is null ? Change.Added : Change.Tightened,
            was is null ? $"the parameter '{now.Name}' is new and required" : $"the parameter '{now.Name}' is now required",
            new SourceImpact(old.Name, was is null ? "CS7036" : null, Positional(old, @new), MeansAnother(old, @new)) { ShortestCalls = "CS7036" },
            was is null ? "" : Declare(old, was), Declare(@new, now), site.Parameter(now));
    }

    private static Finding? Order(BoundMethod old, BoundMethod @new, SourceSite site)
    {
        // What is gone has its own finding; here the question is whether what stays is still where it was.
        var moved = old.Parameters.Select((parameter, at) => (parameter, at))
            .Where(pair => @new.Parameter(pair.parameter.WireName) is not null && (pair.at >= @new.Parameters.Count || @new.Parameters[pair.at].WireName != pair.parameter.WireName)).ToList();
        if (moved.Count == 0 || IsExplained(old, @new))
            return null;
        var first = moved[0];
        var positional = Positional(old, @new);
        return site.Finding(SourceRules.Order, Change.Changed,
            $"the order of the parameters changed: '{first.parameter.Name}' is no longer the {Ordinal(first.at + 1)}",
            new SourceImpact(old.Name, null, positional, positional is null), Names(old), Names(@new), null,
            first.at < SafeByPosition(old) ? Verdict.Breaking : Verdict.Behavior);
    }

    /// <summary>Whether what stays only closes up for what is gone, or makes room for what must be given now: findings of their own, which tell of calls by position.</summary>
    private static bool IsExplained(BoundMethod old, BoundMethod @new)
    {
        var kept = old.Parameters.Select(parameter => parameter.WireName).Where(name => @new.Parameter(name) is not null).ToList();
        var now = @new.Parameters.Where(parameter => old.Parameter(parameter.WireName) is not null || parameter.Presence != MemberPresence.Required).Select(parameter => parameter.WireName);
        return now.Take(kept.Count).SequenceEqual(kept, StringComparer.Ordinal);
    }

    private static Finding? Result(BoundMethod old, BoundMethod @new, SourceSite site)
    {
        if (HasSameResult(old, @new))
            return null;
        var was = old.Result!.Value;
        var (before, after) = (old.Class.Read.Of(was), @new.Result is { } now ? @new.Class.Read.Of(now) : "");

        // A Task with a value is a Task, so a cast would lead back.
        var code = @new.Class.Read.ErrorOfName(was.Type) ?? (after.Length == 0 ? "CS0266" : "CS0029");
        var change = was.Type is JsonTypeModel ? Change.Added : @new.Result?.Type is null or JsonTypeModel ? Change.Removed : Change.Changed;
        return site.Finding(SourceRules.Result, change, $"the result was {before} and is now {(after.Length == 0 ? "nothing" : after)}",
            SourceImpact.OfUses(old.Name, code), before, after, site.Result);
    }

    /// <summary>
    /// How many leading arguments the analyzers let pass by position (RCP0041): required ones that could not change places with another required
    /// one. A call that gives more by position was warned of.
    /// </summary>
    private static int SafeByPosition(BoundMethod method)
    {
        var required = method.Parameters.Where(parameter => parameter.Presence == MemberPresence.Required).ToList();
        var safe = required.TakeWhile(parameter => required.TrueForAll(other => other == parameter || !Swaps(parameter, other, method.Class.Written)));
        return safe.Count();
    }

    private static bool Swaps(MemberModel one, MemberModel other, CSharpTypes types) =>
        types.IsSame(one.Type.Type, other.Type.Type) || (types.Fits(one, other) && types.Fits(other, one));

    /// <summary>What the compiler says of a call with every argument of the old method by position.</summary>
    private static string? Positional(BoundMethod old, BoundMethod @new)
    {
        if (old.Parameters.Select(parameter => @new.Class.Written.ErrorOfName(parameter.Type.Type)).FirstOrDefault(code => code is not null) is { } gone)
            return gone;
        if (old.Parameters.Count > @new.Parameters.Count + @new.Trailing)
            return "CS1501";
        if (@new.Parameters.Skip(old.Parameters.Count).Any(parameter => parameter.Presence == MemberPresence.Required))
            return "CS7036";
        return old.Parameters.Count <= @new.Parameters.Count && old.Parameters.Zip(@new.Parameters).All(pair => @new.Class.Written.Fits(pair.First, pair.Second)) ? null : "CS1503";
    }

    private static bool MeansAnother(BoundMethod old, BoundMethod @new) =>
        Positional(old, @new) is null && old.Parameters.Zip(@new.Parameters).Any(pair => pair.First.WireName != pair.Second.WireName);

    private static string Declare(BoundMethod method, MemberModel parameter) => $"{method.Class.Written.Of(parameter)} {parameter.Name}";

    private static string Names(BoundMethod method) => string.Join(", ", method.Parameters.Select(parameter => parameter.Name));

    private static string Ordinal(int number) => FormattableString.Invariant($"{number}{(number % 100 is >= 11 and <= 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" })}");
}
