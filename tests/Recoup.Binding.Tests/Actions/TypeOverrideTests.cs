using Recoup.Tests.Driving;

namespace Recoup.Binding.Tests.Actions;

/// <summary>The names of types in a <c>recoup.names.json</c>.</summary>
public sealed class TypeOverrideTests
{
    private const string User =
        """{"type":"object","properties":{"login":{"type":"string"},"plan":{"type":"object","properties":{"seats":{"type":"integer"}}}}}""";

    private static readonly string Create = Catalog.Acme(
        "CREATE", "{\"user\":" + User
            + ""","reviewers":{"type":"array","items":{"type":"object","properties":{"id":{"type":"string"}}}}}""");

    private static readonly string Update = Catalog.Acme("UPDATE", $$$"""{"owner":{{{User}}},"state":{"enum":["a","b"]}}""");

    private static readonly string Get = Catalog.AcmeAnswering(
        "GET", "{\"type\":\"object\",\"properties\":{\"user\":" + User + ""","title":{"type":"string"}}}""");

    private static readonly string Draw = Catalog.Acme("DRAW", """
        {"shape":{"anyOf":[{"title":"Point","type":"object","properties":{"at":{"type":"object","properties":{"x":{"type":"integer"}}}}},
        {"type":"array","items":{"type":"string"}}]}}
        """);

    [Fact]
    public void A_named_type_has_its_name_and_the_types_below_it_follow()
    {
        var bound = Bind("""{"Person":["ACME_CREATE/parameters/user"]}""", Create);

        bound.Types.ShouldBe(["CreateReviewers", "Person", "PersonPlan"]);
        bound.Problems.ShouldBeEmpty();
    }

    /// <summary>A shared type has the name of the shortest path, then of the first one in ordinal order, unless it is given.</summary>
    [Theory]
    [InlineData("zone", null, "SendTarget,SendTargetPlan")]
    [InlineData("alt", null, "SendAlt,SendAltPlan")]
    [InlineData("alt", """{"SendTarget":["ACME_SEND/parameters/target"]}""", "SendTarget,SendTargetPlan")]
    [InlineData("alt", """{"SendTarget":["ACME_SEND/parameters/alt"]}""", "SendTarget,SendTargetPlan")]
    public void A_names_file_keeps_the_name_of_a_type_that_an_added_property_shares(string added, string? types, string expected)
    {
        var before = Bound.Of(Catalog.Acme("SEND", "{\"target\":" + User + "}"));
        before.Types.ShouldBe(["SendTarget", "SendTargetPlan"]);

        foreach (var properties in new[] { $"\"target\":{User},\"{added}\":{User}", $"\"{added}\":{User},\"target\":{User}" })
        {
            var after = Catalog.Acme("SEND", "{" + properties + "}");
            (types is null ? Bound.Of(after) : Bind(types, after)).Types.ShouldBe(expected.Split(','));
        }
    }

    [Fact]
    public void Actions_share_a_type_of_one_shape()
    {
        var bound = Bind("""{"Person":["ACME_CREATE/parameters/user","ACME_UPDATE/parameters/owner"]}""", Create, Update);

        bound.Types.ShouldBe(["CreateReviewers", "Person", "PersonPlan", "UpdateState"]);
        bound.Problems.ShouldBeEmpty();
        bound.Acme("CREATE").Declarations.Concat(bound.Acme("UPDATE").Declarations).Where(declaration => declaration.IsShared)
            .Select(declaration => declaration.Name).ShouldBe(["Person", "PersonPlan", "Person", "PersonPlan"]);
    }

    [Theory]
    [InlineData("Create")]
    [InlineData("GetEnumerator")]
    [InlineData("ToString")]
    public void A_name_that_a_member_of_the_type_has_is_refused(string name)
    {
        var bound = Bind($$"""{"{{name}}":["ACME_LIST/parameters/p"]}""", Catalog.Acme(
            "LIST", """{"p":{"anyOf":[{"items":{}},{"type":"string"}]}}"""));

        bound.Types.ShouldNotContain(name);
        bound.Ids.ShouldContain("RCP0053");
    }

