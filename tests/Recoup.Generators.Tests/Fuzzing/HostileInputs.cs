using FsCheck;
using FsCheck.Fluent;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.Fuzzing;

/// <summary>
/// What the generator reads: a hostile catalog and, for half of them, a names file. Both are members of one object, so that a finding
/// shrinks them together.
/// </summary>
internal static class HostileInputs
{
    private const string CatalogMember = "catalog";
    private const string NamesMember = "names";

    /// <summary>The inputs.</summary>
    public static Gen<JsonText> All { get; } =
        from catalog in HostileCatalogs.All
        from hasNames in Gen.Elements([true, false])
        from names in hasNames ? HostileNames.For(catalog).Select(names => new[] { names }) : Gen.Constant(Array.Empty<JsonText>())
        select (JsonText)JsonText.Object([(CatalogMember, catalog), .. names.Select(file => (NamesMember, file))]);

    /// <summary>The text of the catalog.</summary>
    public static string CatalogOf(JsonText input) => Member(input, CatalogMember) ?? "{}";

    /// <summary>The text of the names file, or null if there is none.</summary>
    public static string? NamesOf(JsonText input) => Member(input, NamesMember);

    private static string? Member(JsonText input, string name) =>
        ((JsonText.Map)input).Members.Where(member => member.Name == name).Select(member => member.Value.ToString()).FirstOrDefault();
}
