namespace Recoup.Binding.Types.Features;

/// <summary>The ways in which a schema becomes a C# type, in the order in which they are tried.</summary>
internal static class TypeFeatureTable
{
    public static IReadOnlyList<ITypeFeature> Rows { get; } =
    [
        new ReferenceFeature(),
        new FileFeature(),
        new AllOfFeature(),
        new EnumFeature(),
        new UnionFeature(),
        new ClassFeature(),
        new MapFeature(),
        new ListFeature(),
        new ScalarFeature(),
    ];
}
