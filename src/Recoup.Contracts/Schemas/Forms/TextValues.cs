using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.Contracts.Json;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>
/// Values that are sent as text: parameters, headers, the fields of a form and plain text. The text of a number is also the text of a
/// string, and null has no text (RFC 6570, section 3.2.1).
/// </summary>
/// <param name="CanBeEmpty">Whether an empty text can be sent. A path has no empty segment for a parameter.</param>
internal sealed record TextValues(bool CanBeEmpty)
{
    /// <summary>Whether the schema describes who reads the texts, and not who writes them.</summary>
    public bool IsReader { get; init; }

    /// <summary>
    /// Whether a field without a schema, and one that is described as bytes, are sent as bytes (OpenAPI 3.1, section 4.8.15.1).
    /// </summary>
    public bool HasBytes { get; init; }

    private const ValueKinds Scalars = ValueKinds.Boolean | ValueKinds.Number | ValueKinds.String;
    private const int MostScalars = 6;

    /// <summary>
    /// A form whose kinds are those of the texts. Who reads a string of any content also reads the texts of numbers and booleans, and a
    /// string in an enum that is the text of a number or boolean is written as one. Only the value, its items, its properties and their
    /// items are texts.
    /// </summary>
    public Form Of(Form form) => Of(form, hasProperties: true, hasItems: true);

    /// <summary>Whether a value has a text.</summary>
    public bool CanBeSent(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => false,
        JsonValueKind.String => CanBeEmpty || value.GetString()!.Length > 0,
        JsonValueKind.Array => value.EnumerateArray().All(item => item.ValueKind != JsonValueKind.Null),
        JsonValueKind.Object => value.EnumerateObject().All(property => property.Value.ValueKind != JsonValueKind.Null),
        _ => true,
    };

    /// <summary>The values that are sent as the same text, the value itself first.</summary>
    /// <remarks>A value of more than a few texts that can be read in two ways has only some of its readings.</remarks>
    public static IEnumerable<JsonElement> Readings(JsonElement value)
    {
        yield return value;
        var places = new List<ImmutableArray<object>>();
        Places(value, [], hasProperties: true, hasItems: true, places);
        if (places.Count == 0)
            yield break;
        var readings = new List<JsonNode?> { Node(value) };
        foreach (var place in places.Take(MostScalars))
        {
            foreach (var reading in readings.ToList())
            {
                if (Other(reading, place) is not { } other)
                    continue;
                readings.Add(other);
                yield return Element(other);
            }
        }
    }

    private Form Of(Form form, bool hasProperties, bool hasItems)
    {
        if (HasBytes && !hasProperties && IsBytes(form))
            form = form with { Kinds = ValueKinds.String, Annotations = form.Annotations.RemoveRange(MarksOfBytes(form)) };
        form = form with { WrittenKinds = form.WrittenKinds ?? (form.Kinds & ~ValueKinds.Null), Kinds = form.Kinds & ~ValueKinds.Null };
        if (hasItems && (form.Kinds & ValueKinds.Array) != 0 && (form.Items ?? (HasBytes ? Form.Anything : null)) is { } items)
            form = form with { Items = Of(items, false, false) };
        if (hasProperties && (form.Kinds & ValueKinds.Object) != 0)
        {
            form = form with
            {
                Properties = form.Properties.ToImmutableSortedDictionary(
                    pair => pair.Key,
                    pair => pair.Value.Access == default ? Of(pair.Value, false, hasItems) : pair.Value,
                    StringComparer.Ordinal),
                Additional = form.Additional is { IsNothing: false } rest ? Of(rest, false, hasItems) : form.Additional,
            };
        }

        if (!form.AnyOf.IsEmpty)
            form = form with { AnyOf = [.. form.AnyOf.Select(branch => Of(branch, hasProperties, hasItems))] };
        if (form.Values is { } values)
            return FormSimplifier.Simplify(OfValues(form, values));
        if ((form.Kinds & ValueKinds.String) == 0)
            return FormSimplifier.Simplify(form);
        if (!CanBeEmpty && form.MinLength.IsZero)
            form = form with { MinLength = 1 };
        if (IsReader && form is { MaxLength: null, Pattern: null, HasGeneralParts: false } && form.MinLength <= 1)
            form = form with { Kinds = form.Kinds | Scalars, Minimum = null, Maximum = null, MultipleOf = null };
        return FormSimplifier.Simplify(form);
    }

