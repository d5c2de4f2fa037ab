namespace Recoup.Binding.Types;

/// <summary>One way in which a schema becomes a C# type: a file in <c>Features</c> and a row in its <c>TypeFeatureTable</c>.</summary>
internal interface ITypeFeature
{
    /// <summary>Binds the schema, or returns null if the feature does not apply and the next row is tried.</summary>
    BoundType? Bind(SchemaView schema, Place place, TypeBinder binder);
}
