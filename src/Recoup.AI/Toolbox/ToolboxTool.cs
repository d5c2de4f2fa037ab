using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Recoup.AI.Dialects;
using Recoup.AI.Json;
using Recoup.AI.Toolbox.Signatures;
using Recoup.AI.Tools;

namespace Recoup.AI.Toolbox;

/// <summary>One of the three tools of a toolbox. An error that a model can correct comes back as a result.</summary>
internal abstract class ToolboxTool(ToolProjection definition) : AIFunction
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public override string Name => definition.Name;

    /// <inheritdoc/>
    public override string Description => definition.Description;

    /// <inheritdoc/>
    public override JsonElement JsonSchema => definition.Schema;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> AdditionalProperties => definition.Properties;

    /// <summary>Does the work of the tool.</summary>
    /// <param name="arguments">What the model has written, an object.</param>
    /// <param name="context">The arguments with what the caller has added.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    protected abstract ValueTask<JsonElement> RunAsync(
        JsonElement arguments, AIFunctionArguments context, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected sealed override async ValueTask<object?> InvokeCoreAsync(
        AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        ToolArguments.TryRead(arguments, definition, JsonSerializerOptions, out var read, out var problem)
            ? await RunAsync(read, arguments, cancellationToken).ConfigureAwait(false)
            : Invalid(problem);

    /// <summary>A text among the arguments; null if it is missing, blank or no text.</summary>
    protected static string? TextOf(JsonElement arguments, string name) =>
        arguments.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { } text
        && !string.IsNullOrWhiteSpace(text)
            ? text
            : null;

    /// <summary>The result for arguments that the tool cannot use.</summary>
    protected static JsonElement Invalid(string problem) => ToolResult.Failure(ToolErrors.InvalidArguments, problem).Content;

    /// <summary>The result for an action that the toolbox does not have.</summary>
    protected static JsonElement Unknown(string action, ActionShelf shelf)
    {
        var nearest = shelf.NearestTo(action);
        var advice = nearest.Count > 0
            ? $"Did you mean {string.Join(", ", nearest)}?"
            : $"Call {ToolboxDefinitions.Search} to find actions.";
        return ToolResult.Failure(
            ToolErrors.NotFound, $"There is no action {SafeText.Quoted(action, 100)}. It was not executed. {advice}").Content;
    }

    /// <summary>Writes a result.</summary>
    protected static JsonElement Result(Action<Utf8JsonWriter> write)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, Relaxed))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return JsonText.Parse(json.WrittenMemory);
    }
}