    [Theory]
    [InlineData("ACME_CREATE/parameters/user/plan", "CreateReviewers,CreateUser,X")]
    [InlineData("ACME_CREATE/parameters/reviewers", "CreateUser,CreateUserPlan,X")]
    [InlineData("ACME_GET/result", "X,XUser,XUserPlan")]
    [InlineData("ACME_GET/result/user", "GetResult,X,XPlan")]
    [InlineData("ACME_GET/result/user/plan", "GetResult,GetResultUser,X")]
    [InlineData("ACME_DRAW/parameters/shape", "X,XPoint,XPointAt")]
    [InlineData("ACME_DRAW/parameters/shape/~Point", "DrawShape,X,XAt")]
    [InlineData("ACME_DRAW/parameters/shape/~Point/at", "DrawShape,DrawShapePoint,X")]
    [InlineData("ACME_UPDATE/parameters/state", "UpdateOwner,UpdateOwnerPlan,X")]
    public void A_path_leads_to_any_type(string path, string types)
    {
        var bound = Bind($$"""{"X":["{{path}}"]}""", [Create, Update, Get, Draw]);

        bound.Problems.ShouldBeEmpty();
        bound.TypesOf(path.Split('/')[0]["ACME_".Length..]).ShouldBe(types.Split(','));
    }

    [Fact]
    public void A_name_with_a_slash_is_escaped_as_in_a_pointer() =>
        Bind("""{"X":["ACME_DO/parameters/a~1b"]}""", Catalog.Acme("DO", """{"a/b":{"enum":["x","y"]}}""")).Types.ShouldBe(["X"]);

    [Fact]
    public void Two_paths_to_one_shape_may_have_one_name()
    {
        var action = Catalog.Acme("DO", $$"""{"one":{{User}},"two":{{User}}}""");

        var bound = Bind("""{"Person":["ACME_DO/parameters/one","ACME_DO/parameters/two"]}""", action);

        bound.Types.ShouldBe(["Person", "PersonPlan"]);
        bound.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Types_of_two_actions_with_other_shapes_cannot_share_a_name()
    {
        var bound = Bind("""{"X":["ACME_CREATE/parameters/user","ACME_UPDATE/parameters/state"]}""", Create, Update);

        bound.TypesOf("CREATE").ShouldBe(["CreateReviewers", "X", "XPlan"]);
        bound.TypesOf("UPDATE").ShouldBe(["UpdateOwner", "UpdateOwnerPlan", "UpdateState"]);
        bound.Problems.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            problem => problem.Pointer.ShouldBe("/types/X/1"),
            problem => problem.ToString().ShouldBe(
                "recoup.names.json: warning RCP0055: Expected all types that are named 'X' to have the shape that ACME_CREATE gives it; "
                + "ACME_UPDATE has another one. The derived name 'UpdateState' is used there; choose another name"));
    }

    [Theory]
    [InlineData("""{"X":["ACME_CREATE/parameters/user","ACME_CREATE/parameters/reviewers"]}""", "CreateReviewers,X,XPlan")]
    [InlineData("""{"CreateReviewers":["ACME_CREATE/parameters/user"]}""", "CreateReviewers,CreateUser,CreateUserPlan")]
    [InlineData(
        """{"X":["ACME_CREATE/parameters/user"],"XPlan":["ACME_CREATE/parameters/reviewers"]}""",
        "CreateUser,CreateUserPlan,XPlan")]
    public void Types_of_one_action_cannot_share_a_name(string types, string expected)
    {
        var bound = Bind(types, Create);

        bound.TypesOf("CREATE").ShouldBe(expected.Split(','));
        bound.Ids.ShouldBe(["RCP0055"]);
    }

