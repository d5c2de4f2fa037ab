using System.Text.Json;
using Recoup.Catalogs.Actions;
using Recoup.Catalogs.Effects;
using Recoup.Catalogs.Json;

namespace Recoup.Catalogs;

/// <summary>
/// One action of a catalog. Two actions are equal if their JSON texts and the effects in their names files are, regardless of their
/// positions.
/// </summary>
public sealed class CatalogAction : IEquatable<CatalogAction>
{
    private const string OutputParametersPointer = "/outputParameters";

    private readonly Lazy<JsonElement> _parameters;
    private readonly Lazy<JsonElement?> _outputParameters;
    private readonly Lazy<ActionEffect> _inferredEffect;
    private CatalogAction? _described;

    internal CatalogAction(
        PositionedElement source, string pointer, string slug, string name, string description, string? connectorSlug, bool isConnected)
    {
        (Source, Pointer, Slug, Name, Description, IsConnected) = (source, pointer, slug, name, description, isConnected);
        ConnectorSlug = connectorSlug ?? "";
        ParametersSource = SchemaOrUndefined(source["parameters"]);
        OutputParametersSource = SchemaOrUndefined(source["outputParameters"]);
        _parameters = new(() => ParametersSource.ValueKind == JsonValueKind.Undefined ? EmptySchema() : ParametersSource.ToJsonElement());
        _outputParameters = new(() =>
            OutputParametersSource.ValueKind == JsonValueKind.Undefined ? null : OutputParametersSource.ToJsonElement());
        _inferredEffect = new(() => EffectInference.Of(Slug, ConnectorSlug, Description));
    }

    private CatalogAction(CatalogAction served, ResultDescription result)
        : this(served.Source, served.Pointer, served.Slug, served.Name, served.Description, served.ConnectorSlug, served.IsConnected)
    {
        (Served, Result, OutputParametersSource, IsResultOnly) = (served, result, result.Schema, served.IsResultOnly);
        StatedEffect = served.StatedEffect;
        _parameters = served._parameters;
    }

    /// <summary>The identifier of the action, for example <c>GITHUB_CREATE_ISSUE</c>.</summary>
    public string Slug { get; }

    /// <summary>The display name. The deployed server repeats the slug (D9).</summary>
    public string Name { get; }

    /// <summary>What the action does; may be empty.</summary>
    public string Description { get; }

    /// <summary>The slug of the connector that the action belongs to, for example <c>github</c>; empty if the catalog names none.</summary>
    public string ConnectorSlug { get; }

    /// <summary>Whether the connector was connected in the account that the catalog was stored for.</summary>
    public bool IsConnected { get; }

    /// <summary>The JSON Schema of the parameters; <c>{}</c> if the catalog has no usable one.</summary>
    public JsonElement Parameters => _parameters.Value;

    /// <summary>
    /// The JSON Schema of the result, or null: from a results file, otherwise from the catalog. Only catalogs from the provider have one.
    /// </summary>
    public JsonElement? OutputParameters => _outputParameters.Value;

    /// <summary>
    /// What the action does at the third-party service: as the names file beside the catalog says, otherwise inferred from the words of the
    /// slug. Never <see cref="ActionEffect.Read"/> where that is in doubt. A catalog is untrusted, so none of its members says the effect.
    /// </summary>
    public ActionEffect Effect => StatedEffect ?? _inferredEffect.Value;

    /// <summary>
    /// Whether <see cref="Effect"/> was inferred. False if a names file says it, or if it is <see cref="ActionEffect.Unknown"/>.
    /// </summary>
    public bool IsEffectInferred => StatedEffect is null && Effect != ActionEffect.Unknown;

    /// <summary>The lines and columns of the action in the text of the catalog.</summary>
    public TextRange Range => Source.Range;

    /// <summary>Whether the catalog says that the action is deprecated.</summary>
    internal bool IsDeprecated => Source["deprecated"].AsBoolean() == true;

    /// <summary>The action in the text of the catalog.</summary>
    internal PositionedElement Source { get; }

    /// <summary>The JSON pointer of the action in the whole catalog. Not part of equality.</summary>
    internal string Pointer { get; }

    /// <summary>The schema of the parameters in the text of the catalog; undefined if there is no usable one.</summary>
    internal PositionedElement ParametersSource { get; }

