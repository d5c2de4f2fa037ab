using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Recoup.AI.Dialects;
using Recoup.AI.Json;

namespace Recoup.AI.Tools;

/// <summary>Reads the arguments that a model has written, and converts them into the form of the action.</summary>
internal static class ToolArguments
{
    public static bool TryRead(
        AIFunctionArguments arguments, ToolProjection projection, JsonSerializerOptions options,
        out JsonElement parameters, [NotNullWhen(false)] out string? problem)
    {
        try
        {
            return projection.TryRestore(Write(arguments, options), out parameters, out problem);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or JsonException)
        {
            parameters = default;
            problem = Unreadable(exception);
            return false;
        }
    }

    /// <summary>
    /// The problem for the model. A text that ends in the middle of an emoji has half of a surrogate pair, which no JSON text can hold.
    /// </summary>
    public static string Unreadable(Exception exception) => $"The arguments cannot be read as JSON: {exception.Message}";

    private static JsonElement Write(AIFunctionArguments arguments, JsonSerializerOptions options)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in arguments)
            {
                writer.WritePropertyName(name);
                Write(writer, value, options);
            }

            writer.WriteEndObject();
        }

        return JsonText.Parse(json.WrittenMemory);
    }

    // A chat client passes JSON. A caller in C# passes values, whose types the options of the function know without reflection.
    private static void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case JsonElement element:
                element.WriteTo(writer);
                break;
            case JsonNode node:
                node.WriteTo(writer);
                break;
            case JsonDocument document:
                document.WriteTo(writer);
                break;
            default:
                JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));
                break;
        }
    }
}
