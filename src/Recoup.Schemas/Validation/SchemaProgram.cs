namespace Recoup.Schemas.Validation;

/// <summary>The result of a compilation: the root node, and the limits of each evaluation.</summary>
internal sealed class SchemaProgram(SchemaNode root, SchemaDraft draft, JsonSchemaLimits limits)
{
    public SchemaNode Root { get; } = root;

    public SchemaDraft Draft { get; } = draft;

    public JsonSchemaLimits Limits { get; } = limits;
}
