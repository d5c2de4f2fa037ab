using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Recoup.Binding.Types;

/// <summary>Describes types as short texts that are equal if the types are.</summary>
/// <remarks>
/// A declared shape is the hash of its parts, which are hashes again: a schema in which each part refers to the next one twice costs no
/// more than one in which it does so once. Every untrusted text is preceded by its length, so that it cannot pose as two.
/// </remarks>
internal static class Signatures
{
    public static string Of(TypeUse use) => Of(use.Type) + (use.IsNullable ? "?" : "") + string.Concat(use.Constraints.Select(
        constraint => "<" + constraint.Kind + Piece(constraint.Operand) + ">"));

    public static string Of(TypeModel type) => type switch
    {
        ScalarTypeModel scalar => scalar.Kind.ToString(),
        ListTypeModel list => "[" + Of(list.Item) + "]",
        MapTypeModel map => "{" + Of(map.Value) + "}",
        FileTypeModel file => file.AcceptsText ? "file-or-text" : "file",
        ScalarUnionTypeModel scalars => scalars.Name,
        DraftTypeModel draft => draft.Draft.Signature,
        DeclaredTypeModel declared => declared.Name,
        _ => "json",
    };

    /// <summary>An untrusted text as a part of a shape.</summary>
    public static string Piece(string? text) => text is null ? "-" : text.Length.ToString(CultureInfo.InvariantCulture) + ":" + text;

    /// <summary>The signature of a declared shape.</summary>
    public static string OfShape(string parts)
    {
        using var algorithm = SHA256.Create();
        var hash = algorithm.ComputeHash(Encoding.Unicode.GetBytes(parts));
        return "#" + BitConverter.ToString(hash, 0, 16).Replace("-", "");
    }
}
