using System.Text.Json;
using Recoup.Tests.Driving;

namespace Recoup.Typed.Tests;

public sealed class RecoupActionsTests
{
    private const string User = """
        public static class Probe
        {
            public static System.Delegate Send() => Recoup.Actions.Gmail.SendEmail;
            public static System.Delegate Close() => Recoup.Actions.GitHub.CloseIssue;
            public static System.Delegate Lambda() => () => Recoup.Actions.GitHub.CloseIssue();
        }

        """;

    private static readonly string Actions = Catalog.Of(
        Catalog.Action("GMAIL_SEND_EMAIL", """{"type":"object","properties":{"to":{"type":"string"}}}""", description: "Sends \"it\"."),
        Catalog.Action("GITHUB_CLOSE_ISSUE").Replace(",\"parameters\":{}", "", StringComparison.Ordinal));

    private static readonly Program With =
        Program.Load(Generation.Run(Actions, User, new GenerationOptions { EmbedsCatalog = true }));

    private static readonly Program Without = Program.Load(Generation.Run(Actions, User));

    [Fact]
    public void An_action_is_described_as_in_the_catalog()
    {
        var action = RecoupActions.Find(Method(With, "Send"));

        (action.Slug, action.Connector, action.Description).ShouldBe(("GMAIL_SEND_EMAIL", "gmail", "Sends \"it\"."));
        action.ParametersSchema.GetRawText().ShouldBe("""{"type":"object","properties":{"to":{"type":"string"}}}""");
        action.ToString().ShouldBe("GMAIL_SEND_EMAIL");
    }

    [Fact]
    public void An_action_without_a_schema_has_the_empty_one()
    {
        var schema = RecoupActions.Find(Method(With, "Close")).ParametersSchema;

        (schema.ValueKind, schema.GetRawText()).ShouldBe((JsonValueKind.Object, "{}"));
    }

    [Fact]
    public async Task The_data_is_read_once_also_by_several_threads()
    {
        var program = Program.Load(Generation.Run(Actions, User, new GenerationOptions { EmbedsCatalog = true }));

        var found = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ =>
            Task.Run(() => RecoupActions.Find(Method(program, "Send")), TestContext.Current.CancellationToken)));

        found.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public void Without_data_the_error_names_the_property_and_the_assembly() =>
        Should.Throw<InvalidOperationException>(() => RecoupActions.Find(Method(Without, "Send"))).Message.ShouldBe(
            "Expected an embedded catalog with the action GMAIL_SEND_EMAIL; the assembly App has none. "
            + "Add <RecoupEmbedCatalog>true</RecoupEmbedCatalog> to the properties of its project.");

    [Fact]
    public void A_lambda_is_no_action() => Should.Throw<ArgumentException>(() => RecoupActions.Find(Method(With, "Lambda")))
        .Message.ShouldContain("Pass the generated method itself");

    [Fact]
    public void Nothing_is_no_action() => Should.Throw<ArgumentNullException>(() => RecoupActions.Find(null!));

    private static Delegate Method(Program program, string name) => (Delegate)program.Run(name)!;
}
