namespace Recoup.Schemas;

/// <summary>A problem in a schema, with its location.</summary>
public sealed class SchemaProblem
{
    internal SchemaProblem(string location, string documentLocation, string? keyword, string text)
    {
        Location = location;
        DocumentLocation = documentLocation;
        Keyword = keyword;
        Text = text;
    }

    /// <summary>
    /// The absolute location: the URI of the schema resource (empty if the schema has none), <c>#</c>, and the JSON Pointer within that
    /// resource as a URI fragment (RFC 6901, section 6).
    /// </summary>
    public string Location { get; }

    /// <summary>The plain JSON Pointer (RFC 6901) from the root of the document. Empty for the root.</summary>
    public string DocumentLocation { get; }

    /// <summary>The keyword with the problem, or null if the problem is the schema as a whole.</summary>
    public string? Keyword { get; }

    /// <summary>What was expected, and what the schema has instead.</summary>
    public string Text { get; }

    /// <summary>The location and the text in one line.</summary>
    public string Message => $"{(DocumentLocation.Length == 0 && Location is "#" ? "(root)" : Location)}: {Text}";

    /// <inheritdoc/>
    public override string ToString() => Message;
}
