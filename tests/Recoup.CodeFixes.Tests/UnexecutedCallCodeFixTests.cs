using Recoup.CodeFixes.Tests.Driving;
using Recoup.Generators.Analyzers;
using Recoup.Tests.Driving;

namespace Recoup.CodeFixes.Tests;

public sealed class UnexecutedCallCodeFixTests
{
    private const string Execute = "Execute it: await client.ExecuteAsync(…)";

    [Theory]
    [InlineData("Gmail.FetchEmails(); // all of them", "await client.ExecuteAsync(Gmail.FetchEmails()); // all of them")]
    [InlineData(
        "if (unknown.Length > 0)\n    Gmail.FetchEmails();",
        "if (unknown.Length > 0)\n    await client.ExecuteAsync(Gmail.FetchEmails());")]
    [InlineData("var unused = Gmail.FetchEmails();", "var unused = await client.ExecuteAsync(Gmail.FetchEmails());")]
    [InlineData(
        "Func<Task> act = async () => Gmail.FetchEmails(); await act();",
        "Func<Task> act = async () => await client.ExecuteAsync(Gmail.FetchEmails()); await act();")]
    public async Task The_call_is_passed_to_the_client_in_scope(string statements, string expected)
    {
        using var fixing = Fixing.Of<UnexecutedCallAnalyzer, UnexecutedCallCodeFix>(MarkedCode.Of(statements).Text);

        var code = await fixing.ApplyAsync(Execute);

        code.ShouldBe(MarkedCode.Of(expected).Text);
        await fixing.ShouldBeCleanAsync();
    }

    [Theory]
    [InlineData("ActionCall<JsonElement> unused = Gmail.FetchEmails();")]
    [InlineData("var unused = Gmail.FetchEmails(); unused = Gmail.FetchEmails(query: unknown);")]
    [InlineData("var (unused, _) = (Gmail.FetchEmails(), 5);")]
    [InlineData("ActionCall<JsonElement> unused; unused = Gmail.FetchEmails();")]
    [InlineData("if (Gmail.FetchEmails() is { } unused) emulator.On(unknown);")]
    public async Task Nothing_is_offered_where_the_result_would_not_fit_the_variable(string statements)
    {
        using var fixing = Fixing.Of<UnexecutedCallAnalyzer, UnexecutedCallCodeFix>(MarkedCode.Of(statements).Text);

        (await fixing.OfferedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task All_calls_of_a_project_are_executed_at_once()
    {
        using var fixing =
            Fixing.Of<UnexecutedCallAnalyzer, UnexecutedCallCodeFix>(MarkedCode.Of("Gmail.FetchEmails(); GitHub.GetUser(\"ada\");").Text);

        (await fixing.ApplyToAllAsync()).ShouldBe(
            MarkedCode.Of("await client.ExecuteAsync(Gmail.FetchEmails()); await client.ExecuteAsync(GitHub.GetUser(\"ada\"));").Text);
        await fixing.ShouldBeCleanAsync();
    }

    public static TheoryData<string, string, string[]> Scopes => new()
    {
        { "static async Task Run(RecoupClient @event)", "Gmail.FetchEmails();", ["@event"] },
        { "static async Task Run(RecoupClient b)", "var a = b; Gmail.FetchEmails(); var c = a; _ = c;", ["a", "b"] },
        { "RecoupClient? field; RecoupClient Own => field!; async Task Run()", "field = null; Gmail.FetchEmails();", ["Own", "field"] },
        {
            "static readonly RecoupClient shared = null!; RecoupClient Own => shared; static async Task Run()",
            "Gmail.FetchEmails();",
            ["shared"]
        },
        {
            "static async Task Run(RecoupClient b)",
            "_ = b; await Inner(b); static async Task Inner(RecoupClient own) { _ = own; Gmail.FetchEmails(); }",
            ["own"]
        },
        { "static async Task Run()", "Gmail.FetchEmails();", [] },
        { "static void Run(RecoupClient b)", "Gmail.FetchEmails();", [] },
        { "static async Task Run(RecoupClient b)", "Action act = () => Gmail.FetchEmails(); act();", [] },
        { "static async Task Run(RecoupClient b)", "lock (b) { Gmail.FetchEmails(); }", [] },
    };

    [Theory]
    [MemberData(nameof(Scopes))]
    public async Task Each_client_in_scope_is_offered_if_await_is_allowed(string signature, string statements, string[] clients)
    {
        using var fixing = Fixing.Of<UnexecutedCallAnalyzer, UnexecutedCallCodeFix>(MarkedCode.Method(signature, statements));

        var offered = await fixing.OfferedAsync();

        offered.Select(action => action.Title).ShouldBe(clients.Select(client => $"Execute it: await {client}.ExecuteAsync(…)"));
        if (clients.Length > 0)
        {
            await fixing.ApplyAsync(offered[0].Title);
            await fixing.ShouldBeCleanAsync();
        }
    }
}
