using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Recoup.Emulator.Core.Json;

namespace Recoup.Emulator.Deployed.Rendering;

/// <summary>Values of a schema as JavaScript sees and writes them.</summary>
internal static partial class JavaScriptValues
{
    public static bool IsNumber(JsonNode? value) => value?.GetValueKind() == JsonValueKind.Number;

    public static bool IsTrue(JsonNode? value) => value?.GetValueKind() == JsonValueKind.True;

    public static string? Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    // As JSON.stringify writes it: astral characters are not escaped.
    public static string Json(JsonNode? value) => AstralEscape().Replace(
        NodeJson.ToText(value, RelaxedJson.Options),
        match => new string([Unit(match, "high"), Unit(match, "low")]));

    private static char Unit(Match match, string name) => (char)int.Parse(
        match.Groups[name].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<=(?<!\\)(?:\\\\)*)\\u(?<high>D[89AB][0-9A-F]{2})\\u(?<low>D[C-F][0-9A-F]{2})", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex AstralEscape();
}
