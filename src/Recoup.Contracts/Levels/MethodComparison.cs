using Recoup.Binding.Types;
using Recoup.Contracts.Rules;

namespace Recoup.Contracts.Levels;

/// <summary>A generated method before and after: name, parameters, their types and their order.</summary>
internal static class MethodComparison
{
    public static IEnumerable<Finding> Compare(BoundMethod old, BoundMethod @new, SourceSite site)
    {
        if (old.Connector.ClassName != @new.Connector.ClassName)
        {
            yield return site.Finding(SourceRules.Class, Change.Changed, $"the class {old.Connector.ClassName} is {@new.Connector.ClassName} now",
                new SourceImpact(old.Name, "CS0103", "CS0103", false) { ShortestCalls = "CS0103" }, old.Connector.ClassName, @new.Connector.ClassName);
        }
        else if (old.Action.MethodName != @new.Action.MethodName)
        {
            yield return site.Finding(SourceRules.Method, Change.Changed, $"the method {old.Name} is {@new.Name} now",
                new SourceImpact(old.Name, "CS0117", "CS0117", false) { ShortestCalls = "CS0117" }, old.Action.MethodName, @new.Action.MethodName);
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
    }

    private static Finding? Parameter(BoundMethod old, BoundMethod @new, MemberModel was, SourceSite site)
    {
        var now = @new.Parameter(was.WireName);
        if (now is null)
        {
            return site.Finding(SourceRules.Parameter, Change.Removed, $"the parameter '{was.Name}' is gone",
                Impact(old, @new, "CS1739", was), Declare(was), "", was.WireName);
        }

        if (now.Name != was.Name)
        {
            return site.Finding(SourceRules.Parameter, Change.Changed, $"the parameter '{was.Name}' is called '{now.Name}' now",
                Impact(old, @new, "CS1739", was), Declare(was), Declare(now), was.WireName);
        }

        return CSharpType.Fits(was, now, @new.Declarations)
            ? null
            : site.Finding(SourceRules.Type, Change.Changed, $"the parameter '{was.Name}' was {CSharpType.Of(was)} and is {CSharpType.Of(now)}",
                Impact(old, @new, "CS1503", was), Declare(was), Declare(now), was.WireName);
    }

    private static SourceImpact Impact(BoundMethod old, BoundMethod @new, string code, MemberModel was) =>
        new(old.Name, code, Positional(old, @new), MeansAnother(old, @new)) { ShortestCalls = was.Presence == MemberPresence.Required ? code : null };

    private static Finding? Required(BoundMethod old, BoundMethod @new, MemberModel now, SourceSite site)
    {
        var was = old.Parameter(now.WireName);
        if (was is { Presence: MemberPresence.Required })
            return null;
        return site.Finding(SourceRules.Required, was is null ? Change.Added : Change.Tightened,
            was is null ? $"the parameter '{now.Name}' is new and must be given" : $"the parameter '{now.Name}' must be given now",
            new SourceImpact(old.Name, was is null ? "CS7036" : null, Positional(old, @new), MeansAnother(old, @new)) { ShortestCalls = "CS7036" },
            was is null ? "" : Declare(was), Declare(now), now.WireName);
    }

    private static Finding? Order(BoundMethod old, BoundMethod @new, SourceSite site)
    {
        var kept = @new.Parameters.Select(parameter => parameter.WireName).ToHashSet(StringComparer.Ordinal);

        // What is gone has its own finding; here the question is whether what stays is still where it was.
        var moved = old.Parameters.Select((parameter, at) => (parameter, at))
            .Where(pair => kept.Contains(pair.parameter.WireName) && (pair.at >= @new.Parameters.Count || @new.Parameters[pair.at].WireName != pair.parameter.WireName)).ToList();
        if (moved.Count == 0)
            return null;
        var first = moved[0];
        var positional = Positional(old, @new);
        return site.Finding(SourceRules.Order, Change.Changed,
            $"the parameters stand in another order: '{first.parameter.Name}' is not the {Ordinal(first.at + 1)} any more",
            new SourceImpact(old.Name, null, positional, positional is null), Names(old), Names(@new), null,
            first.at < SafeByPosition(old) ? Verdict.Breaking : Verdict.Behaviour);
    }

    /// <summary>
    /// How many leading arguments the analyzers let pass by position (RCP0041): required ones that could not change places with another required
    /// one. A call that gives more by position was warned of.
    /// </summary>
    private static int SafeByPosition(BoundMethod method)
    {
        var required = method.Parameters.Where(parameter => parameter.Presence == MemberPresence.Required).ToList();
        var safe = required.TakeWhile(parameter => required.TrueForAll(other => other == parameter || !Swaps(parameter, other, method)));
        return safe.Count();
    }

    private static bool Swaps(MemberModel one, MemberModel other, BoundMethod method) => CSharpType.IsSame(one.Type.Type, other.Type.Type)
        || (CSharpType.Fits(one, other, method.Declarations) && CSharpType.Fits(other, one, method.Declarations));

    /// <summary>What the compiler says of a call with every argument of the old method by position.</summary>
    public static string? Positional(BoundMethod old, BoundMethod @new)
    {
        // Members beside the described ones are a parameter too, the last.
        if (old.Parameters.Count > @new.Parameters.Count + (@new.Action.Additional is null ? 0 : 1))
            return "CS1501";
        if (@new.Parameters.Skip(old.Parameters.Count).Any(parameter => parameter.Presence == MemberPresence.Required))
            return "CS7036";
        var fits = old.Parameters.Zip(@new.Parameters).All(pair => CSharpType.Fits(pair.First, pair.Second, @new.Declarations))
            && old.Parameters.Count <= @new.Parameters.Count;
        return fits ? null : "CS1503";
    }

    private static bool MeansAnother(BoundMethod old, BoundMethod @new) =>
        Positional(old, @new) is null && old.Parameters.Zip(@new.Parameters).Any(pair => pair.First.WireName != pair.Second.WireName);

    private static string Declare(MemberModel parameter) => $"{CSharpType.Of(parameter)} {parameter.Name}";

    private static string Names(BoundMethod method) => string.Join(", ", method.Parameters.Select(parameter => parameter.Name));

    private static string Ordinal(int number) => FormattableString.Invariant($"{number}{(number % 100 is >= 11 and <= 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" })}");
}
