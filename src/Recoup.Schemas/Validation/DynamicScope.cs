namespace Recoup.Schemas.Validation;

/// <summary>One resource of the dynamic scope: the schemas in it that dynamic references can be bound to.</summary>
internal sealed class DynamicScope(Dictionary<string, SchemaNode> anchors, SchemaNode? recursiveAnchor)
{
    /// <summary>The schemas with a <c>$dynamicAnchor</c>, by name.</summary>
    public Dictionary<string, SchemaNode> Anchors { get; } = anchors;

    /// <summary>The resource's root, if it has draft 2019-09's <c>$recursiveAnchor: true</c>.</summary>
    public SchemaNode? RecursiveAnchor { get; } = recursiveAnchor;
}
