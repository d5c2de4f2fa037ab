using Recoup.Catalogs.Json;
using Recoup.Schemas;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>The dialect of the schemas of an OpenAPI document.</summary>
/// <param name="Draft">The draft of JSON Schema. Version 3.0 has the keywords of draft 4 (OpenAPI 3.0.3, section 4.7.24).</param>
/// <param name="Unknown">The dialect that the document names, if it is not a known one.</param>
/// <param name="IsVersion30">Whether the document is one of version 3.0.</param>
internal sealed record SpecDialect(SchemaDraft Draft, string? Unknown, bool IsVersion30)
{
    private const string OfOpenApi = "https://spec.openapis.org/oas/3.1/dialect/base";

    // Keywords of draft 4 that version 3.0 does not have.
    private static readonly HashSet<string> NotIn30 = new(StringComparer.Ordinal)
    {
        "patternProperties", "dependencies", "additionalItems", "definitions", "id", "$schema", "const", "contains", "propertyNames", "if",
    };

    public static SpecDialect Of(PositionedElement root)
    {
        if (root["openapi"].AsString()?.StartsWith("3.0.", StringComparison.Ordinal) == true)
            return new SpecDialect(SchemaDraft.Draft4, null, true);

        // OpenAPI 3.1, section 4.8.24.5.
        return root["jsonSchemaDialect"].AsString() is { } dialect
            ? new SpecDialect(DraftOf(dialect) ?? SchemaDraft.Draft202012, DraftOf(dialect) is null ? dialect : null, false)
            : new SpecDialect(SchemaDraft.Draft202012, null, false);
    }

    /// <summary>The draft of a dialect; null for an unknown dialect.</summary>
    public static SchemaDraft? DraftOf(string dialect)
    {
        var scheme = dialect.IndexOf("://", StringComparison.Ordinal);
        return (scheme < 0 ? dialect : "https" + dialect[scheme..]).TrimEnd('#') switch
        {
            OfOpenApi => SchemaDraft.Draft202012,
            "https://json-schema.org/draft-04/schema" => SchemaDraft.Draft4,
            "https://json-schema.org/draft-06/schema" => SchemaDraft.Draft6,
            "https://json-schema.org/draft-07/schema" => SchemaDraft.Draft7,
            "https://json-schema.org/draft/2019-09/schema" => SchemaDraft.Draft201909,
            "https://json-schema.org/draft/2020-12/schema" => SchemaDraft.Draft202012,
            _ => null,
        };
    }

    /// <summary>Whether the schemas do not have a keyword that the draft has.</summary>
    public bool Ignores(string keyword) => IsVersion30 && (keyword == "nullable" || NotIn30.Contains(keyword));

    /// <summary>
    /// Whether a schema of version 3.0 adds null to its type. Without a type there is nothing to add it to (OpenAPI 3.0.3, section 4.7.24).
    /// </summary>
    public bool IsNullable(PositionedElement schema) =>
        IsVersion30 && schema["nullable"].AsBoolean() == true && schema["type"].AsString() is not null;
}
