namespace Recoup.Binding.Types;

/// <summary>Types as texts that are equal when the types are.</summary>
internal static class Signatures
{
    public static string Of(TypeUse use) =>
        Of(use.Type) + (use.IsNullable ? "?" : "") + string.Concat(use.Constraints.Select(constraint => $"<{constraint.Kind}={constraint.Operand}>"));

    private static string Of(TypeModel type) => type switch
    {
        ScalarTypeModel scalar => scalar.Kind.ToString(),
        ListTypeModel list => "[" + Of(list.Item) + "]",
        MapTypeModel map => "{" + Of(map.Value) + "}",
        FileTypeModel file => file.AcceptsText ? "file-or-text" : "file",
        DraftTypeModel draft => draft.Draft.Signature,
        DeclaredTypeModel declared => declared.Name,
        _ => "json",
    };
}
