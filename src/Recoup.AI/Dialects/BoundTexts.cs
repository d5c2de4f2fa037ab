using System.Text.Json;

namespace Recoup.AI.Dialects;

/// <summary>Says in words what a dialect has no keyword for.</summary>
internal static class BoundTexts
{
    private const int MostCharacters = 200;

    private static readonly Dictionary<string, Func<string, string>> Words = new(StringComparer.Ordinal)
    {
        ["minLength"] = value => $"at least {value} characters",
        ["maxLength"] = value => $"at most {value} characters",
        ["pattern"] = value => $"must match {value}",
        ["format"] = value => $"format {value}",
        ["minimum"] = value => $"at least {value}",
        ["maximum"] = value => $"at most {value}",
        ["exclusiveMinimum"] = value => $"greater than {value}",
        ["exclusiveMaximum"] = value => $"less than {value}",
        ["multipleOf"] = value => $"a multiple of {value}",
        ["minItems"] = value => $"at least {value} items",
        ["maxItems"] = value => $"at most {value} items",
        ["uniqueItems"] = _ => "no item twice",
        ["minProperties"] = value => $"at least {value} properties",
        ["maxProperties"] = value => $"at most {value} properties",
        ["default"] = value => $"default {value}",
    };

    /// <summary>A keyword and its value in words; null if there are none, or if the value is long.</summary>
    public static string? Of(string keyword, JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String && keyword != "default" ? value.GetString()! : value.GetRawText();
        return text.Length <= MostCharacters && Words.TryGetValue(keyword, out var words) ? words(text) : null;
    }

    /// <summary>A description with further remarks.</summary>
    public static string? Append(string? description, IReadOnlyList<string> remarks)
    {
        if (remarks.Count == 0)
            return description;
        var all = string.Join("; ", remarks);
        return string.IsNullOrWhiteSpace(description)
            ? char.ToUpperInvariant(all[0]) + all[1..] + "."
            : $"{description.TrimEnd()} ({all})";
    }
}
