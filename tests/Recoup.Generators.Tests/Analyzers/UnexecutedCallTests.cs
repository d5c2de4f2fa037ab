using System.Globalization;
using Microsoft.CodeAnalysis;
using Recoup.Generators.Analyzers;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.Analyzers;

public sealed class UnexecutedCallTests
{
    private const string Makers = """
        ActionCall<JsonElement> Make() => Gmail.FetchEmails();
        async Task<ActionCall<JsonElement>> MakeAsync() { await Task.Yield(); return Gmail.FetchEmails(); }
        ActionCall<JsonElement> Keep(ActionCall<JsonElement> call) => call;
        _ = Make(); _ = await MakeAsync(); _ = Keep(Make());
        """;

    [Theory]
    [InlineData("[|Gmail.FetchEmails()|];")]
    [InlineData("[|Make()|];")]
    [InlineData("[|await MakeAsync()|];")]
    [InlineData("Action act = () => [|Gmail.FetchEmails()|]; act();")]
    [InlineData("void Send() => [|Gmail.FetchEmails()|]; Send();")]
    [InlineData("if (unknown.Length > 0) [|Gmail.FetchEmails()|]; else [|GitHub.GetUser(\"ada\")|];")]
    public async Task A_statement_that_ignores_a_call_is_reported(string statements)
    {
        var reported = await Analysis.ShouldReportAsync(new UnexecutedCallAnalyzer(), MarkedCode.Of(Makers + statements));

        reported.ShouldAllBe(diagnostic => diagnostic.Id == "RCP0042" && diagnostic.Severity == DiagnosticSeverity.Warning);
        reported[0].GetMessage(CultureInfo.InvariantCulture).ShouldContain("is never executed: pass it to RecoupClient.ExecuteAsync");
    }

    [Theory]
    [InlineData("var unused = [|Gmail.FetchEmails()|];")]
    [InlineData("ActionCall<JsonElement> unused = [|Make()|];")]
    [InlineData("object unused = [|Gmail.FetchEmails()|];")]
    [InlineData("var unused = [|await MakeAsync()|];")]
    [InlineData("var unused = unknown.Length > 0 ? [|Gmail.FetchEmails()|] : [|Make()|];")]
    [InlineData("var (unused, _) = ([|Gmail.FetchEmails()|], 5);")]
    [InlineData("ActionCall<JsonElement> unused; unused = [|Gmail.FetchEmails()|]; unused = [|Make()|];")]
    [InlineData("ActionCall<JsonElement> unused; (unused, _) = ([|Gmail.FetchEmails()|], Make());")]
    [InlineData("if ([|Gmail.FetchEmails()|] is { } unused) emulator.On(unknown);")]
    [InlineData("_ = [|Make()|] is var unused;")]
    [InlineData("_ = [|Make()|] is ActionCall<JsonElement> unused;")]
    [InlineData("var unused = [|Gmail.FetchEmails()|]; emulator.On(nameof(unused));")]
    [InlineData("var unused = [|Gmail.FetchEmails()|]; Fill(out unused); void Fill(out ActionCall<JsonElement> call) => call = Make();")]
    [InlineData("Action act = () => { var unused = [|Gmail.FetchEmails()|]; }; act();")]
    [InlineData("void Send() { var unused = [|Gmail.FetchEmails()|]; } Send();")]
    [InlineData("for (var unused = [|Gmail.FetchEmails()|]; unknown.Length > 9;) { }")]
    public async Task A_local_variable_that_nothing_reads_does_not_execute_its_call(string statements)
    {
        foreach (var diagnostic in await Analysis.ShouldReportAsync(new UnexecutedCallAnalyzer(), MarkedCode.Of(Makers + statements)))
            diagnostic.Id.ShouldBe("RCP0042");
    }

    [Theory]
    [InlineData("var call = Gmail.FetchEmails(); await client.ExecuteAsync(call);")]
    [InlineData("var call = Gmail.FetchEmails(); Func<Task> act = () => client.ExecuteAsync(call); await act();")]
    [InlineData("var call = Gmail.FetchEmails(); await Send(); async Task Send() => await client.ExecuteAsync(call);")]
    [InlineData("ActionCall<JsonElement> call; await client.ExecuteAsync(call = Gmail.FetchEmails());")]
    [InlineData("var (call, _) = (Gmail.FetchEmails(), 5); _ = Keep(call);")]
    [InlineData("var (_, _) = (Gmail.FetchEmails(), 5); (_, _) = (Gmail.FetchEmails(), Make());")]
    [InlineData("if (Gmail.FetchEmails() is { } call) await client.ExecuteAsync(call);")]
    [InlineData("var first = Gmail.FetchEmails(); var second = first; _ = second;")]
    [InlineData("var kept = Keep(Make());")]
    [InlineData("var calls = new[] { Gmail.FetchEmails() }; _ = calls;")]
    [InlineData("new Dictionary<string, ActionCall<JsonElement>>().TryGetValue(unknown, out var found);")]
    [InlineData("var slug = Gmail.FetchEmails().Slug;")]
    public async Task A_local_variable_that_is_read_anywhere_is_not_reported(string statements) =>
        await Analysis.ShouldReportAsync(new UnexecutedCallAnalyzer(), MarkedCode.Of(Makers + statements));

    [Theory]
    [InlineData("await client.ExecuteAsync(Gmail.FetchEmails());")]
    [InlineData("_ = Gmail.FetchEmails();")]
    [InlineData("ActionCall<JsonElement> call; call = Gmail.FetchEmails(); await client.ExecuteAsync(call);")]
    [InlineData("Func<object> make = () => Gmail.FetchEmails(); make();")]
    [InlineData("Keep(Make());")]
    [InlineData("Gmail.FetchEmails().ToString();")]
    [InlineData("emulator.On(Gmail.FetchEmails());")]
    public async Task A_call_that_is_kept_executed_passed_on_or_discarded_is_not_reported(string statements) =>
        await Analysis.ShouldReportAsync(new UnexecutedCallAnalyzer(), MarkedCode.Of(Makers + statements));

    [Fact]
    public async Task Generated_code_is_not_analyzed()
    {
        var code = new MarkedCode("// <auto-generated/>\n" + MarkedCode.Of("Gmail.FetchEmails();").Text);

        await Analysis.ShouldReportAsync(new UnexecutedCallAnalyzer(), code);
    }
}
