using System.Text.Json;

namespace Recoup.Contracts.Tests.Schemas;

/// <summary>Bounds and divisors of numbers: what is proved, what is refuted, and how a change is named.</summary>
public sealed class NumberComparisonTests
{
    [Theory]
    [InlineData("""{"type":"number","minimum":1}""", """{"minimum":1}""")]
    [InlineData("""{"type":"number","exclusiveMinimum":1}""", """{"minimum":1}""")]
    [InlineData("""{"type":"number","exclusiveMinimum":1}""", """{"exclusiveMinimum":1}""")]
    [InlineData("""{"type":"number","minimum":2}""", """{"exclusiveMinimum":1}""")]
    [InlineData("""{"type":"number","maximum":1}""", """{"maximum":1}""")]
    [InlineData("""{"type":"number","exclusiveMaximum":1}""", """{"exclusiveMaximum":1}""")]
    [InlineData("""{"type":"number","maximum":1}""", """{"exclusiveMaximum":2}""")]
    [InlineData("""{"type":"integer","exclusiveMinimum":1}""", """{"minimum":2}""")]
    [InlineData("""{"type":"integer","exclusiveMaximum":1}""", """{"maximum":0}""")]
    [InlineData("""{"type":"integer","minimum":-1.5}""", """{"minimum":-1}""")]
    [InlineData("""{"type":"integer","maximum":1.5}""", """{"maximum":1}""")]
    [InlineData("""{"type":"integer","multipleOf":5,"minimum":6}""", """{"minimum":10}""")]
    [InlineData("""{"type":"number","multipleOf":5,"exclusiveMinimum":5}""", """{"minimum":10}""")]
    [InlineData("""{"type":"number","multipleOf":5,"exclusiveMaximum":5}""", """{"maximum":0}""")]
    [InlineData("""{"type":"number","multipleOf":4}""", """{"multipleOf":2}""")]
    [InlineData("""{"type":"number","multipleOf":0.5}""", """{"multipleOf":0.25}""")]
    [InlineData("""{"type":"number","multipleOf":2}""", """{"type":"integer"}""")]
    [InlineData("""{"type":"number","minimum":2,"maximum":2}""", """{"type":"integer"}""")]
    [InlineData("""{"type":"number","minimum":3,"maximum":2}""", "false")]
    [InlineData("""{"type":"number","minimum":2,"exclusiveMaximum":2}""", "false")]
    [InlineData("""{"type":"number","exclusiveMinimum":2,"maximum":2}""", "false")]
    [InlineData("""{"type":"integer","exclusiveMinimum":2,"exclusiveMaximum":3}""", "false")]
    [InlineData("""{"type":"integer","minimum":2.1,"maximum":2.9}""", "false")]
    [InlineData("""{"type":"number","multipleOf":3,"minimum":4,"maximum":5}""", "false")]
    [InlineData("""{"type":"number","multipleOf":0.5,"exclusiveMinimum":1,"exclusiveMaximum":1.5}""", "false")]
    public void Inclusion_of_numbers_is_proved(string narrow, string wide) => Compare(narrow, wide).IsProved.ShouldBeTrue();

    [Theory]
    [InlineData("""{"type":"number"}""", """{"minimum":1}""")]
    [InlineData("""{"type":"number","minimum":1}""", """{"exclusiveMinimum":1}""")]
    [InlineData("""{"type":"number","maximum":1}""", """{"exclusiveMaximum":1}""")]
    [InlineData("""{"type":"number","minimum":1,"maximum":5}""", """{"minimum":2}""")]
    [InlineData("""{"type":"number","minimum":1,"maximum":5}""", """{"maximum":4}""")]
    [InlineData("""{"type":"integer","exclusiveMinimum":1}""", """{"minimum":3}""")]
    [InlineData("""{"type":"number","multipleOf":5,"minimum":5}""", """{"minimum":6}""")]
    [InlineData("""{"type":"number","minimum":2,"maximum":2}""", "false")]
    [InlineData("""{"type":"number","minimum":2.5,"maximum":2.5}""", """{"type":"integer"}""")]
    [InlineData("""{"type":"number","minimum":2,"maximum":3}""", """{"type":"integer"}""")]
    [InlineData("""{"type":"integer","minimum":2,"maximum":3}""", "false")]
    [InlineData("""{"type":"number","multipleOf":3,"minimum":3,"maximum":3}""", "false")]
    [InlineData("""{"type":"number","multipleOf":0.5}""", """{"type":"integer"}""")]
    [InlineData("""{"type":"number","multipleOf":2}""", """{"multipleOf":4}""")]
    [InlineData("""{"type":"integer"}""", """{"multipleOf":2}""")]
    public void Inclusion_of_numbers_is_refuted(string before, string after)
    {
        var result = Compare(before, after);

        result.Verdict.ShouldBe(Verdict.Breaking);
        result.Witness.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(""" "minimum":1 """, "", "minimum", Change.Removed, "at least 1 before, any number now")]
    [InlineData(""" "minimum":1 """, """ "minimum":2 """, "minimum", Change.Tightened, "at least 1 before, at least 2 now")]
    [InlineData(""" "minimum":1 """, """ "exclusiveMinimum":1 """, "exclusiveMinimum", Change.Tightened,
        "at least 1 before, more than 1 now")]
    [InlineData(""" "maximum":1 """, "", "maximum", Change.Removed, "at most 1 before, any number now")]
    [InlineData(""" "maximum":2 """, """ "maximum":1 """, "maximum", Change.Tightened, "at most 2 before, at most 1 now")]
    [InlineData(""" "maximum":1 """, """ "exclusiveMaximum":1 """, "exclusiveMaximum", Change.Tightened,
        "at most 1 before, less than 1 now")]
    [InlineData(""" "exclusiveMaximum":1 """, "", "exclusiveMaximum", Change.Removed, "less than 1 before, any number now")]
    [InlineData(""" "multipleOf":2 """, "", "multipleOf", Change.Removed, "multiples of 2 before, of anything now")]
    [InlineData(""" "multipleOf":2 """, """ "multipleOf":4 """, "multipleOf", Change.Tightened, "multiples of 2 before, of 4 now")]
    [InlineData(""" "multipleOf":4 """, """ "multipleOf":6 """, "multipleOf", Change.Changed, "multiples of 4 before, of 6 now")]
    public void A_change_of_numbers_is_named_and_so_is_its_mirror(
        string one, string other, string keyword, Change change, string message) =>
        MemberChange.ShouldBeNamed(Number(one), Number(other), keyword, change, message);

    private static string Number(string keywords) => "{\"type\":\"number\"" + (keywords.Length > 0 ? "," + keywords : "") + "}";

    private static SchemaDiffResult Compare(string before, string after) => SchemaDiff.Compare(
        JsonElement.Parse(before), JsonElement.Parse(after), cancellation: TestContext.Current.CancellationToken);
}
