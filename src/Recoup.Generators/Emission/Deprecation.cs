using Recoup.Binding.Actions;
using Recoup.Binding.Types;

namespace Recoup.Generators.Emission;

/// <summary>
/// Marks what the provider calls deprecated. Methods, types, values and properties carry the attribute. A parameter cannot, and a required
/// property must not (CS9042), because a caller has no choice: there the documentation says so.
/// </summary>
internal static class Deprecation
{
    /// <summary>What the documentation says.</summary>
    public const string Note = "Deprecated.";

    // A file that declares something deprecated uses it as well: only the callers are warned.
    private const string Pragma = "#pragma warning disable CS0618";
    private const string Attribute = "[global::System.Obsolete(\"The provider marks this as deprecated.\")]";

    public static SourceWriter Mark(this SourceWriter writer, bool isDeprecated) => isDeprecated ? writer.Line(Attribute) : writer;

    public static SourceWriter Mark(this SourceWriter writer, DeclarationModel declaration) =>
        writer.Mark(declaration.Documentation.IsDeprecated);

    /// <summary>Whether the attribute is on a property.</summary>
    public static bool IsMarked(MemberModel member) => member.Documentation.IsDeprecated && member.Presence != MemberPresence.Required;

    public static SourceWriter AllowDeprecated(this SourceWriter writer, bool isNeeded) => isNeeded ? writer.Line(Pragma) : writer;

    public static bool IsIn(ActionModel action) => action.IsDeprecated || action.Declarations.Any(IsIn);

    public static bool IsIn(DeclarationModel declaration) => declaration.Documentation.IsDeprecated || declaration switch
    {
        EnumDeclarationModel values => values.Values.Any(value => value.IsDeprecated),
        ClassDeclarationModel @class => @class.Members.Any(IsMarked),
        ViewDeclarationModel view => view.Members.Any(IsMarked),
        _ => false,
    };
}
