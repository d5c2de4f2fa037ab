using System.Text.Json;

namespace Recoup.Contracts.Tests.Schemas;

/// <summary>The change of one member, and the mirror that reverses it.</summary>
internal static class MemberChange
{
    /// <summary>Checks the only edit between two schemas of the member <c>n</c>, and that its mirror is the reverse change.</summary>
    public static void ShouldBeNamed(string one, string other, string keyword, Change change, string message)
    {
        var edit = Compare(one, other);
        (edit.Keyword, edit.Change, edit.Message).ShouldBe((keyword, change, $"'n': {message}"));

        Compare(other, one).Change.ShouldBe(change switch
        {
            Change.Removed => Change.Added,
            Change.Tightened => Change.Loosened,
            _ => change,
        });
    }

    private static SchemaEdit Compare(string before, string after) => SchemaDiff.Compare(
        Member(before), Member(after), cancellation: TestContext.Current.CancellationToken).Edits.ShouldHaveSingleItem();

    private static JsonElement Member(string schema) => JsonElement.Parse("{\"properties\":{\"n\":" + schema + "}}");
}
