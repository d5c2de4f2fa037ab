using System.Text.RegularExpressions;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests;

/// <summary>The names of a union and of its branches survive edits of a schema that do not rename a branch.</summary>
public sealed partial class UnionNameTests
{
    private const string Titled = """{"title":"User","type":"object","properties":{"id":{"type":"string"}}}""";
    private const string Referenced = """{"$ref":"#/$defs/Team"}""";
    private const string Discriminated =
        """{"type":"object","properties":{"type":{"const":"bot"},"token":{"type":"string"}},"required":["type"]}""";

    private const string ByMembers = """{"type":"object","properties":{"email":{"type":"string"}},"required":["email"]}""";
    private const string ListOfObjects =
        """{"type":"array","items":{"title":"Guest","type":"object","properties":{"name":{"type":"string"}}}}""";
    private const string Team = """{"type":"object","properties":{"slug":{"type":"string"}}}""";

    private static readonly string[] Branches = [Titled, Referenced, Discriminated, ByMembers, ListOfObjects];

    private static readonly string[] Names =
        ["InviteWho", "InviteWhoBot", "InviteWhoEmail", "InviteWhoGuest", "InviteWhoTeam", "InviteWhoUser"];

    public static TheoryData<string, string, string> Edits => new()
    {
        {
            "a bound",
            Union([
                .. Branches[..3], ByMembers.Replace("\"string\"", "\"string\",\"minLength\":3", StringComparison.Ordinal), ListOfObjects
            ]),
            Team
        },
        { "a bound of a list", Union([.. Branches[..4], ListOfObjects[..^1] + ",\"maxItems\":5}"]), Team },
        { "a description", Union([Titled[..^1] + ",\"description\":\"Somebody.\"}", .. Branches[1..]]), Team },
        { "descriptions of everything", Union([.. Branches.Select(branch => branch[..^1] + ",\"description\":\"New.\"}")]), Team },
        {
            "an optional member",
            Union([.. Branches.Select(branch =>
                branch.Replace("\"properties\":{", "\"properties\":{\"added\":{\"type\":\"integer\"},", StringComparison.Ordinal))]),
            Team.Replace("\"properties\":{", "\"properties\":{\"added\":{\"type\":\"integer\"},", StringComparison.Ordinal)
        },
        { "another order", Union([.. Branches.Reverse()]), Team },
        { "another branch at the end", Union([.. Branches, """{"type":"integer"}"""]), Team },
        { "another branch at the start", Union(["""{"type":"boolean"}""", .. Branches]), Team },
        { "another object", Union([.. Branches, """{"title":"Robot","type":"object","properties":{"model":{"type":"string"}}}"""]), Team },
        { "a null branch", Union([.. Branches, """{"type":"null"}"""]), Team },
        { "oneOf instead of anyOf", Union(Branches).Replace("anyOf", "oneOf", StringComparison.Ordinal), Team },
    };

    [Fact]
    public void Branches_are_named_after_title_reference_constant_required_members_and_items() =>
        Types(Union(Branches), Team).ShouldBe(Names, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Edits))]
    public void The_names_survive(string edit, string union, string team)
    {
        var names = Types(union, team);

        names.ShouldBeSubsetOf([.. Names, "InviteWhoRobot"], edit);
        Names.ShouldBeSubsetOf(names, edit);
    }

    private static string Union(string[] branches) => "{\"anyOf\":[" + string.Join(",", branches) + "]}";

    private static string[] Types(string union, string team)
    {
        var generation = Generation.Run(Catalog.Of(Catalog.Acme("INVITE", $$"""{"who":{{union}}},"$defs":{"Team":{{team}}}""")));
        generation.Diagnostics().ShouldBeEmpty();
        return [.. Declared().Matches(generation.CodeOf("Acme")).Select(match => match.Groups[1].Value)];
    }

    [GeneratedRegex(@"public (?:sealed class|readonly struct) (\w+)")]
    private static partial Regex Declared();
}
