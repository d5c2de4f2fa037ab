using Recoup.Binding.Types;
using Recoup.Tests.Driving;

namespace Recoup.Binding.Tests.Actions;

/// <summary>Names that meet in one class are told apart, and nothing else changes.</summary>
public sealed class TypeClashTests
{
    private const string Login = """{"type":"object","properties":{"login":{"type":"string"}}}""";
    private const string Name = """{"type":"object","properties":{"name":{"type":"string"}}}""";

    private static readonly string Review = Catalog.Acme("CREATE_REVIEW", $$$"""{"commentsUser":{{{Login}}},"state":{"enum":["a","b"]}}""");
    private static readonly string Comments = Catalog.Acme(
        "CREATE_REVIEW_COMMENTS", $$$"""{"user":{{{Name}}},"state":{"enum":["a","b"]}}""");

    [Fact]
    public void Types_of_two_actions_that_would_have_one_name_keep_the_words_of_their_paths_apart()
    {
        var bound = Bound.Of(Review, Comments);

        bound.TypesOf("CREATE_REVIEW").ShouldBe(["CreateReviewState", "CreateReview_CommentsUser"]);
        bound.TypesOf("CREATE_REVIEW_COMMENTS").ShouldBe(["CreateReviewCommentsState", "CreateReviewComments_User"]);
        bound.Problems.Select(problem => problem.ToString()).ShouldBe(
        [
            "info RCP0021: Action ACME_CREATE_REVIEW: 'type CreateReviewCommentsUser' is named 'CreateReview_CommentsUser' in C#, "
            + "because its default name is also that of a sibling",
            "info RCP0021: Action ACME_CREATE_REVIEW_COMMENTS: 'type CreateReviewCommentsUser' is named 'CreateReviewComments_User' in C#, "
            + "because its default name is also that of a sibling",
        ]);
        bound.Problems.Select(problem => problem.Pointer).ShouldBe(["/parameters/properties/commentsUser", "/parameters/properties/user"]);
        bound.Acme("CREATE_REVIEW").Parameters.Select(parameter => ((DeclaredTypeModel)parameter.Type.Type).Name)
            .ShouldBe(["CreateReview_CommentsUser", "CreateReviewState"]);
        Bound.Of(Review).TypesOf("CREATE_REVIEW").ShouldBe(["CreateReviewCommentsUser", "CreateReviewState"]);
    }

    /// <summary>A schema for a result is learned later than the code that passes parameters.</summary>
    [Fact]
    public void A_type_of_a_result_makes_room_for_a_type_of_a_parameter_of_another_action()
    {
        var get = Catalog.Acme("GET", $$"""{"item_result":{{Login}}}""");
        var bound = Bound.Of(get, Catalog.AcmeAnswering("GET_ITEM", Name));

        bound.TypesOf("GET").ShouldBe(Bound.Of(get).TypesOf("GET"));
        bound.TypesOf("GET").ShouldBe(["GetItemResult"]);
        bound.TypesOf("GET_ITEM").ShouldBe(["GetItem_Result"]);
        bound.Renamed.ShouldBe(["ACME_GET_ITEM"]);
    }

    [Fact]
    public void A_type_gives_way_to_a_method()
    {
        var bound = Bound.Of(Catalog.Acme("CREATE", $$"""{"review":{{Login}},"user":{{Name}}}"""), Catalog.Acme("CREATE_REVIEW", "{}"));

        bound.Acme("CREATE_REVIEW").MethodName.ShouldBe("CreateReview");
        bound.Types.ShouldBe(["CreateUser", "Create_Review"]);
        bound.Problems.ShouldHaveSingleItem().Pointer.ShouldBe("/parameters/properties/review");
    }

    [Fact]
    public void A_type_gives_way_to_the_members_that_every_class_has()
    {
        var bound = Bound.Of(Catalog.Acme("GET", $$$"""{"type":{"enum":["a","b"]},"user":{{{Name}}}}"""));

        bound.Types.ShouldBe(["GetUser", "Get_Type"]);
        bound.Problems.ShouldHaveSingleItem().Descriptor.Id.ShouldBe("RCP0021");
    }

    [Fact]
    public void A_type_gives_way_to_its_class()
    {
        var bound = Bound.Of(Catalog.Action("ACME_DO_ACME", $$$"""{"type":"object","properties":{"do":{{{Login}}}}}""", "acme_do"));

        bound.Connectors.ShouldHaveSingleItem().ClassName.ShouldBe("AcmeDo");
        bound.Types.ShouldBe(["Acme_Do"]);
    }

    [Fact]
    public void Types_of_one_action_that_no_spelling_tells_apart_get_a_hash()
    {
        var bound = Bound.Of(Catalog.Acme("DO", $$$"""{"a_b":{{{Login}}},"aB":{{{Name}}},"c":{"enum":["x","y"]}}"""));

        bound.Types.Count().ShouldBe(3);
        bound.Types.ShouldContain("DoC");
        bound.Types.Count(type => type.StartsWith("Do_AB_", StringComparison.Ordinal)).ShouldBe(2);
        bound.Renamed.ShouldBe(["ACME_DO"]);
    }

    [Fact]
    public void Values_that_clash_keep_PascalCase()
    {
        var bound = Bound.Of(Catalog.Acme("LIST", """{"sort":{"enum":["reactions-+1","reactions--1","reactions-smile"]}}"""));

        bound.Connectors.ShouldHaveSingleItem().Declarations.ShouldHaveSingleItem()
            .ShouldBeOfType<EnumDeclarationModel>().Values.Select(value => value.Name)
            .ShouldBe(["ReactionsMinusPlus1", "ReactionsMinusMinus1", "ReactionsSmile"]);
    }
}
