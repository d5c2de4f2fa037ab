namespace Recoup.Schemas;

/// <summary>One way in which an instance breaks a schema.</summary>
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

    /// <summary>The JSON Pointer (RFC 6901) of the value that is wrong; empty for the whole instance.</summary>
    public string InstanceLocation { get; }

    /// <summary>
    /// The keyword that does not hold; for a value under the schema <c>false</c> the keyword that applied it; <c>(limit)</c> where one of the
    /// <see cref="JsonSchemaLimits"/> ended the evaluation.
    /// </summary>
    public string Keyword { get; }

    /// <summary>
    /// Where that keyword stands: the URI of the schema resource (empty where the schema has none), <c>#</c>, and the JSON Pointer
    /// within that resource as a URI fragment. JSON Schema's absolute keyword location.
    /// </summary>
    public string SchemaLocation { get; }

    /// <summary>The JSON Pointer of the way the evaluation took to that keyword, through every reference. JSON Schema's keyword location.</summary>
    public string KeywordLocation { get; }

    /// <summary>What the keyword demands, in words.</summary>
    public string Expected { get; }

    /// <summary>What the instance holds instead, in words or as (shortened) JSON.</summary>
    public string Got { get; }

    /// <summary>Why no alternative of <c>anyOf</c> or <c>oneOf</c> matched, and the like for other applicators; else empty.</summary>
    public IReadOnlyList<Violation> Causes { get; }

    /// <summary>The violation in one line: <c>/values/0/1: expected string, number or null, got object</c>. The instance's root is shown as <c>(root)</c>.</summary>
    public string Message => $"{(InstanceLocation.Length == 0 ? "(root)" : InstanceLocation)}: expected {Expected}, got {Got}";

    /// <inheritdoc/>
    public override string ToString() => Message;
}
