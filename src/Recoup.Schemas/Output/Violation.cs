namespace Recoup.Schemas;

/// <summary>A violation of a schema by an instance.</summary>
public sealed class Violation
{
    internal Violation(
        string instanceLocation, string keyword, string schemaLocation, string keywordLocation,
        string expected, string got, IReadOnlyList<Violation> causes)
    {
        InstanceLocation = instanceLocation;
        Keyword = keyword;
        SchemaLocation = schemaLocation;
        KeywordLocation = keywordLocation;
        Expected = expected;
        Got = got;
        Causes = causes;
    }

    /// <summary>The JSON Pointer (RFC 6901) of the invalid value. Empty for the whole instance.</summary>
    public string InstanceLocation { get; }

    /// <summary>
    /// The violated keyword. For the schema <c>false</c>, the keyword that applied it. If one of the <see cref="JsonSchemaLimits"/> ended
    /// the evaluation, <c>(limit)</c>.
    /// </summary>
    public string Keyword { get; }

    /// <summary>
    /// The absolute location of the keyword: the URI of the schema resource (empty if the schema has none), <c>#</c>, and the JSON Pointer
    /// within that resource as a URI fragment. JSON Schema calls this the absolute keyword location.
    /// </summary>
    public string SchemaLocation { get; }

    /// <summary>
    /// The path of the evaluation to the keyword, through all references, as a JSON Pointer. JSON Schema calls this the keyword location.
    /// </summary>
    public string KeywordLocation { get; }

    /// <summary>What the keyword requires, in words.</summary>
    public string Expected { get; }

    /// <summary>What the instance has instead, in words or as shortened JSON.</summary>
    public string Got { get; }

    /// <summary>The violations of each alternative if no alternative of <c>anyOf</c> or <c>oneOf</c> matched. Otherwise empty.</summary>
    public IReadOnlyList<Violation> Causes { get; }

    /// <summary>
    /// The violation in one line, for example <c>/values/0/1: expected string, number or null, got object</c>. The root of the instance is
    /// shown as <c>(root)</c>.
    /// </summary>
    public string Message => $"{(InstanceLocation.Length == 0 ? "(root)" : InstanceLocation)}: expected {Expected}, got {Got}";

    /// <inheritdoc/>
    public override string ToString() => Message;
}
