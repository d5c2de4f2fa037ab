using Recoup.Binding.Types;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Findings.Rules;

namespace Recoup.Contracts.Documents.Source;

/// <summary>Compares a declared type before and after: do programs that name it and use its members still compile?</summary>
internal sealed class DeclarationComparison(BoundClass before, BoundClass after)
{
    private const string AdditionalName = "AdditionalProperties";

    public IEnumerable<Finding> Compare(DeclaredPlace declared, SourceSite site)
    {
        var name = declared.Name;
        var was = before.Types[name];
        var type = before.Name + "." + name;
        var place = (was.IsWritten ? site.Whole : site.Result) with { Values = declared.Values };
        if (!after.Types.TryGetValue(name, out var now))
        {
            return [
                site.Finding(
                    SourceRules.Declaration,
                    Change.Removed,
                    $"the type {type} was removed",
                    SourceImpact.OfUses(type, "CS0426"),
                    type,
                    "",
                    place),
            ];
        }

        var broken = Broken(was, now.Declaration).ToList();
        if (broken.Count > 0 && was.Declaration.GetType() != now.Declaration.GetType())
        {
            return [
                site.Finding(
                    SourceRules.Declaration,
                    Change.Changed,
                    $"the type {type} is now another kind of type",
                    SourceImpact.OfUses(type, broken[0].Code),
                    Kind(was),
                    Kind(now),
                    place),
            ];
        }

        return broken.Select(use => site.Finding(
            SourceRules.Declaration, use.After.Length == 0 ? Change.Removed : use.Before.Length == 0 ? Change.Added : Change.Changed,
            use.Message, SourceImpact.OfUses(use.Member, use.Code), use.Before, use.After, place with { Values = Values(use, declared) }));
    }

    private static List<string> Values(BrokenUse use, DeclaredPlace declared) => use.WireName switch
    {
        null => declared.Values,
        AdditionalName => [.. declared.Values.Select(ValuePath.Rest)],
        var name => [.. declared.Values.Select(value => ValuePath.Property(value, name))],
    };

    private IEnumerable<BrokenUse> Broken(BoundType was, DeclarationModel now) => was.Declaration switch
    {
        EnumDeclarationModel values => Values(values, now as EnumDeclarationModel),
        ViewDeclarationModel view => Reads(view, now as ViewDeclarationModel),
        ClassDeclarationModel @class =>
            was.IsWritten ? Sets(@class, now as ClassDeclarationModel) : Reads(@class, now as ClassDeclarationModel),
        UnionDeclarationModel union => Conversions(union, now),
        _ => [],
    };

    private IEnumerable<BrokenUse> Values(EnumDeclarationModel was, EnumDeclarationModel? now)
    {
        var kept = (now?.Values ?? []).Select(value => value.Name).ToHashSet(StringComparer.Ordinal);
        return was.Values.Where(value => !kept.Contains(value.Name)).Select(value => Gone("value", was, value.Name, "CS0117"));
    }

    private IEnumerable<BrokenUse> Reads(ViewDeclarationModel was, ViewDeclarationModel? now) =>
        Reads(was, was.Members, now?.Members.ToDictionary(member => member.Name, Slot.OfView, StringComparer.Ordinal), Slot.OfView);

    private IEnumerable<BrokenUse> Reads(ClassDeclarationModel was, ClassDeclarationModel? now) =>
        Reads(
            was,
            Settable(was),
            now is null ? null : Settable(now).ToDictionary(member => member.Name, after.Read.SlotOf, StringComparer.Ordinal),
            before.Read.SlotOf);

    private IEnumerable<BrokenUse> Reads(
        DeclarationModel was, IEnumerable<MemberModel> members, Dictionary<string, Slot>? now, Func<MemberModel, Slot> slot)
    {
        foreach (var member in members)
        {
            if (now is null || !now.TryGetValue(member.Name, out var other))
                yield return Gone("property", was, member.Name, "CS1061") with { WireName = member.WireName };
            else if (after.Read.ErrorOfRead(other, slot(member)) is { } code)
                yield return Retyped(was, member, code, before.Read.Of(slot(member)), after.Read.Of(other));
        }
    }

