using FsCheck;
using FsCheck.Fluent;
using Recoup.Catalogs;
using Recoup.Tests.Driving;

namespace Recoup.Binding.Tests.Actions;

/// <summary>The C# of an action is a function of that action alone.</summary>
public sealed class UntouchedActionTests
{
    private static readonly string[] Names = ["comments", "user", "comments_user", "state", "review"];

    private static readonly string[] Slugs =
        ["CREATE", "CREATE_REVIEW", "CREATE_REVIEW_COMMENTS", "CREATE_COMMENTS", "LIST", "LIST_USER", "GET", "GET_STATE"];

    [Fact]
    public void Changes_of_other_actions_leave_the_model_of_an_untouched_one()
    {
        var clashes = 0;
        var catalogs = Actions.SelectMany(_ => Actions, (before, after) => (before, after));
        Prop.ForAll(catalogs.ToArbitrary(), pair =>
        {
            var was = Bound.Of(pair.before);

            // The untouched actions stand behind the others.
            var untouched = pair.before.Where((_, i) => i % 2 == 0).ToArray();
            var now = Bound.Of([.. pair.after.Where(action => !untouched.Any(other => Slug(other) == Slug(action))), .. untouched]);

            clashes += was.Renamed.Count;
            foreach (var slug in untouched.Select(Slug))
            {
                if (!was.Renamed.Contains(slug) && !now.Renamed.Contains(slug))
                    now.Actions[slug].ShouldBe(was.Actions[slug]);
            }
        }).QuickCheckThrowOnFailure();

        clashes.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void The_types_of_one_class_have_different_names() => Prop.ForAll(Actions.ToArbitrary(), actions =>
    {
        var connector = Bound.Of(actions).Connectors.ShouldHaveSingleItem();

        connector.Actions.SelectMany(action => action.Declarations)
            .Select(declaration => declaration.Name)
            .Concat(connector.Actions.Select(action => action.MethodName))
            .Append(connector.ClassName)
            .ShouldBeUnique();
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("github-googledrive.served.json")]
    [InlineData("github-googledrive.source.json")]
    [InlineData("github.older.served.json")]
    [InlineData("googlesuper.served.json")]
    public void A_real_action_alone_has_the_model_that_it_has_among_all_others(string file)
    {
        var actions = RecoupCatalog.Load(Recoup.Tests.TestData.RequireExternal("catalogs", file)).Actions;
        var all = Bound.Of(actions);

        foreach (var action in actions.Where(action => !all.Renamed.Contains(action.Slug)))
            Bound.Of([action]).Actions[action.Slug].ShouldBe(all.Actions[action.Slug]);
        all.Renamed.Count.ShouldBeLessThan(actions.Count / 10);
    }

    [Fact]
    public void Two_actions_with_the_same_shape_have_types_of_their_own()
    {
        const string User = """{"user":{"type":"object","properties":{"login":{"type":"string"}}}}""";

        var bound = Bound.Of(Catalog.Acme("CREATE", User), Catalog.Acme("UPDATE", User));

        bound.Types.ShouldBe(["CreateUser", "UpdateUser"]);
        bound.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Equal_shapes_of_one_action_share_a_type_that_has_the_shortest_path()
    {
        const string User = """{"type":"object","properties":{"login":{"type":"string"}}}""";

        var bound = Bound.Of(Catalog.Acme("CREATE", $$$"""
            {"a":{"type":"object","properties":{"user":{{{User}}}}},"owner":{{{User}}},"reviewers":{"type":"array","items":{{{User}}}}}
            """));

        bound.Types.ShouldBe(["CreateA", "CreateOwner"]);
    }

    private static Gen<string> Schema(int depth) => depth == 0
        ? Gen.Elements(
            """{"type":"string"}""",
            """{"type":"string","enum":["open","closed"]}""",
            """{"type":["string","integer"]}""",
            """{"type":"string","pattern":"^(a|b)$"}""")
        : Gen.OneOf(
            Schema(0),
            Properties(depth - 1).Select(properties => $$$"""{"type":"object","properties":{{{properties}}}}"""),
            Schema(depth - 1).Select(items => $$$"""{"type":"array","items":{{{items}}}}"""),
            Properties(depth - 1).SelectMany(
                _ => Schema(depth - 1),
                (one, two) => $$$"""{"anyOf":[{"title":"Thing","type":"object","properties":{{{one}}}},{{{two}}}]}"""));

    private static Gen<string> Properties(int depth) => Gen.Elements(Names)
        .SelectMany(_ => Schema(depth), (name, schema) => (name, schema))
        .ListOf(2)
        .Select(members => "{" + string.Join(
            ",", members.DistinctBy(member => member.name).Select(member => $"\"{member.name}\":{member.schema}")) + "}");

    private static Gen<string[]> Actions { get; } = Gen.Elements(Slugs)
        .SelectMany(_ => Properties(3), (slug, properties) => (slug, properties))
        .SelectMany(_ => Gen.Elements(true, false), (action, answers) => (action.slug, action.properties, answers))
        .ListOf(6)
        .Select(actions => actions.DistinctBy(action => action.slug)
            .Select(action => action.answers
                ? Catalog.AcmeAnswering(action.slug, $$$"""{"type":"object","properties":{{{action.properties}}}}""", action.properties)
                : Catalog.Acme(action.slug, action.properties))
            .ToArray());

    private static string Slug(string action) => action.Split('"')[3];
}
