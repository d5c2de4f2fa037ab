namespace Recoup.Binding.Types;

/// <summary>
/// The source type of a union's conversion, as the compiler sees it: without bounds, and without null in references. Two branches with the
/// same source would declare one conversion twice (CS0557).
/// </summary>
internal static class ConversionSource
{
    public static string Of(TypeModel type) => type switch
    {
        ListTypeModel list => "[" + OfItem(list.Item) + "]",
        MapTypeModel map => "{" + OfItem(map.Value) + "}",
        FileTypeModel => "file",
        _ => Signatures.Of(type),
    };

    public static TypeModel WithoutBounds(TypeModel type) => Merge(type, type);

    /// <summary>One type that takes the values of two with the same source.</summary>
    public static TypeModel Merge(TypeModel left, TypeModel right) => (left, right) switch
    {
        (ListTypeModel a, ListTypeModel b) => new ListTypeModel(Merge(a.Item, b.Item)),
        (MapTypeModel a, MapTypeModel b) => new MapTypeModel(Merge(a.Value, b.Value)),
        (FileTypeModel a, FileTypeModel b) => new FileTypeModel(a.AcceptsText || b.AcceptsText),
        _ => left,
    };

    private static TypeUse Merge(TypeUse left, TypeUse right) =>
        new(Merge(left.Type, right.Type), left.IsNullable || right.IsNullable, default);

    private static string OfItem(TypeUse use) => Of(use.Type) + (use.IsNullable && IsValueType(use.Type) ? "?" : "");

    private static bool IsValueType(TypeModel type) =>
        type is ScalarTypeModel { Kind: not ScalarKind.Text } or ScalarUnionTypeModel or DraftTypeModel { Draft: not ClassDraft };
}
