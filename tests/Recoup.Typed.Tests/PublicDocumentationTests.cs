using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Recoup.Typed.Tests;

public sealed partial class PublicDocumentationTests
{
    private static readonly Assembly Typed = typeof(RecoupClient).Assembly;

    [Fact]
    public void The_documentation_of_public_types_names_no_internal_type()
    {
        var documentation = XDocument.Load(Path.ChangeExtension(Typed.Location, ".xml"));
        var @public = Typed.GetExportedTypes().Select(NameOf).ToHashSet(StringComparer.Ordinal);
        var @internal = Typed.GetTypes()
            .Where(type => !type.IsVisible)
            .Select(NameOf)
            .Where(name => !name.Contains('<', StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);

        var members = documentation.Descendants("member")
            .Where(member => @public.Contains(TypeIn(member.Attribute("name")!.Value, @public)))
            .ToList();

        members.ShouldNotBeEmpty();
        members.SelectMany(member => member.Descendants().Attributes("cref")
                .Where(cref => @internal.Contains(TypeIn(cref.Value, @internal)))
                .Select(cref => $"{member.Attribute("name")!.Value} names {cref.Value}"))
            .ShouldBeEmpty();
    }

    /// <summary>
    /// The type of a documentation id such as <c>M:Recoup.Typed.RecoupClient.Dispose</c>, if it is one of the given types.
    /// </summary>
    private static string TypeIn(string id, HashSet<string> types)
    {
        var name = Parameters().Replace(id[2..], "");
        return types.Contains(name) ? name : name[..Math.Max(name.LastIndexOf('.'), 0)];
    }

    private static string NameOf(Type type) => type.FullName!.Replace('+', '.');

    [GeneratedRegex(@"(``\d+)?(\(.*)?$")]
    private static partial Regex Parameters();
}
