using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Emulator.Worlds;

/// <summary>
/// The payload of an outcome. In it, an object <c>{"$parameters": "/rows/0"}</c> stands for the value at that JSON pointer in the
/// parameters of the call, or for null if there is none.
/// </summary>
/// <param name="Json">The payload as it is in the world.</param>
/// <param name="HasReferences">Whether it refers to the parameters.</param>
internal sealed record WorldPayload(JsonElement Json, bool HasReferences)
{
    private const string Reference = "$parameters";

    /// <summary>Reads a payload; null if a problem was reported.</summary>
    public static WorldPayload? Read(WorldValue value)
    {
        var references = 0;
        foreach (var owner in value.Element.DescendantsAndSelf().Where(element => element[Reference].ValueKind != JsonValueKind.Undefined))
        {
            var place = value with { Element = owner };
            if (++references > WorldLimits.References)
            {
                place.Unexpected(FormattableString.Invariant($"at most {WorldLimits.References} references in a payload"), "more");
                return null;
            }

            Check(place);
        }

        return value.Json() is { } json ? new WorldPayload(json, references > 0) : null;
    }

    /// <summary>Replaces the references by values of the parameters.</summary>
    /// <exception cref="RecoupEmulatorException">The result is too large.</exception>
    public JsonElement Fill(JsonElement parameters)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, Json, parameters);
        var reader = new Utf8JsonReader(buffer.WrittenSpan, new JsonReaderOptions { MaxDepth = int.MaxValue });
        return JsonElement.ParseValue(ref reader);
    }

    private static void Check(WorldValue owner)
    {
        var pointer = owner.Element[Reference];
        var count = 0;
        foreach (var _ in owner.Element.EnumerateObject())
            count++;
        if (count > 1)
            owner.Unexpected($"'{Reference}' as the only member of an object", "others too");
        if (pointer.AsString() is not { } text || JsonPointer.Parse(text) is null)
            (owner with { Element = pointer }).Unexpected($"a JSON pointer in '{Reference}', such as \"\" or \"/rows/0\"");
    }

    private static void Write(Utf8JsonWriter writer, JsonElement json, JsonElement parameters)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object when json.TryGetProperty(Reference, out var pointer):
                if (Find(parameters, pointer.GetString()!) is { } value)
                    value.WriteTo(writer);
                else
                    writer.WriteNullValue();
                if (writer.BytesCommitted + writer.BytesPending > WorldLimits.ResultBytes)
                {
                    throw new RecoupEmulatorException(
                        $"A result with values of the parameters has more than {WorldLimits.ResultBytes >> 20} MB. "
                        + "Refer to fewer of them.");
                }

                break;
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in json.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value, parameters);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in json.EnumerateArray())
                    Write(writer, item, parameters);
                writer.WriteEndArray();
                break;
            default:
                json.WriteTo(writer);
                break;
        }
    }

    private static JsonElement? Find(JsonElement value, string pointer)
    {
        foreach (var step in JsonPointer.Parse(pointer)!)
        {
            if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(step, out var member))
                value = member;
            else if (value.ValueKind == JsonValueKind.Array && IndexOf(step) is { } index && index < value.GetArrayLength())
                value = value[index];
            else
                return null;
        }

        return value;
    }

    // RFC 6901 has no leading zeros.
    private static int? IndexOf(string step) =>
        (step.Length == 1 || !step.StartsWith('0')) && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;
}