    private IEnumerable<BrokenUse> Sets(ClassDeclarationModel was, ClassDeclarationModel? now)
    {
        var others = now is null ? [] : Settable(now).ToDictionary(member => member.Name, StringComparer.Ordinal);
        var isRead = before.Types[was.Name].IsRead;
        foreach (var member in Settable(was))
        {
            if (!others.TryGetValue(member.Name, out var other))
                yield return Gone("property", was, member.Name, "CS0117") with { WireName = member.WireName };
            else if (IsNowRequired(member, other) && after.Written.SetsValue(member, other))
                continue;
            else if ((after.Written.ErrorOfSet(member, other)
                ?? (isRead ? after.Read.ErrorOfRead(after.Read.SlotOf(other), before.Read.SlotOf(member)) : null)) is { } code)
                yield return Retyped(was, member, code, before.Written.Of(member), after.Written.Of(other));
        }

        var known = was.Members.ToDictionary(member => member.Name, StringComparer.Ordinal);
        foreach (var member in others.Values.Where(member => IsNowRequired(known.GetValueOrDefault(member.Name), member)))
            yield return new BrokenUse(
                $"{before.Name}.{was.Name}.{member.Name}",
                "CS9035",
                $"the property {before.Name}.{was.Name}.{member.Name} must now be set",
                "",
                $"{after.Written.Of(member)} {member.Name}")
            { WireName = member.WireName };
    }

    private static bool IsNowRequired(MemberModel? was, MemberModel now) =>
        was is not { Presence: MemberPresence.Required } && now.Presence == MemberPresence.Required;

    private IEnumerable<BrokenUse> Conversions(UnionDeclarationModel was, DeclarationModel now)
    {
        var union = new DeclaredTypeModel(was.Name, DeclaredKind.Union);
        foreach (var branch in was.Branches.Select(branch => branch.Type))
        {
            // Lists and maps convert through the types that implement them, so the branch itself must still exist.
            var code = Slot.IsInterface(branch)
                ? after.Written.ErrorOfName(branch)
                    ?? (now is UnionDeclarationModel other && other.Branches.Any(candidate => after.Written.IsSame(candidate.Type, branch))
                        ? null
                        : "CS0029")
                : after.Written.ErrorOfAssignment(branch, union);
            if (code is not null)
            {
                var text = before.Written.Of(branch);
                yield return new BrokenUse(
                    $"{before.Name}.{was.Name}({text})", code, $"the union {before.Name}.{was.Name} no longer accepts {text}", text, "");
            }
        }

        // A collection expression needs exactly one list branch.
        if (Lists(was) == 1 && now is UnionDeclarationModel unionNow && Lists(unionNow) > 1)
            yield return new BrokenUse(
                $"{before.Name}.{was.Name}([])",
                "CS9174",
                $"the union {before.Name}.{was.Name} no longer accepts a collection expression, because it now has several list types",
                "[]",
                "");
    }

    private static int Lists(UnionDeclarationModel union) => union.Branches.Count(branch => branch.Type is ListTypeModel);

    /// <summary>The properties, including the one for additional properties.</summary>
    private static IEnumerable<MemberModel> Settable(ClassDeclarationModel @class)
    {
        var members = @class.Members.Where(member => member.Presence != MemberPresence.Constant);
        return @class.Additional is { } rest
            ? members.Append(new MemberModel(
                AdditionalName,
                AdditionalName,
                new TypeUse(new MapTypeModel(rest), false, default),
                MemberPresence.Optional,
                DocumentationModel.None))
            : members;
    }

    private BrokenUse Gone(string what, DeclarationModel type, string member, string code) =>
        new(
            $"{before.Name}.{type.Name}.{member}",
            code,
            $"the {what} {before.Name}.{type.Name}.{member} was removed",
            $"{type.Name}.{member}",
            "");

    private BrokenUse Retyped(DeclarationModel type, MemberModel member, string code, string was, string now) =>
        new(
            $"{before.Name}.{type.Name}.{member.Name}",
            code,
            $"the property {before.Name}.{type.Name}.{member.Name} was {was} and is now {now}",
            was,
            now)
        { WireName = member.WireName };

    private static string Kind(BoundType type) => type.Declaration switch
    {
        EnumDeclarationModel => "enum",
        UnionDeclarationModel => "union",
        ViewDeclarationModel => "view",
        _ => "class",
    };

    /// <summary>A use of a type that no longer compiles.</summary>
    private sealed record BrokenUse(string Member, string Code, string Message, string Before, string After)
    {
        /// <summary>The property on the wire; null if the use is one of the type itself.</summary>
        public string? WireName { get; init; }
    }
}