    /// <summary>
    /// The schema of the result in the text of the catalog, or of the file that describes it; undefined if there is none.
    /// </summary>
    internal PositionedElement OutputParametersSource { get; }

    /// <summary>The description of the result from a file beside the catalog, or null.</summary>
    internal ResultDescription? Result { get; }

    /// <summary>The effect that a names file says, or null.</summary>
    internal ActionEffect? StatedEffect { get; private init; }

    /// <summary>The action as the catalog has it, without a description from another file.</summary>
    internal CatalogAction Served { get => field ?? this; private init; }

    /// <summary>Whether nothing is known of the action but its slug and its result.</summary>
    internal bool IsResultOnly { get; private init; }

    /// <summary>An action of which nothing is known but its slug.</summary>
    internal static CatalogAction Unknown(string slug)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["slug"] = slug });
        return new CatalogAction(PositionedJson.Parse(text, out _)!.Root, "", slug, slug, "", null, true) { IsResultOnly = true };
    }

    /// <summary>
    /// The action with the description of its result. The last one is kept, so that all that read a project get the same object.
    /// </summary>
    internal CatalogAction With(ResultDescription result)
    {
        if (_described is not { } described || !ReferenceEquals(described.Result, result))
            _described = described = new CatalogAction(Served, result);
        return described;
    }

    /// <summary>The action with the effect that a names file says.</summary>
    internal CatalogAction With(ActionEffect effect) => Result is null
        ? new CatalogAction(Source, Pointer, Slug, Name, Description, ConnectorSlug, IsConnected)
        {
            StatedEffect = effect,
            IsResultOnly = IsResultOnly,
        }
        : new CatalogAction(Served.With(effect), Result);

    /// <summary>Finds a part of the action: in the catalog, or in the file that describes the result.</summary>
    /// <param name="pointer">The JSON pointer of the part in the action.</param>
    /// <returns>The part; the slug if there is no such part.</returns>
    internal ActionPart PartAt(string pointer)
    {
        if (Result is not null && IsInResult(pointer))
        {
            var inside = pointer[OutputParametersPointer.Length..];
            return Result.Schema.TryResolve(inside, out var part)
                ? new(Result.File, Result.Pointer + inside, part)
                : new(Result.File, Result.Pointer, Result.Name);
        }

        if (IsResultOnly)
            return Result is null ? new(null, "", Source) : new(Result.File, Result.Pointer, Result.Name);
        return Source.TryResolve(pointer, out var own) && pointer.Length > 0
            ? new(null, Pointer + pointer, own)
            : new(null, Pointer + "/slug", Source["slug"]);
    }

    /// <summary>The action as JSON, with the description of its result.</summary>
    internal ReadOnlyMemory<byte> ToUtf8()
    {
        var text = Source.RawUtf8;
        if (Result is null)
            return text;
        var own = Source["outputParameters"];
        var (before, after) = own.ValueKind == JsonValueKind.Undefined
            ? (text[..^1], text[^1..])
            : (text[..(own.Offset - Source.Offset)], text[(own.Offset - Source.Offset + own.Length)..]);
        byte[] name = own.ValueKind == JsonValueKind.Undefined ? [.. ",\"outputParameters\":"u8] : [];
        return (byte[])[.. before.Span, .. name, .. Result.Schema.RawUtf8.Span, .. after.Span];
    }

    /// <inheritdoc/>
    public bool Equals(CatalogAction? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && Source == other.Source
            && OutputParametersSource == other.OutputParametersSource
            && StatedEffect == other.StatedEffect);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CatalogAction);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Slug);

    /// <summary>Returns the slug.</summary>
    public override string ToString() => Slug;

    private static bool IsInResult(string pointer) =>
        pointer.StartsWith(OutputParametersPointer, StringComparison.Ordinal)
        && (pointer.Length == OutputParametersPointer.Length || pointer[OutputParametersPointer.Length] == '/');

    private static PositionedElement SchemaOrUndefined(PositionedElement schema) =>
        schema.ValueKind == JsonValueKind.Object ? schema : default;

    private static JsonElement EmptySchema()
    {
        using var document = JsonDocument.Parse("{}");
        return document.RootElement.Clone();
    }
}
