using System.Text.Json;
using Microsoft.Extensions.AI;
using Recoup.AI.Dialects;
using Recoup.AI.Toolbox.Signatures;
using Recoup.AI.Tools;
using Recoup.Catalogs;

namespace Recoup.AI.Toolbox;

/// <summary>Explains the parameters of an action.</summary>
internal sealed class DescribeTool(ToolProjection definition, ActionShelf shelf, int maxResultBytes) : ToolboxTool(definition)
{
    private const int Depth = 4;
    private const int LongestDescription = 2_000;
    private const int MostParameters = 200;

    /// <inheritdoc/>
    protected override ValueTask<JsonElement> RunAsync(
        JsonElement arguments, AIFunctionArguments context, CancellationToken cancellationToken)
    {
        if (TextOf(arguments, "action") is not { } slug)
            return new(Invalid($"Expected the action in 'action', as {ToolboxDefinitions.Search} names it."));
        if (!shelf.TryGet(slug, out var action))
            return new(Unknown(slug, shelf));
        var isComplete = arguments.TryGetProperty("complete", out var complete) && complete.ValueKind == JsonValueKind.True;
        return new(ResultLimit.Apply(Result(writer => Write(writer, action, isComplete)), maxResultBytes));
    }

    private void Write(Utf8JsonWriter writer, CatalogAction action, bool isComplete)
    {
        writer.WriteString("action", action.Slug);
        writer.WriteString("description", SafeText.Line(action.Description, LongestDescription));
        writer.WriteBoolean("connected", action.IsConnected);
        if (isComplete)
        {
            writer.WritePropertyName("schema");
            action.Parameters.WriteTo(writer);
            return;
        }

        var types = new TypeWriter(action.ParametersSource);
        var parameters = ParameterReader.Read(action);
        var written = 0;
        writer.WriteStartArray("parameters");
        while (written < Math.Min(parameters.Count, MostParameters) && writer.BytesCommitted + writer.BytesPending <= maxResultBytes / 2)
            writer.WriteStringValue(parameters[written++].Line(types, Depth));
        writer.WriteEndArray();
        if (parameters.Count - written is > 0 and var left)
            writer.WriteString("note", FormattableString.Invariant($"{left} more parameters. Ask with complete: true for all."));
    }
}