    [Fact]
    public void The_types_below_a_type_lose_their_names_with_it()
    {
        var bound = Bind(
            """{"Update":["ACME_CREATE/parameters/user"],"X":["ACME_CREATE/parameters/reviewers","ACME_UPDATE/parameters/owner"]}""",
            Create,
            Update);

        bound.TypesOf("CREATE").ShouldBe(["CreateUser", "CreateUserPlan", "X"]);
        bound.TypesOf("UPDATE").ShouldBe(["UpdateOwner", "UpdateOwnerPlan", "UpdateState"]);
        bound.Ids.ShouldBe(["RCP0053", "RCP0055"], ignoreOrder: true);
    }

    [Fact]
    public void Two_types_can_swap_their_names()
    {
        var bound = Bind(
            """{"CreateReviewers":["ACME_CREATE/parameters/user"],"CreateUser":["ACME_CREATE/parameters/reviewers"]}""", Create);

        bound.TypesOf("CREATE").ShouldBe(["CreateReviewers", "CreateReviewersPlan", "CreateUser"]);
        bound.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void A_derived_name_gives_way_to_a_name_of_another_action()
    {
        var bound = Bind("""{"UpdateState":["ACME_CREATE/parameters/user"]}""", Create, Update);

        bound.TypesOf("CREATE").ShouldBe(["CreateReviewers", "UpdateState", "UpdateStatePlan"]);
        bound.TypesOf("UPDATE").ShouldBe(["UpdateOwner", "UpdateOwnerPlan", "Update_State"]);
        bound.Ids.ShouldBe(["RCP0021"]);
    }

    [Theory]
    [InlineData("""{"X":["ACME_CREATE/parameters/user/login"]}""", "RCP0052", "/types/X/0")]
    [InlineData("""{"X":["ACME_CREATE/parameters/nobody"]}""", "RCP0052", "/types/X/0")]
    [InlineData("""{"X":["ACME_CREATE/parameters"]}""", "RCP0052", "/types/X/0")]
    [InlineData("""{"X":["ACME_CREATE/result"]}""", "RCP0052", "/types/X/0")]
    [InlineData("""{"X":["ACME_NOTHING/parameters/user"]}""", "RCP0052", "/types/X/0")]
    [InlineData("""{"X":["ACME_CREATE/parameters/user"],"Y":["ACME_CREATE/parameters/user"]}""", "RCP0052", "/types/Y/0")]
    [InlineData("""{"Update":["ACME_CREATE/parameters/user"]}""", "RCP0053", "/types/Update/0")]
    [InlineData("""{"Acme":["ACME_CREATE/parameters/user"]}""", "RCP0053", "/types/Acme/0")]
    [InlineData("""{"ToString":["ACME_CREATE/parameters/user"]}""", "RCP0053", "/types/ToString/0")]
    public void A_name_without_effect_is_reported(string types, string id, string pointer)
    {
        var problem = Bind(types, Create, Update).Problems.ShouldHaveSingleItem();

        (problem.Descriptor.Id, problem.Pointer, problem.Path).ShouldBe((id, pointer, "recoup.names.json"));
    }

    [Theory]
    [InlineData("""{"X":["user"]}""", "RCP0051")]
    [InlineData("""{"X":["ACME_CREATE/user"]}""", "RCP0051")]
    [InlineData("""{"X":["/parameters/user"]}""", "RCP0051")]
    [InlineData("""{"X":[1]}""", "RCP0051")]
    [InlineData("""{"X":"ACME_CREATE/parameters/user"}""", "RCP0051")]
    [InlineData("""["X"]""", "RCP0051")]
    [InlineData("""{"My User":["ACME_CREATE/parameters/user"]}""", "RCP0053")]
    [InlineData("""{"class":["ACME_CREATE/parameters/user"]}""", "RCP0053")]
    [InlineData("""{"user":["ACME_CREATE/parameters/user"]}""", "RCP0053")]
    public void An_entry_in_another_form_is_reported(string types, string id)
    {
        var bound = Bind(types, Create);

        bound.Ids.ShouldBe([id]);
        bound.TypesOf("CREATE").ShouldBe(["CreateReviewers", "CreateUser", "CreateUserPlan"]);
    }

    private static Bound Bind(string types, params string[] actions) => Bound.WithNames($$"""{"types":{{types}}}""", actions);
}
