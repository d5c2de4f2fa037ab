using System.Text.Json;
using Microsoft.Extensions.AI;
using Recoup.AI.Dialects;
using Recoup.AI.Toolbox.Signatures;
using Recoup.Catalogs;

namespace Recoup.AI.Toolbox;

/// <summary>Finds actions for a task in plain words.</summary>
internal sealed class SearchTool(ToolProjection definition, ActionShelf shelf) : ToolboxTool(definition)
{
    /// <summary>The most hits that a model can ask for.</summary>
    public const int MostHits = 20;

    /// <summary>The hits if the model does not say how many.</summary>
    public const int DefaultHits = 5;
    private const int LongestSignature = 600;

    // The hits of one search; the first is always there.
    private const int MostBytes = 8_000;

    /// <inheritdoc/>
    protected override ValueTask<JsonElement> RunAsync(
        JsonElement arguments, AIFunctionArguments context, CancellationToken cancellationToken)
    {
        if (TextOf(arguments, "query") is not { } query)
            return new(Invalid("Expected the task in 'query', for example \"add a label to an issue\"."));
        var connector = TextOf(arguments, "connector");
        if (connector is not null && !shelf.Connectors.Contains(connector, StringComparer.OrdinalIgnoreCase))
            return new(Invalid($"There is no connector {SafeText.Quoted(connector, 100)}. Use one of the description, or none."));
        var hits = shelf.Find(query, connector, CountOf(arguments)).Select(Hit).ToArray();
        return new(Result(writer => Write(writer, hits)));
    }

    private static int CountOf(JsonElement arguments) =>
        arguments.TryGetProperty("limit", out var limit) && limit.ValueKind == JsonValueKind.Number && limit.TryGetInt32(out var count)
            ? Math.Clamp(count, 1, MostHits)
            : DefaultHits;

    private static JsonElement Hit(CatalogAction action) => Result(writer =>
    {
        writer.WriteString("action", action.Slug);
        writer.WriteString("signature", ActionSignature.Of(action, LongestSignature));
        writer.WriteString("description", SafeText.FirstSentence(action.Description));
        writer.WriteBoolean("connected", action.IsConnected);
    });

    private static void Write(Utf8JsonWriter writer, JsonElement[] hits)
    {
        writer.WriteStartArray("actions");
        foreach (var hit in hits)
        {
            if (writer.BytesCommitted + writer.BytesPending > MostBytes)
                break;
            hit.WriteTo(writer);
        }

        writer.WriteEndArray();
        if (hits.Length == 0)
            writer.WriteString("note", "No action has these words. Say what to do with what, for example \"create an issue\".");
    }
}