    private static bool IsBytes(Form form) =>
        form.IsAnything
        || (form.Kinds == ValueKinds.String && !form.Annotations.ContainsKey("contentEncoding") && MarksOfBytes(form).Any());

    // The keywords that say no more than that the text consists of bytes.
    private static IEnumerable<string> MarksOfBytes(Form form) => form.Annotations
        .Where(pair => (pair.Key, pair.Value.AsString()) is ("format", "binary") or ("contentMediaType", "application/octet-stream"))
        .Select(pair => pair.Key);

    private static Form OfValues(Form form, ImmutableArray<Literal> values)
    {
        if (form.HasGeneralParts || form.Pattern is not null || form.MinLength > 0 || form.MaxLength is not null
            || form.Minimum is not null || form.Maximum is not null || form.MultipleOf is not null)
            return form;
        var allowed = values.Where(value => (value.Kind & form.Kinds) != 0)
            .Select(value => value.Kind == ValueKinds.String && ParseCanonical(value.Value.GetString()!) is { } parsed
                ? new Literal(parsed)
                : value)
            .DistinctBy(value => value.Key)
            .OrderBy(value => value.Key, StringComparer.Ordinal)
            .ToImmutableArray();
        if (allowed.Length == 2 && allowed.All(value => value.Kind == ValueKinds.Boolean))
            return form with { Values = null, Kinds = ValueKinds.Boolean };
        return form with
        {
            Values = allowed,
            Kinds = allowed.Aggregate(ValueKinds.None, (all, value) => all | value.Kind),
        };
    }

    private static void Places(
        JsonElement value, ImmutableArray<object> place, bool hasProperties, bool hasItems, List<ImmutableArray<object>> places)
    {
        if (places.Count > MostScalars)
            return;
        if (value.ValueKind == JsonValueKind.Array && hasItems)
        {
            foreach (var (index, item) in value.EnumerateArray().Index())
                Places(item, place.Add(index), false, false, places);
        }
        else if (value.ValueKind == JsonValueKind.Object && hasProperties)
        {
            foreach (var property in value.EnumerateObject())
                Places(property.Value, place.Add(property.Name), false, hasItems, places);
        }
        else if (Other(value) is not null)
        {
            places.Add(place);
        }
    }

    /// <summary>The value with another reading in one place; null if there is none.</summary>
    private static JsonNode? Other(JsonNode? whole, ImmutableArray<object> place)
    {
        var copy = whole?.DeepClone();
        if (place.IsEmpty)
            return Other(Element(copy)) is { } root ? Node(root) : null;
        var parent = place.Take(place.Length - 1).Aggregate(copy, (node, step) => Child(node, step));
        if (Other(Element(Child(parent, place[^1]))) is not { } value)
            return null;
        if (place[^1] is string name)
            parent![name] = Node(value);
        else
            parent![(int)place[^1]] = Node(value);
        return copy;

        static JsonNode? Child(JsonNode? node, object step) => step is string name ? node![name] : node![(int)step];
    }

    /// <summary>The other value with the same text; null if there is none.</summary>
    private static JsonElement? Other(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Parse(value.GetString()!),
        JsonValueKind.Number => JsonValues.Text(value.GetRawText()),
        JsonValueKind.True => JsonValues.Text("true"),
        JsonValueKind.False => JsonValues.Text("false"),
        _ => null,
    };

    // 1.0 and 1 are one number, but two texts: only one of them is the number.
    private static JsonElement? ParseCanonical(string text) =>
        Parse(text) is { } parsed
            && (parsed.ValueKind != JsonValueKind.Number || (Exact.TryParse(text, out var number) && number.ToString() == text))
            ? parsed
            : null;

    private static JsonElement? Parse(string text)
    {
        if (text is "true" or "false")
            return JsonValues.Parse(text);
        if (text.Length == 0 || !(char.IsAsciiDigit(text[0]) || text[0] == '-'))
            return null;
        try
        {
            return JsonValues.Parse(text) is { ValueKind: JsonValueKind.Number } number && number.GetRawText() == text ? number : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonNode? Node(JsonElement value) => JsonNode.Parse(value.GetRawText());

    private static JsonElement Element(JsonNode? node) => JsonValues.Parse(node?.ToJsonString() ?? "null");
}
