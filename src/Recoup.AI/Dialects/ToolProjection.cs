using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.AI.Json;
using Recoup.Catalogs;

namespace Recoup.AI.Dialects;

/// <summary>An action in a dialect: its definition as a tool, and the way back for the arguments.</summary>
internal sealed class ToolProjection
{
    private static readonly IReadOnlyDictionary<string, object?> NoProperties = new Dictionary<string, object?>();

    private static readonly JsonElement AnyObject = JsonText.Parse("""{"type":"object","properties":{}}"""u8.ToArray());

    private readonly CatalogAction _action;
    private readonly Restoration _restoration;

    private ToolProjection(
        CatalogAction action, DialectRow row, JsonElement schema, Restoration restoration, IReadOnlyList<ProjectionLoss> losses)
    {
        (_action, Row, Schema, _restoration, Losses) = (action, row, schema, restoration, losses);
        Name = ToolNames.Fit(action.Slug, row.Names);
        Description = ToolDescription.Of(action, losses);
        Properties = row.Strict is { } strict ? new Dictionary<string, object?> { ["strict"] = strict } : NoProperties;
    }

    /// <summary>The dialect. A schema that is too large for OpenAI's strict mode is written without it.</summary>
    public DialectRow Row { get; }

    public string Name { get; }

    public string Description { get; }

    /// <summary>The schema of what the model writes.</summary>
    public JsonElement Schema { get; }

    /// <summary>False if the schema could not be written, so that the tool accepts any object.</summary>
    public bool IsWritten { get; private init; } = true;

    /// <summary>What the dialect cannot say.</summary>
    public IReadOnlyList<ProjectionLoss> Losses { get; }

    /// <summary>What the client of a provider reads beside the definition.</summary>
    public IReadOnlyDictionary<string, object?> Properties { get; }

    public static ToolProjection Of(CatalogAction action, Dialect dialect)
    {
        if (dialect == Dialect.None)
            return new(action, DialectTable.Of(dialect), action.Parameters, Restoration.None, []);
        var row = DialectTable.Of(dialect);
        try
        {
            return Of(action, row);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or JsonException or OverflowException)
        {
            // Half of a surrogate pair, for example. One action must not harm the others.
            return new(
                action,
                row.Strict == true ? DialectTable.Of(Dialect.OpenAI) : row,
                AnyObject,
                Restoration.None,
                [new("$ref", "", $"it cannot be written: {exception.Message}")])
            { IsWritten = false };
        }
    }

    private static ToolProjection Of(CatalogAction action, DialectRow row)
    {
        var written = Write(action, row, isWire: true, out var losses);
        if (row.Size is { } limit && !SchemaSize.IsWithin(written.Schema!, limit))
        {
            row = DialectTable.Of(Dialect.OpenAI);
            written = Write(action, row, isWire: true, out losses);
        }

        return new(action, row, ElementOf(written.Schema!), written.Restoration, losses);
    }

    /// <summary>The schema of the parameters that the action gets after the way back, for the proof that it accepts them all.</summary>
    public JsonElement RestoredSchema() => Row.Dialect == Dialect.None || !IsWritten
        ? Schema
        : ElementOf(Write(_action, Row, isWire: false, out _).Schema!);

    /// <summary>Converts arguments into the form of the action.</summary>
    /// <param name="arguments">The arguments in the form of the dialect, an object.</param>
    /// <param name="parameters">The parameters if the method returns true.</param>
    /// <param name="problem">What is wrong with the arguments, for the model.</param>
    public bool TryRestore(JsonElement arguments, out JsonElement parameters, [NotNullWhen(false)] out string? problem)
    {
        (parameters, problem) = (arguments, null);
        if (_restoration == Restoration.None)
            return true;
        var json = new ArrayBufferWriter<byte>();
        try
        {
            using (var writer = new Utf8JsonWriter(json))
                _restoration.Write(arguments, "", writer);
            parameters = JsonText.Parse(json.WrittenMemory);
            return true;
        }
        catch (RestorationException e)
        {
            problem = e.Message;
            return false;
        }
    }

    private static Written Write(CatalogAction action, DialectRow row, bool isWire, out IReadOnlyList<ProjectionLoss> losses) =>
        row.IsSubset
        ? SubsetWriter.Write(action.Parameters, row, isWire, out losses)
        : SchemaRewriter.Write(action.Parameters, row, isWire, out losses);

    private static JsonElement ElementOf(JsonObject schema)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
            schema.WriteTo(writer);
        return JsonText.Parse(json.WrittenMemory);
    }
}
