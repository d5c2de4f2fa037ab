using System.Text.Json;
using Recoup.Schemas;

namespace Recoup.Contracts.Live.Deployed;

/// <summary>A format of the deployed server's error bodies. None of them matches the contract.</summary>
internal sealed class ErrorEnvelope
{
    private readonly Lazy<JsonSchema> _schema;

    private ErrorEnvelope(string name, string schema) => (Name, _schema) = (name, new(() => JsonSchema.Parse(schema)));

    /// <summary>Returned without a credential, or with two.</summary>
    public static ErrorEnvelope E1 { get; } = new("E1 {status, error}", """
        {"type":"object","required":["status","error"],"properties":{"status":{"const":"error"},"error":{"type":"string"},
        "missing_fields":false}}
        """);

    /// <summary>Returned for a credential that is not accepted.</summary>
    public static ErrorEnvelope E2 { get; } = new("E2 {status, message}", """
        {"type":"object","required":["status","message"],"properties":{"status":{"const":"error"},"message":{"type":"string"},
        "error":false}}
        """);

    /// <summary>Returned for an invalid query, and for every error after the body was read.</summary>
    public static ErrorEnvelope E3 { get; } = new("E3 {error}", """
        {"type":"object","required":["error"],"properties":{"error":{"type":"string"},"status":false,"missing_fields":false}}
        """);

    /// <summary>The name and the members.</summary>
    public string Name { get; }

    /// <summary>Returned for a body with a missing or invalid field. Only the first such field is named.</summary>
    public static ErrorEnvelope E4(string field) => new($"E4 {{status, missing_fields: [{field}], error}}", """
        {"type":"object","required":["status","missing_fields","error"],"properties":{"status":{"const":"error"},
        "missing_fields":{"const":["FIELD"]},"error":{"type":"string"}}}
        """.Replace("FIELD", field, StringComparison.Ordinal));

    /// <summary>The format of <see cref="E4"/> for any field.</summary>
    public static ErrorEnvelope E4OfAnyField { get; } = new("E4 {status, missing_fields, error}", """
        {"type":"object","required":["status","missing_fields","error"],"properties":{"status":{"const":"error"},
        "missing_fields":{"type":"array"},"error":{"type":"string"}}}
        """);

    /// <summary>All formats.</summary>
    public static IReadOnlyList<ErrorEnvelope> All { get; } = [E1, E2, E3, E4OfAnyField];

    public bool Accepts(JsonElement body) => body.ValueKind != JsonValueKind.Undefined && _schema.Value.IsValid(body);
}
