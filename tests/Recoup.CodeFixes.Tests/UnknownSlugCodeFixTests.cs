using Recoup.CodeFixes.Tests.Driving;
using Recoup.Generators.Analyzers;
using Recoup.Tests.Driving;

namespace Recoup.CodeFixes.Tests;

public sealed class UnknownSlugCodeFixTests
{
    private const string Slug = "Use 'GMAIL_FETCH_EMAILS'";
    private const string Call = "Use Gmail.FetchEmails()";
    private const string Method = "Use Gmail.FetchEmails";

    public static TheoryData<string, string, string> Fixes => new()
    {
        {
            Slug,
            "await client.ExecuteAsync(/* all */ \"GMAIL_FETCH_EMALS\", default);",
            "await client.ExecuteAsync(/* all */ \"GMAIL_FETCH_EMAILS\", default);"
        },
        { Slug, "emulator.On(\"GMAIL_FETCH_EMALS\");", "emulator.On(\"GMAIL_FETCH_EMAILS\");" },
        { Call, "await client.ExecuteAsync(\"GMAIL_FETCH_EMALS\", default);", "await client.ExecuteAsync(Gmail.FetchEmails());" },
        {
            Call,
            "await client.ExecuteAsync(\"GMAIL_FETCH_EMALS\", default(JsonElement), Guid.Empty);",
            "await client.ExecuteAsync(Gmail.FetchEmails(), Guid.Empty);"
        },
        {
            Call,
            "await client.ExecuteAsync(\"GMAIL_FETCH_EMALS\", JsonDocument.Parse(\"{ }\").RootElement, account: Guid.Empty);",
            "await client.ExecuteAsync(Gmail.FetchEmails(), account: Guid.Empty);"
        },
        {
            Call,
            "_ = (await client.ExecuteAsync(parameters: JsonSerializer.SerializeToElement(new { }), slug: "
                + "\"GMAIL_FETCH_EMALS\")).Value.ValueKind;",
            "_ = (await client.ExecuteAsync(call: Gmail.FetchEmails())).Value.ValueKind;"
        },
        { Method, "emulator.On(\"GMAIL_FETCH_EMALS\");", "emulator.On(Gmail.FetchEmails);" },
        {
            Method,
            "emulator.Journal.ShouldHaveExecuted(\"GMAIL_FETCH_EMALS\", times: 2);",
            "emulator.Journal.ShouldHaveExecuted(Gmail.FetchEmails, times: 2);"
        },
        {
            Method,
            "emulator.Journal.ShouldHaveExecuted(times: 2, slug: \"GMAIL_FETCH_EMALS\");",
            "emulator.Journal.ShouldHaveExecuted(times: 2, action: Gmail.FetchEmails);"
        },
        {
            Method,
            "const string Old = \"GMAIL_FETCH_EMALS\"; emulator.On(Old); _ = Old.Length;",
            "const string Old = \"GMAIL_FETCH_EMALS\"; emulator.On(Gmail.FetchEmails); _ = Old.Length;"
        },
    };

    [Theory]
    [InlineData(
        "'gmail'",
        "_ = new AuthorizeConnectorRequest { Connector = \"gmial\" };",
        "_ = new AuthorizeConnectorRequest { Connector = \"gmail\" };")]
    [InlineData("'gmail'", "emulator.Connect(\"gmial\");", "emulator.Connect(\"gmail\");")]
    [InlineData(
        "'GITHUB_GET_USER'",
        "_ = new UploadConnectorFileRequest { Url = unknown, ToolSlug = \"GITHUB_GET_USR\" };",
        "_ = new UploadConnectorFileRequest { Url = unknown, ToolSlug = \"GITHUB_GET_USER\" };")]
    public async Task A_slug_in_a_request_or_of_a_connector_is_only_corrected(string slug, string statements, string expected)
    {
        using var fixing = Fixing.Of<UnknownSlugAnalyzer, UnknownSlugCodeFix>(MarkedCode.Of(statements).Text);

        (await fixing.OfferedAsync()).Select(action => action.Title).ShouldBe([$"Use {slug}"]);
        (await fixing.ApplyAsync($"Use {slug}")).ShouldBe(MarkedCode.Of(expected).Text);
        await fixing.ShouldBeCleanAsync();
    }

