using System.Net;
using System.Text.Json;
using Recoup.Actions;

namespace Recoup.Typed.Tests.Api;

/// <summary>The class that is generated from tests/Specs/shop.json in this project, as from a consumer's document in theirs.</summary>
public sealed class ConsumerApiTests
{
    private const string Book = """
        {"name":"One","pages":7,"kind":"book","author":{"author":"Ada","born":"1815-12-10T00:00:00Z","nick":"A"},"price":null,
        "order":"by-color",
         "published":"2026-02-28","cover":"AQID","sequels":[{"name":"Two","pages":8.0,"author":null}],"ratings":{"x":5},"extra":[1],
         "either":"text","code":"A7",
         "file":{"name":"a.png","mimetype":"image/png","s3key":"k"},"unknown":{}}
        """;

    private static readonly Guid Shelf = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");

    [Fact]
    public async Task Parameters_are_sent_in_their_places_and_formats()
    {
        var (api, handler) = Over(Book);

        await api.GetBookAsync(
            "a/b ü", ShopApi.Order.BestSelling, Shelf, ["x", "y&z"], [1, 2], new DateTimeOffset(2026, 1, 2, 3, 4, 5, 6, TimeSpan.Zero),
             new DateOnly(2026, 2, 28),
            -1.5, true, "trace", 7, TestContext.Current.CancellationToken);

        var sent = handler.Sent.ShouldHaveSingleItem();
        sent.Address.ShouldBe("https://api.recoupable.dev/shelves/0f8fad5b-d9cb-469f-a165-70867728950e/books/a%2Fb%20%C3%BC"
            + "?order=best-selling&tags=x&tags=y%26z&ids=1%2C2&since=2026-01-02T03%3A04%3A05.006Z&day=2026-02-28&price=-1.5&sold=true"
            + "&page=7");
        sent.Headers["x-trace"].ShouldBe("trace");
        sent.Headers["X-Shop-Key"].ShouldBe(Clients.Key);
    }

    [Fact]
    public async Task Parameters_that_are_absent_are_not_sent()
    {
        var (api, handler) = Over(Book);

        await api.GetBookAsync("b", (ShopApi.Order)"any other", Shelf, cancellationToken: TestContext.Current.CancellationToken);

        handler.Sent.ShouldHaveSingleItem().Address.ShouldEndWith("/books/b?order=any%20other");
    }

    [Fact]
    public async Task A_response_with_members_of_every_type_is_read()
    {
        var (api, _) = Over(Book);

        var book = await api.GetBookAsync("b", ShopApi.Order.Newest, Shelf, cancellationToken: TestContext.Current.CancellationToken);

        (book.Name, book.Pages).ShouldBe(("One", 7));
        book.Author.ShouldNotBeNull().Author.ShouldBe("Ada");
        book.Author.AdditionalProperties.ShouldBe(new Dictionary<string, string> { ["nick"] = "A" });
        book.Price.ShouldBe(new Optional<double?>(null));
        book.Order.ShouldBe((ShopApi.Order)"by-color", "new values of the server survive");
        book.Published.ShouldBe(new DateOnly(2026, 2, 28));
        book.Cover.ShouldNotBeNull().ToArray().ShouldBe([1, 2, 3]);
        var sequel = book.Sequels.ShouldNotBeNull().ShouldHaveSingleItem();
        (sequel.Pages, sequel.Author, sequel.Price.IsSet).ShouldBe((8, null, false));
        book.Ratings.ShouldBe(new Dictionary<string, long> { ["x"] = 5 });
        book.Extra.ShouldNotBeNull().GetRawText().ShouldBe("[1]");
        book.Either.ShouldNotBeNull().GetString().ShouldBe("text");
        book.Code.ShouldBe(new Optional<StringOrInteger?>("A7"));
        book.File.ShouldBe(new StagedFile("a.png", "image/png", "k"));
    }

    [Fact]
    public async Task A_body_with_members_of_every_type_is_written_as_it_was_read()
    {
        var (reading, _) = Over(Book);
        var (writing, handler) = Over("""{"id":1}""");
        var book = await reading.GetBookAsync("b", ShopApi.Order.Newest, Shelf, cancellationToken: TestContext.Current.CancellationToken);

        (await writing.AddBookAsync(book, TestContext.Current.CancellationToken)).Id.ShouldBe(1);

        var expected = JsonElement.Parse(Book.Replace(",\"unknown\":{}", "")
            .Replace("8.0", "8")
            .Replace("""{"name":"Two",""", """{"name":"Two","kind":"book","""));
        JsonElement.DeepEquals(JsonElement.Parse(handler.Sent.ShouldHaveSingleItem().Body!), expected).ShouldBeTrue(handler.Sent[0].Body);
    }

