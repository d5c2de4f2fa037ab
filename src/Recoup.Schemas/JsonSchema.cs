namespace Recoup.Schemas;

/// <summary>A compiled JSON Schema.</summary>
public sealed class JsonSchema
{
}
