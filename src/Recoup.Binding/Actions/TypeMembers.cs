using Recoup.Binding.Names;

namespace Recoup.Binding.Actions;

/// <summary>Names that no member of a generated type may have.</summary>
internal static class TypeMembers
{
    // Members that every class has.
    private static readonly HashSet<string> OfObjects = new(
    [
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString", "WriteTo",
    ], StringComparer.Ordinal);

    // Members that every view has.
    private static readonly HashSet<string> OfViews = new(
    [
        "Json", "Of", "ReadAny", "ReadBoolean", "ReadBytes", "ReadDate", "ReadDateTime", "ReadEnum", "ReadEnums",
        "ReadFile", "ReadInteger", "ReadList",
        "ReadMap", "ReadNumber", "ReadText", "ReadTexts", "ReadUuid", "ReadView", "ReadViews",
    ], StringComparer.Ordinal);

    // Members of types that are a list or something else: a type has no member with its own name.
    private static readonly HashSet<string> OfLists = new(["Create", "GetEnumerator"], StringComparer.Ordinal);

    /// <summary>
    /// Whether every class has a member of that name, or C# keeps it. A spelled name keeps its case and may be a keyword.
    /// </summary>
    public static bool IsTaken(string name) => OfObjects.Contains(name) || Identifier.IsKeyword(name);

    /// <summary>Whether a type cannot have that name, because of its members or because C# keeps it.</summary>
    public static bool IsTakenByMember(string typeName) => OfLists.Contains(typeName) || IsTaken(typeName);

    /// <summary>Whether every view has a member of that name, or C# keeps it.</summary>
    public static bool IsTakenInView(string name) => OfViews.Contains(name) || IsTaken(name);
}