    [Theory]
    [InlineData("\"next\"", "page=next")]
    [InlineData("2", "page=2")]
    [InlineData("null", "")]
    public async Task A_value_of_one_of_several_kinds_is_sent_as_it_is(string code, string query)
    {
        var (api, handler) = Over("""{"id":1}""");
        var value = StringOrInteger.From(JsonElement.Parse(code));

        await api.AddBookAsync(
            new ShopApi.Book { Name = "One", Pages = 1, Author = null, Code = new(value) }, TestContext.Current.CancellationToken);
        await Should.ThrowAsync<RecoupException>(() => api.GetBookAsync(
            "b", ShopApi.Order.Newest, Shelf, page: value, cancellationToken: TestContext.Current.CancellationToken));

        JsonElement.Parse(handler.Sent[0].Body!).GetProperty("code").GetRawText().ShouldBe(code);
        handler.Sent[1].Address.ShouldEndWith("?order=newest" + (query.Length > 0 ? "&" + query : ""));
    }

    [Fact]
    public async Task An_optional_body_may_be_absent_and_lists_may_contain_null()
    {
        var (api, handler) = Over("""{"id":1}""");

        await api.AddBookAsync(cancellationToken: TestContext.Current.CancellationToken);
#pragma warning disable CS0618 // The OpenAPI document marks it as deprecated, and generated code says so.
        await api.ReplaceBooksAsync(["a", null], TestContext.Current.CancellationToken);
#pragma warning restore CS0618
        await api.AnythingAsync(JsonElement.Parse("7"), TestContext.Current.CancellationToken);

        handler.Sent.Select(sent => sent.Body).ShouldBe([null, """["a",null]""", "7"]);
    }

    [Theory]
    [InlineData("author")]
    [InlineData("born")]
    public async Task An_additional_member_with_a_described_name_is_refused(string name)
    {
        var (api, handler) = Over("""{"id":1}""");
        var author = new ShopApi.ApiAuthor { Author = "Ada", AdditionalProperties = new Dictionary<string, string> { [name] = "x" } };
        var book = new ShopApi.Book { Name = "One", Pages = 1, Author = author };

        var thrown = await Should.ThrowAsync<ArgumentException>(() => api.AddBookAsync(book, TestContext.Current.CancellationToken));

        thrown.Message.ShouldStartWith($"Expected an additional member, got '{name}', which the document describes.");
        thrown.ParamName.ShouldBe("AdditionalProperties");
        handler.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_null_in_a_list_that_does_not_allow_it_is_refused_with_the_name_of_the_member()
    {
        var (api, handler) = Over("""{"id":1}""");
        var book = new ShopApi.Book { Name = "One", Pages = 1, Author = null, Sequels = [null!] };

        (await Should.ThrowAsync<ArgumentNullException>(() =>
            api.AddBookAsync(book, TestContext.Current.CancellationToken))).ParamName.ShouldBe("Sequels");

        handler.Sent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"pages":7,"author":null}""", "/name must be present, but is missing")]
    [InlineData("""{"name":"One","pages":"7","author":null}""", "/pages must be an integer, but is a string that is not one")]
    [InlineData("""{"name":"One","pages":7}""", "/author must be present, but is missing")]
    [InlineData("""{"name":"One","pages":7,"author":{"author":7}}""", "/author/author must be a string, but is a number")]
    public async Task A_required_member_that_is_missing_or_of_the_wrong_type_is_reported_with_its_pointer(string body, string reason)
    {
        var (api, _) = Over(body);

        var exception = await Should.ThrowAsync<RecoupException>(
            () => api.GetBookAsync("b", ShopApi.Order.Newest, Shelf, cancellationToken: TestContext.Current.CancellationToken));

        exception.Message.ShouldContain(reason);
    }

    [Fact]
    public async Task Lists_maps_and_empty_responses_are_read()
    {
        (await Over($"[{Book}]").Api.ListBooksAsync(TestContext.Current.CancellationToken)).ShouldHaveSingleItem().Name.ShouldBe("One");
        (await Over("""{"a":[1,2.5]}""").Api.StockAsync(TestContext.Current.CancellationToken))["a"].ShouldBe([1, 2.5]);
        await Over("").Api.DeleteBooksAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task An_operation_without_security_gets_no_credential()
    {
        var (api, handler) = Over("");

        await api.DeleteBooksAsync(TestContext.Current.CancellationToken);

        handler.Sent.ShouldHaveSingleItem().Headers.ShouldNotContainKey("X-Shop-Key");
    }

    [Fact]
    public async Task Errors_are_the_exceptions_of_the_client()
    {
        using var client = Clients.Over(ScriptedHandler.Returning(HttpStatusCode.NotFound, """{"error":"gone"}"""));

        var exception = await Should.ThrowAsync<RecoupException>(
            () =>
                new ShopApi(client).GetBookAsync(
                    "b", ShopApi.Order.Newest, Shelf, cancellationToken: TestContext.Current.CancellationToken));

        exception.Message.ShouldBe("get_book returned 404 Not Found: gone [documented as: No such book]");
    }

    private static (ShopApi Api, ScriptedHandler Handler) Over(string body)
    {
        var handler = ScriptedHandler.Returning(HttpStatusCode.OK, body);
        return (new ShopApi(Clients.Over(handler)), handler);
    }
}
