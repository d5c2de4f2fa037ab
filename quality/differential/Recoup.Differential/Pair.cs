using System.Text.Json.Nodes;

namespace Recoup.Differential;

/// <summary>A schema and an instance, as JSON text: numbers keep their digits.</summary>
/// <param name="Schema">The schema. Its <c>$schema</c> names the draft.</param>
/// <param name="Instance">The instance.</param>
internal sealed record Pair(string Schema, string Instance)
{
    public JsonNode? SchemaNode => JsonNode.Parse(Schema);

    public JsonNode? InstanceNode => JsonNode.Parse(Instance);

    public override string ToString() => $"{Schema} | {Instance}";
}
