namespace Recoup.Binding.Types;

/// <summary>One way a schema becomes a C# type: a file here and a row in <see cref="TypeFeatureTable"/>.</summary>
internal interface ITypeFeature
{
    /// <summary>Binds the schema, or answers null when the feature does not apply and the next row shall try.</summary>
    BoundType? Bind(SchemaView schema, Place place, TypeBinder binder);
}
