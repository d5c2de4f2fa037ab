using System.Text.Json.Nodes;

namespace Recoup.Differential.Generation;

/// <summary>Numbers that implementations confuse: large, decimal, and in several spellings.</summary>
internal static class Numbers
{
    private static readonly string[] Any =
    [
        "0", "-0", "0.0", "1", "1.0", "1e0", "10e-1", "2", "-1", "-1.0", "3", "1.5", "0.1", "0.3", "0.7", "1.1", "19.99", "-0.01", "1e2",
        "100", "1E+2", "9007199254740991", "9007199254740992", "9007199254740993", "9007199254740993.0", "12345678901234567890",
        "12345678901234567891", "1e19", "10000000000000000000", "1e-7", "0.0000001", "0.1e-6", "1e300", "1e308", "123456789.123456789",
        "0.30000000000000004", "4.35", "1e15", "1e16", "99999999999999999999999.5",
    ];

    private static readonly string[] Steps = ["1", "2", "3", "0.1", "0.01", "0.5", "1e-7", "1.5", "10", "1e2", "0.3", "7", "1e-2", "1.0"];

    /// <summary>A number.</summary>
    public static JsonNode Next(Choices choices) => JsonNode.Parse(choices.Of<string>(Any))!;

    /// <summary>A value of <c>multipleOf</c>.</summary>
    public static JsonNode Step(Choices choices) => JsonNode.Parse(choices.Of<string>(Steps))!;

    /// <summary>A number that is near another one, or the same in another spelling.</summary>
    public static JsonNode Near(string number, Choices choices)
    {
        var text = choices.Below(6) switch
        {
            0 when !number.AsSpan().ContainsAny(".eE") => number + ".0",
            1 when !number.AsSpan().ContainsAny("eE") => number + "e0",
            2 when number.Contains('.', StringComparison.Ordinal) && !number.AsSpan().ContainsAny("eE") => number + "1",
            3 when number.Length > 1 && char.IsAsciiDigit(number[^1]) && number[^2] != '-' => number[..^1] + choices.Below(10),
            4 => number.StartsWith('-') ? number[1..] : "-" + number,
            _ => choices.Of<string>(Any),
        };
        return JsonNode.Parse(text)!;
    }
}
