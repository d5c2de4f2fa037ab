using System.Text.Json;
using Recoup.Binding.Types;
using Recoup.Catalogs;
using Recoup.Catalogs.Spec;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Schemas.Forms;
using Recoup.Schemas;

namespace Recoup.Contracts.Live.Api;

/// <summary>The documented schema of a response body.</summary>
internal sealed class DocumentedBody
{
    private readonly JsonSchema _schema;

    private DocumentedBody(JsonSchema schema) => _schema = schema;

    /// <summary>Finds the schema; null if the contract does not document the response or its body.</summary>
    public static DocumentedBody? Of(ApiSpec spec, ApiOperation operation, string status)
    {
        var response = operation.Responses.FirstOrDefault(response => response.Status == status);
        if (response is null || response.Schema.ValueKind == JsonValueKind.Undefined)
            return null;
        var source = SchemaSource.OfSpec(response.Schema, spec.Source, PointerIndex.Of(spec).Of(response.Schema), MemberAccess.Request);
        return source.TryCompile(out var schema, out _) ? new DocumentedBody(schema!) : null;
    }

    public bool Accepts(JsonElement body) => body.ValueKind != JsonValueKind.Undefined && _schema.IsValid(body);

    public IReadOnlyList<Violation> Violations(JsonElement body) => _schema.Validate(body).Violations;
}