    [Theory]
    [MemberData(nameof(Fixes))]
    public async Task The_slug_is_replaced_with_the_suggestion_or_its_method(string title, string statements, string expected)
    {
        using var fixing = Fixing.Of<UnknownSlugAnalyzer, UnknownSlugCodeFix>(MarkedCode.Of(statements).Text);

        var code = await fixing.ApplyAsync(title);

        code.ShouldBe(MarkedCode.Of(expected).Text);
        await fixing.ShouldBeCleanAsync();
    }

    [Theory]
    [InlineData("await client.ExecuteAsync(\"GMAIL_FETCH_EMALS\", JsonDocument.Parse(\"{\\\"query\\\":1}\").RootElement);")]
    [InlineData("await client.ExecuteAsync(\"GMAIL_FETCH_EMALS\", JsonSerializer.SerializeToElement(new { query = \"x\" }));")]
    [InlineData("var given = default(JsonElement); await client.ExecuteAsync(\"GMAIL_FETCH_EMALS\", given);")]
    public async Task Only_the_slug_is_replaced_if_parameters_would_be_lost(string statements)
    {
        using var fixing = Fixing.Of<UnknownSlugAnalyzer, UnknownSlugCodeFix>(MarkedCode.Of(statements).Text);

        (await fixing.OfferedAsync()).Select(action => action.Title).ShouldBe([Slug]);
    }

    [Fact]
    public async Task A_method_with_required_arguments_is_offered_only_as_a_method_group()
    {
        using var sent =
            Fixing.Of<UnknownSlugAnalyzer, UnknownSlugCodeFix>(
                MarkedCode.Of("await client.ExecuteAsync(\"GITHUB_GET_USR\", default);").Text);
        using var stubbed = Fixing.Of<UnknownSlugAnalyzer, UnknownSlugCodeFix>(MarkedCode.Of("emulator.On(\"GITHUB_GET_USR\");").Text);

        (await sent.OfferedAsync()).Select(action => action.Title).ShouldBe(["Use 'GITHUB_GET_USER'"]);
        (await stubbed.OfferedAsync()).Select(action => action.Title).ShouldBe(["Use 'GITHUB_GET_USER'", "Use GitHub.GetUser"]);
    }

    [Fact]
    public async Task The_namespace_of_the_actions_is_imported_if_it_is_missing()
    {
        var code = MarkedCode.Of("emulator.On(\"GMAIL_FETCH_EMALS\");").Text.Replace(
            "using Recoup.Actions;\n", "", StringComparison.Ordinal);
        using var fixing = Fixing.Of<UnknownSlugAnalyzer, UnknownSlugCodeFix>(code);

        (await fixing.ApplyAsync(Method)).ShouldBe(MarkedCode.Of("emulator.On(Gmail.FetchEmails);").Text);
        await fixing.ShouldBeCleanAsync();
    }

    [Fact]
    public async Task Nothing_is_offered_if_no_slug_is_near()
    {
        using var fixing = Fixing.Of<UnknownSlugAnalyzer, UnknownSlugCodeFix>(MarkedCode.Of("emulator.On(\"SLACK\");").Text);

        (await fixing.OfferedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task All_slugs_of_a_project_are_corrected_at_once()
    {
        using var fixing = Fixing.Of<UnknownSlugAnalyzer, UnknownSlugCodeFix>(
            MarkedCode.Of("emulator.On(\"GMAIL_FETCH_EMALS\"); emulator.On(\"GITHUB_GET_USR\");").Text);

        (await fixing.ApplyToAllAsync())
            .ShouldBe(MarkedCode.Of("emulator.On(\"GMAIL_FETCH_EMAILS\"); emulator.On(\"GITHUB_GET_USER\");").Text);
        await fixing.ShouldBeCleanAsync();
    }
}
